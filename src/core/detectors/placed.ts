import { judgePlaced } from '../judge/judgePlaced';
import type { Tier } from '../model';
import type { Detector } from './detector';

/** What an entry for a secret told by its place is made of. */
interface Place {
  /** Lower-case keywords; the pattern begins with one of them, or up to `lead` units before it. */
  readonly at: readonly string[];
  readonly pattern: RegExp;
  /** For the reason, as a clause: "a command takes its password there". */
  readonly says: string;
  /** The tier of a value that may be a word; `none` where words stand in such places without being secrets. */
  readonly words?: Tier | 'none';
  readonly lead?: number;
  readonly hits: readonly string[];
  readonly misses: readonly string[];
}

/** An entry for a secret that nothing but its place tells: behind an option, in a file's field, beside a user's name. */
export function placed(name: string, title: string, place: Place): Detector {
  const { at, pattern, says, words = 'likely', lead = 0, hits, misses } = place;
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'likely',
    keywords: at,
    lead,
    boundary: 'none',
    judged: true,
    pattern,
    // A passphrase may have blanks.
    accept: ({ value }) => judgePlaced(value.replaceAll(' ', '-'), says, words),
    hits,
    misses,
  };
}
