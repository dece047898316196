import type { AgentItem } from '../../core/agents';
import type { PackageSpec } from './commands';
import { textIn } from './configTree';
import { fixOf, type Look } from './look';
import { nodeOfWord, type Server } from './server';
import { resembles } from './wellKnown';

/** A package that is fetched at each start: which version, and whether its name only looks like another's. */
export function checkPackage(look: Look, server: Server, item: AgentItem, spec: PackageSpec): void {
  const node = nodeOfWord(server, spec.word);
  if (!node) return;
  const written = textIn(node) ?? '';
  const at = look.file.text.slice(node.span.start, node.span.end).indexOf(spec.name);
  const start = node.span.start + Math.max(0, at);
  const span =
    at < 0
      ? node.span
      : { start, end: Math.min(node.span.end, start + written.length - Math.max(0, written.indexOf(spec.name))) };
  const other = resembles(spec.ecosystem, spec.name);
  if (other) look.finding('agent/typosquat', span, `${spec.name} is not ${other}, but looks like it`, { item });
  if (spec.pinned) return;
  const asked = spec.version === undefined ? 'names no version' : `asks for ${spec.version}`;
  const reason = `it ${asked}: whatever is published next runs here at the next start`;
  look.finding('agent/unpinned-package', span, reason, { item, fix: pinFix(look, spec, span) });
}

function pinFix(look: Look, { ecosystem, name }: PackageSpec, span: { start: number; end: number }) {
  const known = look.versionOf?.(ecosystem, name);
  const between = ecosystem === 'PyPI' && look.file.text.slice(span.start, span.end).includes('=') ? '==' : '@';
  const text = `${name}${between}${known ?? '‹version›'}`;
  return fixOf(
    look,
    known ? `Pin it to ${known}` : 'Pin it to the version that you have looked at',
    { start: span.start, end: span.start + wordLength(look, span) },
    text,
    known ? undefined : 'version',
  );
}

/** Where a command line stands in one text, the package is one word of it. */
function wordLength({ file }: Look, { start, end }: { start: number; end: number }): number {
  return /^\S*/.exec(file.text.slice(start, end))![0].length;
}
