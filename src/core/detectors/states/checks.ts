// Checksums that stdnum lacks or reads differently; each is given letters and digits alone.
import { luhn } from '../checksum';

/** Each unit times its weight; letters count from ten. */
function sumOf(value: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * Number.parseInt(value[at] ?? '', 36), 0);
}

/** A check of digits by weights, the last digit being the rest by a modulus; a rest of ten is no number. */
export function weighted(weights: readonly number[], modulus: number): (value: string) => boolean {
  return value => sumOf(value, weights) % modulus === Number(value[weights.length]);
}

/** The same, where the last digit is what is missing to a multiple of eleven; `ten` stands for a rest of ten. */
export function missing(weights: readonly number[], ten = -1): (value: string) => boolean {
  return value => {
    const rest = (11 - (sumOf(value, weights) % 11)) % 11;
    return (rest === 10 ? ten : rest) === Number(value[weights.length]);
  };
}

export const fromTen = [10, 9, 8, 7, 6, 5, 4, 3, 2];
/** ICAO 9303: letters count from ten. */
export const icao = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];

/** The last two digits are what a number leaves when divided by 97, where `rest` says how. */
export function by97(rest: (left: number) => number): (value: string) => boolean {
  return value => {
    const left = Number(BigInt(value.slice(0, -2)) % 97n);
    return rest(left) === Number(value.slice(-2));
  };
}

/** Whether month and day stand at places of a number; what counts more than 12 or 31 is taken off first. */
export function dated(month: number, day: number, offsets: readonly number[] = [0]): (value: string) => boolean {
  return value => {
    const m = Number(value.slice(month, month + 2));
    const d = Number(value.slice(day, day + 2));
    return d >= 1 && d <= 31 && offsets.some(offset => m - offset >= 1 && m - offset <= 12);
  };
}

/** All of several checks. */
export function all(...checks: readonly ((value: string) => boolean)[]): (value: string) => boolean {
  return value => checks.every(check => check(value));
}

/** A Luhn number among several pieces of structure. */
export { luhn };

/** ICAO 9303: letters count from ten, weights 7, 3, 1; a German card has a letter. */
export function germanDocument(value: string): boolean {
  return /[A-Z]/.test(value) && weighted(icao.slice(0, 9), 10)(value);
}

/** A letter as its place in the alphabet in two digits, weights 1 and 2, cross sums: as on cards of German health insurers. */
export function germanHealth(value: string): boolean {
  const digits = `${String(value.charCodeAt(0) - 64).padStart(2, '0')}${value.slice(1, 9)}`;
  const sum = [...digits].reduce((total, digit, at) => total + cross(Number(digit) * (1 + (at % 2))), 0);
  return sum % 10 === Number(value[9]);
}

function cross(number: number): number {
  return number > 9 ? number - 9 : number;
}

