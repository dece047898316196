/**
 * The pattern of a secret that only its key tells: the key's words (a pattern that begins with the detector's keyword),
 * an assignment in whichever syntax, and the value. Understands quotes and their escapes, and keys of several words.
 */
export function keyed(key: string, value: string, flags = 'i'): RegExp {
  return new RegExp(`${key}[\\w.\\- ]{0,30}${assigned}(?<secret>${value})${closed}`, flags);
}

/** What may stand between a key and its value: `=`, `: `, `" => "`, `\": \"`, `>`, `', '`, ` `. */
export const assigned = String.raw`[\\"'\x60\])]{0,4}\s{0,8}(?:=>|:=|={1,3}|:{1,2}|>|,|\()?\s{0,8}(?:[rbuf@$]{0,2}[\\"'\x60(]{1,4})?`;

/** No unit of the alphabets of tokens may follow. */
const closed = '(?![\\w+/=-])';
