/**
 * A dummy of a secret's shape that is no valid token: `x` and `0` with the same signs between, and a number at its end that tells it
 * from other dummies.
 */
export function dummyOf(secret: string, number: number): string {
  let rest = number;
  const units = [...secret];
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at] as string;
    if (/\d/.test(unit)) {
      units[at] = String(rest % 10);
      rest = Math.floor(rest / 10);
    } else if (/\p{L}/u.test(unit) && !isEscape(units, at)) {
      // The letters before x: the first dummy is all of them.
      units[at] = String.fromCharCode('x'.charCodeAt(0) - (rest % 10));
      if (/\p{Lu}/u.test(unit)) units[at] = (units[at] as string).toUpperCase();
      rest = Math.floor(rest / 10);
    }
  }
  return units.join('');
}

/** `\n` in the source of a string stays a line's end. */
function isEscape(units: readonly string[], at: number): boolean {
  return units[at - 1] === '\\' && /[nrtbfu]/.test(units[at] as string);
}
