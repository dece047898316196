import type { Detector } from './detector';
import { late, type Rest } from './late';
import { heads, shape } from './shape';

/**
 * An entry for a secret that stands in an address, from one line of facts: `address('acme-webhook', 'Acme webhook',
 * 'hooks.acme.com/in/', '{alnum:24}')`. `before` may hold choices as in `shape`; the secret alone is what is found.
 */
export function address(
  name: string,
  title: string,
  before: string,
  facts: string,
  more: Partial<Detector> = {},
): Detector {
  const entry = {
    id: `secret/${name}` as const,
    title,
    severity: 'error' as const,
    tier: 'certain' as const,
    keywords: heads(before),
  };
  return late(entry, () => rest(before, facts), more);
}

function rest(before: string, facts: string): Rest {
  const lead = shape(before);
  const { source, examples, tooShort } = shape(facts);
  const start = lead.examples[0] as string;
  const example = examples[0] as string;
  return {
    pattern: () => new RegExp(`${lead.source}(?<secret>${source})`),
    examples: () => ({
      hits: [
        ...examples.map(it => `URL=https://${start}‹${it}›`),
        `{"url": "https://${start}‹${example}›"}`,
        `curl -X POST 'https://${start}‹${example}›'`,
      ],
      misses: [
        ...tooShort.map(it => `https://${start}${it}`),
        `https://${start}`,
        `https://${start}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
        `https://host.test/${example}`,
      ],
    }),
  };
}
