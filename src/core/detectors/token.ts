import type { Detector } from './detector';
import { late, type Rest } from './late';
import { looksRandom } from './looksRandom';
import { heads, isMixed, shape } from './shape';

/**
 * An entry for a token whose first units nothing else has, from one line of facts: `token('acme-key', 'Acme key',
 * 'acme_{hex:40}')`. See `shape` for how facts are written. The usual places and near misses are made of them.
 */
export function token(name: string, title: string, facts: string, more: Partial<Detector> = {}): Detector {
  const keywords = heads(facts);
  const wordLike = isMixed(facts) && (/base64url|word/.test(facts) || keywords.some(it => it.length < unmistakable));
  const entry = {
    id: `secret/${name}` as const,
    title,
    severity: 'error' as const,
    tier: 'certain' as const,
    keywords,
    accept: ({ value }: { value: string }) => (!wordLike || looksRandom(value) ? {} : undefined),
  };
  return late(entry, () => rest(facts, keywords[0] as string), more);
}

/** From so many fixed units on, only alphabets with `_` can make a name of a token. */
const unmistakable = 5;

function rest(facts: string, head: string): Rest {
  const { source, examples, tooShort } = shape(facts);
  const example = examples[0] as string;
  return {
    // A plus sign to the left means base64 that goes on.
    pattern: () => new RegExp(`(?<!\\w\\+)${source}`),
    examples: () => ({
      hits: [
        ...examples.map(it => `API_TOKEN=‹${it}›`),
        `{"key": "‹${example}›"}`,
        `curl -H 'Authorization: Bearer ‹${example}›'`,
      ],
      misses: [
        ...tooShort,
        `a word before${example}`,
        `${head}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
        `${head} alone`,
      ],
    }),
  };
}
