import cardValidator from 'card-validator';
import { isValidIBAN } from 'ibantools';
import { luhn } from '../detectors/checksum';
import type { Detector } from '../detectors/detector';
import type { Draw } from './draw';

/** The same separators, capitals and digits at the same places, all of them drawn anew. */
export function shapeLike(value: string, draw: Draw): string {
  let first = true;
  return value.replace(/[\p{L}\d]/gu, unit => {
    const made = unitLike(unit, draw, first);
    if (/\d/.test(unit)) first = false;
    return made;
  });
}

/** A number that a detector's own checksum and structure accept, of the same shape; undefined where none was found in time. */
export function validLike(value: string, draw: Draw, valid: (value: string) => boolean): string | undefined {
  const bare = value.replace(/[^\p{L}\d]/gu, '').length;
  for (let attempt = 0; attempt < tries; attempt++) {
    // Prefixes, centuries and dates are structure in many numbers: the longer nothing fits, the more of the beginning stays.
    const kept = attempt < 120 ? 0 : attempt < 500 ? Math.min(3, bare >> 1) : Math.min(7, bare >> 1);
    let at = 0;
    const made = value.replace(/[\p{L}\d]/gu, unit => {
      at++;
      // Zeros and ones begin months, days and centuries; a letter may be a check digit's.
      const stays = unit === '0' || unit === '1' ? 0.6 : /\d/.test(unit) ? 0 : 0.25;
      if (at <= kept || draw.below(100) < 100 * stays) return unit;
      return unitLike(unit, draw, at === 1);
    });
    if (made !== value && valid(made)) return made;
  }
  return undefined;
}

const tries = 3000;

/** What a detector says of a value by itself; where it has no check of its own, any value of the same shape is as good. */
export function validBy({ valid }: Detector): (value: string) => boolean {
  return value => valid?.(value) ?? true;
}

/** A card of the same brand, length and grouping, beginning as that brand's numbers for tests do. */
export function cardLike(value: string, draw: Draw): string | undefined {
  const digits = value.replace(/\D/g, '');
  const brand = cardValidator.number(digits).card?.type ?? '';
  const begin = testBins[brand] ?? digits.slice(0, 6);
  for (let attempt = 0; attempt < 60; attempt++) {
    const body = begin + drawDigits(draw, digits.length - begin.length - 1);
    for (let check = 0; check < 10; check++) {
      if (luhn(body + check) && !/(\d)\1{5}|0000$/.test(body)) return intoDigits(value, body + check);
    }
  }
  return undefined;
}

/** How the numbers begin that processors print for tests (Stripe, Adyen, PayPal and Braintree agree on these). */
const testBins: Readonly<Record<string, string>> = {
  visa: '400000',
  mastercard: '222300',
  'american-express': '378282',
  discover: '601111',
  jcb: '353011',
  'diners-club': '305693',
  unionpay: '620000',
  maestro: '675964',
};

/** An IBAN of the same country and spacing, at the bank that the register of IBANs takes for its example where that is known. */
export function ibanLike(value: string, draw: Draw): string | undefined {
  const bare = value.replace(/\s/g, '').toUpperCase();
  const country = bare.slice(0, 2);
  const bank = exampleBanks[country] ?? '';
  for (let attempt = 0; attempt < tries; attempt++) {
    const account = [...bare.slice(4 + bank.length)].map(unit => unitLike(unit, draw, false)).join('');
    const made = country + ibanCheck(country, bank + account) + bank + account;
    if (made !== bare && isValidIBAN(made))
      return intoUnits(value, value === value.toLowerCase() ? made.toLowerCase() : made);
  }
  return undefined;
}

/** The beginnings of the examples in the SWIFT register of IBANs: country → bank, and branch where it has one. */
const exampleBanks: Readonly<Record<string, string>> = {
  AT: '19043',
  BE: '539',
  BG: 'BNBG9661',
  CH: '00762',
  CY: '00200128',
  CZ: '0800',
  DE: '37040044',
  DK: '0040',
  EE: '22',
  ES: '21000418',
  FI: '123456',
  FR: '2004101005',
  GB: 'NWBK601613',
  GR: '0110125',
  HR: '1001005',
  IE: 'AIBK931152',
  IT: 'X0542811101',
  LT: '10000',
  LU: '001',
  LV: 'BANK',
  MT: 'MALT01100',
  NL: 'ABNA',
  NO: '8601',
  PL: '10901014',
  PT: '00020123',
  RO: 'AAAA',
  SE: '500',
  SI: '19100',
  SK: '1200',
  TR: '00061',
};

/** ISO 13616: letters count from ten, and the whole leaves a rest of one by 97. */
function ibanCheck(country: string, account: string): string {
  let rest = 0;
  for (const unit of `${account}${country}00`) {
    const number = Number.parseInt(unit, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return String(98 - rest).padStart(2, '0');
}

/** A BIC of the same country; no bank is called TEST. */
export function bicLike(value: string, draw: Draw): string {
  const made = `TEST${value.slice(4, 6).toUpperCase()}${shapeLike(value.slice(6).toUpperCase(), draw)}`;
  return value === value.toLowerCase() ? made.toLowerCase() : made;
}

/** Drawn digits. */
export function drawDigits(draw: Draw, count: number): string {
  return Array.from({ length: Math.max(0, count) }, () => draw.below(10)).join('');
}

/** Digits at the places of a value's digits. */
export function intoDigits(value: string, digits: string): string {
  let at = 0;
  return value.replace(/\d/g, () => digits[at++] ?? '');
}

function intoUnits(value: string, units: string): string {
  let at = 0;
  return value.replace(/[a-z\d]/gi, () => units[at++] ?? '');
}

const latin = 'ABCDEFGHJKLMNPRSTUVWXYZ';

function unitLike(unit: string, draw: Draw, first: boolean): string {
  if (/\d/.test(unit)) return String(first && unit !== '0' ? 1 + draw.below(9) : draw.below(10));
  if (/[A-Z]/.test(unit)) return draw.pick([...latin]);
  if (/[a-z]/.test(unit)) return draw.pick([...latin]).toLowerCase();
  return neighbour(unit, draw);
}

/** Another letter of the same script and sort, near it in its alphabet. */
function neighbour(unit: string, draw: Draw): string {
  const code = unit.codePointAt(0) as number;
  const sort = /\p{Lu}/u.test(unit) ? /^\p{Lu}$/u : /\p{Ll}/u.test(unit) ? /^\p{Ll}$/u : /^\p{L}$/u;
  for (let attempt = 0; attempt < 20; attempt++) {
    const made = String.fromCodePoint(code - 8 + draw.below(17));
    if (made !== unit && sort.test(made)) return made;
  }
  return unit;
}
