import type { Detector, Match, Verdict } from './detector';
import { late, type Rest } from './late';
import { sample } from './sample';

/** Facts about one kind of number that stands for a person. */
export interface Identity {
  /** Id without `pii/`: country first, `de-tax-id`. */
  readonly name: string;
  /** What it is, for a person: "German tax number". */
  readonly title: string;
  /** What it is called, in its country's languages and in English, in lower case, `|` between; a blank stands for any separator or none. */
  readonly words: string;
  /** Source of a pattern for its usual spellings. */
  readonly value: string;
  /** A template of `sample()` that some seed makes valid. */
  readonly example: string;
  /** Its own checksum and structure. */
  readonly valid: (value: string) => boolean;
}

/**
 * An entry for a number that any program is full of: it counts where its name stands close before it, and its own checksum or
 * structure holds.
 */
export function identity(facts: Identity): Detector {
  let whole: RegExp | undefined;
  const isWhole = (value: string) => {
    whole ??= new RegExp(`^(?:${facts.value})$`, 'iu');
    return whole.test(value);
  };
  const entry = {
    id: `pii/${facts.name}` as const,
    title: facts.title,
    severity: 'warning' as const,
    tier: 'likely' as const,
    keywords: [...new Set(facts.words.split('|').flatMap(spellings))],
    boundary: 'none' as const,
    glance: digitsFollow,
    accept: (match: Match) => judgeIdentity(match, facts),
    valid: (value: string) => isWhole(value) && facts.valid(value),
  };
  return late(entry, () => rest(facts), {});
}

function rest({ words, value, example, valid }: Identity): Rest {
  const names = words.split('|').map(wordSource).join('|');
  return {
    pattern: () =>
      new RegExp(`(?:${names})(?![a-z])(?<gap>[^\\n]{0,60}?)(?<![\\w.#/-])(?<secret>${value})(?![\\w-]|[.,]\\d)`, 'i'),
    examples: () => examplesOf(words.split('|')[0] as string, example, valid),
  };
}

function examplesOf(word: string, example: string, valid: Identity['valid']): Pick<Detector, 'hits' | 'misses'> {
  const good = firstThat(example, valid);
  const bad = firstThat(example, it => !valid(it));
  return {
    hits: [`${word}: ‹${good}›`, `"${word}": "‹${good}›"`, `The ${word} of this person is ‹${good}›.`],
    misses: [...(bad ? [`${word}: ${bad}`] : []), `number: ${good}`, `${word}: none`, `${word}: #${good}`],
  };
}

/**
 * What a name is looked for by. Of several words the first is enough where it is long; short names stand in many longer words, so
 * they count only where something ends them.
 */
function spellings(word: string): string[] {
  const first = word.split(' ', 1)[0] as string;
  if (first.length >= 5) return [first];
  if (word.includes(' ')) return ['', ' ', '_', '-'].map(it => word.replaceAll(' ', it));
  return word.length <= 3 ? [...`: ="'_\\`].map(end => word + end) : [word];
}

/** A longer name may be the end of another word, as in `holderPassport`; a short one stands by itself, or behind an escape. */
function wordSource(word: string): string {
  const source = word.replace(/[.+*?()]/g, '\\$&').replaceAll(' ', '[ _.-]?');
  return word.length > 5 ? source : `(?:(?<![a-z])|(?<=\\\\[nrt]))${source}`;
}

/** The first expansion of a template that is as wanted; some seed among many is. */
function firstThat(template: string, wanted: (value: string) => boolean): string {
  for (let seed = 1; seed < 20_000; seed++) {
    const value = sample(template, seed);
    if (wanted(value)) return value;
  }
  return '';
}

/** Three digits on the line at least: most places where a name stands have none, and are left at once. */
function digitsFollow(text: string, at: number): boolean {
  let digits = 0;
  for (let i = at; i < text.length && i < at + farthest; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return false;
    if (code >= 48 && code <= 57 && ++digits === 3) return true;
  }
  return false;
}

/** Name, gap and the first digits of a value. */
const farthest = 120;

function judgeIdentity({ value, groups }: Match, { title, valid }: Identity): Verdict | undefined {
  const bare = value.replace(/[^\w]/g, '');
  if (/^(\w)\1+$/.test(bare) || '01234567890123456789'.includes(bare) || !plainGap(groups.gap ?? '')) return undefined;
  return valid(value) ? { reason: `the structure of a ${title}, behind its name` } : undefined;
}

/** Between name and number stand no other sentence, no version, no code. */
function plainGap(gap: string): boolean {
  return !/[.!?;]\s+\p{Lu}|[{}<>$\\]{2}|\d{4,}|\b(?:format|regex|pattern|example|length|version|port|timeout|expires?|issued|since|date)\b/iu.test(
    gap,
  );
}
