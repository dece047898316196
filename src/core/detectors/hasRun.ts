/**
 * True where a run of at least `length` letters, digits, `_` and `-` begins in `text[from, from + room]`. Looks at every
 * `length`-th unit first, because ordinary words are shorter.
 */
export function hasRun(text: string, from: number, room: number, length: number): boolean {
  const last = Math.min(text.length - 1, from + room + length - 1);
  for (let at = from + length - 1; at <= last; ) {
    if (!isRunUnit(text.charCodeAt(at))) {
      at += length;
      continue;
    }
    let start = at;
    while (start > from && isRunUnit(text.charCodeAt(start - 1))) start--;
    if (start > from + room) return false;
    let end = at + 1;
    while (end < start + length && isRunUnit(text.charCodeAt(end))) end++;
    if (end - start >= length) return true;
    at = end + length;
  }
  return false;
}

const runUnits = Uint8Array.from({ length: 128 }, (_, code) => (/[\w-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** Past the end there is no unit. */
export function isRunUnit(code: number): boolean {
  return code < 128 && runUnits[code] === 1;
}
