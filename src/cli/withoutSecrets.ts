import type { Workspace } from '../io/openWorkspace';

/** Plain data with what has the form of a secret taken out of its texts. */
export type Cleaner = <T>(value: T) => T;

/**
 * Takes what has the form of a secret out of what is told: names of files and branches, reasons that people give, and messages
 * of other programs may hold one. Hashes, which look like some, stay.
 */
export function withoutSecrets({ guard }: Pick<Workspace, 'guard'>): Cleaner {
  const known = new Map<string, string>();
  const clean = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, kind, harmless, tier } of guard.scanner.scan(text, {}).findings) {
      if (kind !== 'secret' || harmless || tier === 'possible') continue;
      pieces.push(text.slice(at, start), '••••');
      at = end;
    }
    const cleaned = pieces.join('') + text.slice(at);
    known.set(text, cleaned);
    return cleaned;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, kept.has(key) ? one : walk(one)]));
  };
  return value => walk(value) as typeof value;
}

const kept: ReadonlySet<string> = new Set(['fingerprint', 'commit', 'detector', 'field', 'header']);
