import { findEncoded } from './encoded';
import { findKnown } from './known';
import type { Finding, ScanResult, Source, Vault } from './model';
import type { Scanner } from './scan';
import { lookAcrossCuts } from './wrapped';

/** So deep is an encoding looked into: a secret in base64 in base64, and no further. */
const depth = 2;

/**
 * Looks at a text on its way out, harder than a scan of a file on the screen does: also for values that were held back
 * before, for what stands encoded, and across the lines that a terminal has cut.
 */
export function createLook(scanner: Scanner, vault: Vault): (text: string, source?: Source) => ScanResult {
  const look = (text: string, source: Source | undefined, deeper: number): ScanResult => {
    const { findings, faults } = scanner.scan(text, source);
    const known = findKnown(text, vault.entries(), scanner.describe, findings);
    const plain = merged(findings, known);
    if (deeper === 0) return { findings: plain, faults };
    const encoded = findEncoded(text, decoded => look(decoded, undefined, deeper - 1).findings, plain);
    return { findings: merged(plain, encoded), faults };
  };
  return (text, source) =>
    source?.terminal ? lookAcrossCuts(text, part => look(part, source, depth)) : look(text, source, depth);
}

function merged(one: readonly Finding[], other: readonly Finding[]): readonly Finding[] {
  return other.length === 0 ? one : [...one, ...other].sort((a, b) => a.start - b.start);
}
