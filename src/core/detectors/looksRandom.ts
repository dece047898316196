import { areDrawn } from '../judge/judgeLetters';

/**
 * True where digits, capitals and small letters alternate as chance has it: in words, identifiers and paths they stand
 * in runs. Where chance left too few digits, the order of the letters tells. Made for values whose alphabet mixes them; a
 * short value gets the benefit of the doubt.
 */
export function looksRandom(value: string): boolean {
  let letters = 0;
  let digits = 0;
  let changes = 0;
  let last = 0;
  for (let i = 0; i < value.length; i++) {
    const kind = kindOf(value.charCodeAt(i));
    if (kind === 0) continue;
    if (last !== 0 && kind !== last) changes++;
    last = kind;
    letters++;
    if (kind === 1) digits++;
  }
  // Of twenty letters and digits all are letters in 3 of 100 cases, while an identifier seldom has a digit.
  return letters < 16 || changes * (digits > 0 ? 6 : 2.5) >= letters || areDrawn(value);
}

/** 1 digit, 2 capital, 3 small letter, 0 anything else. */
function kindOf(code: number): number {
  if (code >= 48 && code <= 57) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 97 && code <= 122 ? 3 : 0;
}
