import type { Detector } from './detector';

/**
 * An entry for a token with a prefix that nothing else has. `body` is the source of a pattern, `example` a template of
 * `sample()` for the whole token; the usual places and near misses are made of it.
 */
export function prefixed(
  name: string,
  title: string,
  prefix: string,
  body: string,
  example: string,
  more: Partial<Detector> = {},
): Detector {
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'certain',
    keywords: [prefix.toLowerCase()],
    pattern: new RegExp(prefix.replace(/[.$+]/g, '\\$&') + body),
    hits: [`API_TOKEN=‹${example}›`, `{"key": "‹${example}›"}`, `Authorization: Bearer ‹${example}›`],
    misses: [
      `${prefix}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
      `a word before${example}`,
      `${prefix} and nothing else`,
    ],
    ...more,
  };
}