export function polishCard(value: string): boolean {
  return sumOf(value, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0;
}

export function swedish(value: string): boolean {
  const short = value.slice(-10);
  const day = Number(short.slice(4, 6)) % 60;
  const month = Number(short.slice(2, 4));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(short);
}

/** Digits 1 to 10 are weighted upwards, before 1997 or downwards, since. */
export function hungarian(value: string): boolean {
  const month = Number(value.slice(3, 5));
  const sum = (weights: (at: number) => number) =>
    [...value.slice(0, 10)].reduce((total, digit, at) => total + Number(digit) * weights(at), 0) % 11;
  const last = Number(value[10]);
  return month >= 1 && month <= 12 && (sum(at => at + 1) === last || sum(at => 10 - at) === last);
}

/** Thirteen digits, birth date first; the last two are the Luhn and the Verhoeff digit of the first eleven. */
export function luxembourg(value: string): boolean {
  return dated(4, 6)(value) && luhn(value.slice(0, 12)) && verhoeff(value.slice(0, 11) + value.slice(12));
}

/** Whether a number ends in its Verhoeff digit: a dihedral group's product, after places are permuted. */
function verhoeff(value: string): boolean {
  let sum = 0;
  [...value].reverse().forEach((digit, at) => {
    let place = Number(digit);
    for (let turn = at % 8; turn > 0; turn--) place = permuted[place] as number;
    sum = product(sum, place);
  });
  return sum === 0;
}

const permuted = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** In the group of a pentagon's turns (0 to 4) and flips (5 to 9). */
function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

export function snils(value: string): boolean {
  return (sumOf(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(value.slice(9));
}

/** Russian organisations and entrepreneurs: what the others leave by 11 or 13, its last digit. */
export function ogrn(value: string): boolean {
  const modulus = value.length === 13 ? 11n : 13n;
  return Number(BigInt(value.slice(0, -1)) % modulus) % 10 === Number(value.at(-1));
}

export function sriLankan(value: string): boolean {
  const day = Number(value.length === 10 ? value.slice(2, 5) : value.slice(4, 7)) % 500;
  return day >= 1 && day <= 366 && (value.length === 10 || /^(?:19|20)/.test(value));
}

const taiwaneseLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

export function taiwanese(value: string): boolean {
  const first = taiwaneseLetters.indexOf(value[0] as string) + 10;
  const second = /[A-D]/.test(value[1] as string)
    ? taiwaneseLetters.indexOf(value[1] as string) % 10
    : Number(value[1]);
  const digits = [Math.floor(first / 10), first % 10, second, ...[...value.slice(2)].map(Number)];
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 0 || at === 10 ? 1 : 10 - at), 0);
  return first >= 10 && sum % 10 === 0;
}

export function japanese(value: string): boolean {
  const rest = sumOf(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(value[11]);
}

export function singaporean(value: string): boolean {
  const sum = sumOf(value.slice(1), [2, 7, 6, 5, 4, 3, 2]);
  const first = value[0] as string;
  const offset = first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0;
  const letters = first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : first === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK';
  const rest = (sum + offset) % 11;
  return letters[first === 'M' ? 10 - rest : rest] === value[8];
}

const zealandLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** HISO 10046: three letters and four digits, or since 2019 also AAA99AA with a letter for the check. */
export function zealandHealth(value: string): boolean {
  const sum = [...value.slice(0, 6)].reduce(
    (total, unit, at) => total + (/\d/.test(unit) ? Number(unit) : zealandLetters.indexOf(unit) + 1) * (7 - at),
    0,
  );
  const last = value[6] as string;
  if (!/\d/.test(last)) return zealandLetters[23 - (sum % 23) - 1] === last;
  const rest = sum % 11;
  return rest !== 0 && (11 - rest) % 10 === Number(last);
}

export function iranian(value: string): boolean {
  const rest = sumOf(value, fromTen) % 11;
  return Number(value[9]) === (rest < 2 ? rest : 11 - rest);
}

/** Cartão Nacional de Saúde: fifteen digits whose weighted sum is a multiple of eleven. */
export function brazilianHealth(value: string): boolean {
  return sumOf(value, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Título de eleitor: two check digits, the second over the state's number. */
export function brazilianVoter(value: string): boolean {
  const digit = (sum: number) => (sum % 11 === 10 ? 0 : sum % 11);
  const first = digit(sumOf(value, [2, 3, 4, 5, 6, 7, 8, 9]));
  const state = Number(value.slice(8, 10));
  const second = digit(Number(value[8]) * 7 + Number(value[9]) * 8 + first * 9);
  return state >= 1 && state <= 28 && first === Number(value[10]) && second === Number(value[11]);
}

/** Carteira de habilitação: two check digits, the second less two where the first came out as ten. */
export function brazilianLicence(value: string): boolean {
  const first = sumOf(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11;
  const second = (sumOf(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11) - (first === 10 ? 2 : 0);
  const last = second === 10 ? 0 : second < 0 ? second + 11 : second;
  return Number(value[9]) === (first === 10 ? 0 : first) && Number(value[10]) === (last === 10 ? 0 : last);
}

/** Kazakhstan: weighted from one; where that leaves ten, again from three. */
export function kazakh(value: string): boolean {
  const first = sumOf(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const rest = first < 10 ? first : sumOf(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return rest === Number(value[11]);
}

/** Portuguese social security: weighted by primes. */
export function portugueseSocial(value: string): boolean {
  return 9 - (sumOf(value, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === Number(value[10]);
}

const pupilLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** English pupils: the leading letter checks twelve digits. */
export function pupil(value: string): boolean {
  return pupilLetters[sumOf(value.slice(1), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) % 23] === value[0];
}

/** Ukrainian register: the digits before the last, weighted 7, 3, 1. */
export function ukrainianRegister(value: string): boolean {
  return dated(4, 6)(value) && weighted(icao.slice(0, 12), 10)(value);
}
