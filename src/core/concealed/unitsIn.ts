/** Which units stand in a part of a text, as bits of `units`. */
export function unitsIn(text: string, start: number, end: number): number {
  let seen = 0;
  for (let at = start; at < end; at++) seen |= classes[text.charCodeAt(at) & 127] as number;
  return seen;
}

/** Digits, letters of each case, letters that hexadecimal hasn't, and everything else. */
export const units = { digit: 1, upper: 2, lower: 4, both: 6, beyondHex: 8, sign: 16 } as const;

const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  if (/\d/.test(unit)) return units.digit;
  if (!/[a-z]/i.test(unit)) return units.sign;
  return (unit < 'a' ? units.upper : units.lower) | (/[g-z]/i.test(unit) ? units.beyondHex : 0);
});
