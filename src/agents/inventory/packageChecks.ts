import type { AgentItem } from '../../core/agents';
import type { Span } from '../../core/model';
import type { PackageSpec } from './commands';
import { fixOf, type Look } from './look';
import { nodeOfWord, type Server } from './server';
import { resembles } from './wellKnown';

/** A package that is fetched at each start: which version, and whether its name only looks like another's. */
export function checkPackage(look: Look, server: Server, item: AgentItem, spec: PackageSpec): void {
  const node = nodeOfWord(server, spec.word);
  if (!node) return;
  const at = look.file.text.slice(node.span.start, node.span.end).indexOf(spec.name);
  const span = at < 0 ? node.span : wordAt(look, node.span.start + at, node.span.end);
  const other = resembles(spec.ecosystem, spec.name);
  if (other) look.finding('agent/typosquat', span, `${spec.name} is not ${other}, but looks like it`, { item });
  if (spec.pinned) return;
  const asked = spec.version === undefined ? 'names no version' : `asks for ${spec.version}`;
  const reason = `it ${asked}: whatever is published next runs here at the next start`;
  look.finding('agent/unpinned-package', span, reason, { item, fix: pinFix(look, spec, span) });
}

function pinFix(look: Look, { ecosystem, name }: PackageSpec, span: Span) {
  const known = look.versionOf?.(ecosystem, name);
  const between = ecosystem === 'PyPI' && look.file.text.slice(span.start, span.end).includes('=') ? '==' : '@';
  const text = `${name}${between}${known ?? '‹version›'}`;
  return fixOf(
    look,
    known ? `Pin it to ${known}` : 'Pin it to the version that you have looked at',
    span,
    text,
    known ? undefined : 'version',
  );
}

/** Where a command line stands in one text, the package is one word of it. */
function wordAt({ file }: Look, start: number, end: number): Span {
  return { start, end: start + /^\S*/.exec(file.text.slice(start, end))![0].length };
}
