import type { PackageFinding } from '../core/packages';
import type { CheckedFinding } from '../core/packageThread';
import { loadTrust } from '../supply/trust/load';

/** What a name that is unknown, or almost a popular one, was likely meant to be; with the change of the text that says it. */
export function meantName(text: string, { detector, entry, start, end }: PackageFinding): CheckedFinding['meant'] {
  if (!askedOf.has(detector)) return undefined;
  const name = loadTrust().typosquatOf(entry.ecosystem, entry.name)?.of;
  if (name === undefined) return undefined;
  const at = nameBefore(text, entry.name, end);
  if (at === undefined || end - at > farthest || at > start + entry.name.length) return undefined;
  return { name, change: { span: { start: at, end: at + entry.name.length }, text: name } };
}

const askedOf = new Set(['supply/typosquat', 'supply/unknown-package', 'supply/malicious-package']);
/** The name stands in the version's line or, in XML, a few lines above. */
const farthest = 600;

/** Where a name stands as a word of its own, last before an offset. */
function nameBefore(text: string, name: string, end: number): number | undefined {
  for (let at = text.lastIndexOf(name, end); at >= 0 && end - at <= farthest; at = text.lastIndexOf(name, at - 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + name.length]];
    if (!/[\w/@-]/.test(before) && !/[\w/-]/.test(after)) return at;
    if (at === 0) break;
  }
  return undefined;
}
