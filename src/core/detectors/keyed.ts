import type { Detector } from './detector';

/**
 * An entry for a secret without a format of its own, told by the vendor's name in its key: `ACME_API_KEY = …`.
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
  const word = words[0] as string;
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'likely',
    keywords: words,
    pattern: new RegExp(`(?:${words.join('|')})${keyRest}${assigned}(?<secret>${value})${closed}`, 'i'),
    hits: [
      `${word}_api_key=‹${example}›`,
      `"${word}ApiToken": "‹${example}›",`,
      `const ${word}_secret = '‹${example}›';`,
    ],
    misses: [
      `${word}_api_key = process.env.API_KEY;`,
      `${word} is at ${example}`,
      `${word}_token=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`,
    ],
    ...more,
  };
}

/** The rest of the key's words: one of them must speak of a secret. */
const keyRest = String.raw`[\w.\- ]{0,24}?(?:key|token|secret|api|auth|pass|pwd|pat|cred|access|private|sid)[\w.\- ]{0,16}`;

/** What may stand between a key and its value: `=`, `: `, `" => "`, `\": \"`, `', '`, `>`. */
export const assigned = String.raw`[\\"'\x60\])]{0,4}\s{0,8}(?:=>|:=|={1,3}|:{1,2}|>|,|\()\s{0,8}(?:[rbuf@$]{0,2}[\\"'\x60(]{1,4})?`;

/** No unit of the alphabets of tokens may follow. */
const closed = '(?![\\w+/=-])';
