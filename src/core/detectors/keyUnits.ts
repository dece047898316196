/** How far a key reaches to each side of a unit of it. */
export const longestKey = 64;

/** A key begins after a blank, a bracket, a quote, or an escape such as `\n`. */
export function backOverKey(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestKey && isKeyUnit(text.charCodeAt(start - 1))) start--;
  return start < at && text[start - 1] === '\\' && /[nrt]/.test(text[start] as string) ? start + 1 : start;
}

/** Where the key ends; a full stop or hyphen behind it is none of it. */
export function overKey(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < longestKey && isKeyUnit(text.charCodeAt(end))) end++;
  while (end > at && /[.-]/.test(text[end - 1] as string)) end--;
  return end;
}

/** Letters of any language, digits, `_`, `-` and `.`; no punctuation of other scripts. */
export function isKeyUnit(code: number): boolean {
  if (code < 128) return isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 46;
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    (code < 0x2000 || code > 0x303f) &&
    (code < 0xff00 || code > 0xff20)
  );
}

/** ASCII letters. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
