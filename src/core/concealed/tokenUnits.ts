/** Units that tokens are made of. */
export function isInToken(code: number): boolean {
  return code < 128 && tokenUnits[code] === 1;
}

/** The shortest run that matters: fifteen letters in base64. Of most tokens that are cut once, one piece is as long. */
export const shortestRun = 20;

/** Units of base64 in both of its alphabets. */
export function isInRun(code: number): boolean {
  return code < 128 && runUnits[code] === 1;
}

function unitsOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (letters.test(String.fromCharCode(code)) ? 1 : 0));
}

const tokenUnits = unitsOf(/[\w.~!*^:@=$?#+/-]/);
const runUnits = unitsOf(/[\w+/-]/);
