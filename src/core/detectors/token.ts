import type { Detector } from './detector';
import { looksRandom } from './looksRandom';
import { shape } from './shape';

/**
 * An entry for a token whose first units nothing else has, from one line of facts: `token('acme-key', 'Acme key',
 * 'acme_{hex:40}')`. See `shape` for how facts are written. The usual places and near misses are made of them.
 */
export function token(name: string, title: string, facts: string, more: Partial<Detector> = {}): Detector {
  const { source, examples, tooShort, heads, mixed } = shape(facts);
  const example = examples[0] as string;
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'certain',
    keywords: [...new Set(heads)],
    pattern: new RegExp(source),
    accept: ({ value }) => (!mixed || looksRandom(value) ? {} : undefined),
    hits: [
      ...examples.map(it => `API_TOKEN=‹${it}›`),
      `{"key": "‹${example}›"}`,
      `curl -H 'Authorization: Bearer ‹${example}›'`,
    ],
    misses: [
      ...tooShort,
      `a word before${example}`,
      `${heads[0]}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
      `${heads[0]} alone`,
    ],
    ...more,
  };
}
