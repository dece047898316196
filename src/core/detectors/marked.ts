import type { Detector } from './detector';
import { looksRandom } from './looksRandom';
import { shape } from './shape';

/**
 * An entry for a token that carries its maker's mark inside, from one line of facts: `marked('acme-key', 'Acme key',
 * '{alnum:20}ACME{alnum:20}')`. See `shape` for how facts are written.
 */
export function marked(name: string, title: string, facts: string, more: Partial<Detector> = {}): Detector {
  const { source, examples, tooShort, mark } = shape(facts);
  const example = examples[0] as string;
  const { word, lead } = mark ?? { word: '', lead: 0 };
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'certain',
    keywords: [word],
    lead,
    pattern: new RegExp(`(?<![A-Za-z0-9+/-])${source}`),
    accept: ({ value }) => (looksRandom(value) ? {} : undefined),
    hits: [`API_KEY=‹${example}›`, `{"key": "‹${example}›"}`, `client.setKey('‹${example}›');`],
    misses: [...tooShort, `x${example}`, `${word} alone`, `x${word}x`],
    ...more,
  };
}
