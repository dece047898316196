import type { AgentFix } from '../../core/agents';
import type { Span } from '../../core/model';
import type { ConfigNode } from './configNode';
import { walk } from './configTree';
import type { Holder } from './holder';
import { fixOf, type Look } from './look';
import { looksSecret, namesSecret } from './references';
import { expiryOf } from './tokenAge';

/**
 * Tells the secrets of a file: those that the core's scanner finds, in strings with escapes too, and those that only their
 * name tells. `within` limits them to parts of the file. Gives the fingerprints by item, for the inventory.
 */
export function tellSecrets(
  look: Look,
  root: ConfigNode | undefined,
  holders: readonly Holder[],
  within?: readonly Span[],
): ReadonlyMap<string, string[]> {
  const told: Span[] = [];
  if (within?.length === 0) return new Map();
  const keys = new Map<string, string[]>();
  const tell = (span: Span, why: string, value: string, holder?: Holder) => {
    if (told.some(it => it.start < span.end && span.start < it.end)) return;
    if (within && !within.some(it => it.start <= span.start && span.end <= it.end)) return;
    told.push(span);
    const fix = holder && secretFix(look, holder, span);
    look.finding('agent/inline-secret', span, why, { item: holder?.item, value, ...(fix ? { fix } : {}) });
    const print = look.fingerprint('agent/inline-secret', value);
    const expires = expiryOf(value);
    const of = [holder?.item?.name, holder?.name].filter(it => it !== undefined).join(' ');
    look.item('key', of || 'key', span, { keys: [print], ...(expires ? { expires } : {}) });
    const id = holder?.item?.id;
    if (id) keys.set(id, [...(keys.get(id) ?? []), print]);
  };
  for (const { start, end, kind, title, reason, detector } of look.scanned()) {
    if (kind !== 'secret') continue;
    const holder = holders.find(({ node }) => node.whole.start <= start && end <= node.whole.end);
    tell({ start, end }, `${title}: ${reason} (${detector})`, look.file.text.slice(start, end), holder);
  }
  for (const holder of holders) {
    const value = String(holder.node.value ?? '');
    const part = secretPart(holder.name, value);
    if (part === undefined) continue;
    const span = partSpan(look.file.text, holder.node, value, part);
    tell(span, `${holder.name} holds its value itself, where everybody who reads the file has it`, part, holder);
  }
  if (root) for (const one of escaped(look, root)) tell(one.span, one.why, one.value);
  return keys;
}

/** What of a named value is secret: all of a variable, what stands behind the scheme in a header. */
function secretPart(name: string, value: string): string | undefined {
  if (!namesSecret(name) || !looksSecret(value)) return undefined;
  return value.trim().replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '');
}

function partSpan(text: string, { span, whole }: ConfigNode, value: string, part: string): Span {
  if (text.slice(span.start, span.end) !== value) return whole;
  const start = span.start + value.lastIndexOf(part);
  return { start, end: start + part.length };
}

/** Strings that their file writes with escapes are looked at as what they say. */
function* escaped(look: Look, root: ConfigNode) {
  const { text } = look.file;
  for (const { node } of walk(root)) {
    if (node.kind !== 'text') continue;
    const value = String(node.value);
    if (value.length < 16 || !text.slice(node.span.start, node.span.end).includes('\\')) continue;
    for (const one of look.scan(value, { path: look.file.path }).findings) {
      if (one.kind !== 'secret' || one.harmless) continue;
      yield {
        span: node.whole,
        why: `within this text, ${one.title}: ${one.reason} (${one.detector})`,
        value: value.slice(one.start, one.end),
      };
    }
  }
}

function secretFix(look: Look, holder: Holder, span: Span): AgentFix {
  const variable = variableName(holder);
  const reference = holder.reference?.(variable);
  if (!reference)
    return {
      title: `Take it out of the file, give it to the client as ${variable}, and revoke the old one`,
      edits: [],
    };
  const fix = fixOf(look, `Put ${reference.text} in its place, and revoke the old one`, span, reference.text);
  return { ...fix, edits: [...fix.edits, ...(reference.edits ?? [])] };
}

/** A header or an address is named after its server: `Authorization` alone would be the same for all. */
function variableName({ name, item }: Holder): string {
  const own = /^(?:authorization|x-api-key|url|--?header|-H)$/i.test(name)
    ? `${item?.name ?? ''}_TOKEN`
    : name.replace(/^-+/, '');
  return own
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
