/**
 * The check digits of the world's identity numbers, written anew for the measurement: what is measured must not be made by
 * what measures. All take and give digits as text.
 */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
}

/** The digit that makes the whole pass Luhn's check. */
export function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064, modulus 11 and 10. */
export function mod11And10(digits: string): string {
  let check = 10;
  for (const digit of digits) check = (((Number(digit) + check) % 10 || 10) * 2) % 11;
  return String((11 - check) % 10);
}

/** ISO 7064, modulus 11 and radix 2: a digit or X. */
export function mod11And2(digits: string): string {
  let check = 0;
  for (const digit of digits) check = ((check + Number(digit)) * 2) % 11;
  const value = (12 - check) % 11;
  return value === 10 ? 'X' : String(value);
}

/** Verhoeff's check, by the dihedral group of ten. */
export function verhoeffDigit(digits: string): string {
  let check = 0;
  [...digits].reverse().forEach((digit, place) => {
    check = multiply(check, permute(Number(digit), place + 1));
  });
  return String(check === 0 || check > 4 ? check : 5 - check);
}

function multiply(one: number, other: number): number {
  if (one < 5) return other < 5 ? (one + other) % 5 : ((one + other) % 5) + 5;
  return other < 5 ? ((one - other + 5) % 5) + 5 : (one - other + 5) % 5;
}

function permute(digit: number, times: number): number {
  let value = digit;
  for (let round = 0; round < times % 8; round++) value = permutation[value]!;
  return value;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** A letter's or digit's place in an alphabet, by default 0-9 and then A-Z. */
export function ordinal(unit: string, alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'): number {
  return alphabet.indexOf(unit);
}
