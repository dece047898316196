import type { Detector, Match } from './detector';
import { late, type Rest } from './late';
import { judgeNear, nearPattern, runOf } from './near';

/**
 * An entry for a secret without a format of its own, told by the vendor's name in its key or close before it (see `near`).
 * `words` are the vendor's names in lower case, `value` the source of a pattern, `example` a template of `sample()`.
 */
export function keyed(
  name: string,
  title: string,
  words: readonly string[],
  value: string,
  example: string,
  more: Partial<Detector> = {},
): Detector {
  const entry = {
    id: `secret/${name}` as const,
    title,
    severity: 'error' as const,
    tier: 'likely' as const,
    keywords: words,
    accept: (match: Match) => judgeNear(match, title, /A-Z/.test(value), example.startsWith('{hex:8}-')),
  };
  return late(entry, () => rest(words, `(?:${value})${closed}`, example), more);
}

function rest(words: readonly string[], value: string, example: string): Rest {
  const word = words[0] as string;
  return {
    pattern: () => nearPattern(words, value),
    run: runOf(value),
    examples: () => examplesOf(word, example),
  };
}

function examplesOf(word: string, example: string): Pick<Detector, 'hits' | 'misses'> {
  return {
    hits: [
      `${word}_api_key=‹${example}›`,
      `"${word}ApiToken": "‹${example}›",`,
      `const ${word}_secret = '‹${example}›';`,
      `# ${word}\nAPI_KEY=‹${example}›`,
    ],
    misses: [
      `${word}_api_key = process.env.API_KEY;`,
      `${word} is at ${example}`,
      `${word}_token=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
    ],
  };
}

/** No unit of the alphabets of tokens may follow. */
const closed = '(?![\\w+/=-])';
