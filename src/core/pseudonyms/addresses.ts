import type { Draw } from './draw';
import { digitsLike, inCaseOf, type Memory, townLike } from './names';
import { shapeLike } from './numbers';
import { type Locale, wordList } from './wordLists';

/** An address of the internet in a net that is set aside for documents (RFC 5737); for benchmarks (RFC 2544) once these are used up. */
export function ipv4Like(_value: string, draw: Draw, attempt: number): string {
  if (attempt > 3) return `198.${18 + draw.below(2)}.${draw.below(256)}.${1 + draw.below(254)}`;
  return `${draw.pick(['192.0.2', '198.51.100', '203.0.113'])}.${1 + draw.below(254)}`;
}

/** The same groups under 2001:db8::/32 (RFC 3849). */
export function ipv6Like(value: string, draw: Draw): string | undefined {
  if (!/^[\da-f]{1,4}:[\da-f]{1,4}:/i.test(value)) return `2001:db8::${shapeLike('1a1f', draw)}`;
  const [first = '', second = '', ...rest] = value.split(':');
  const groups = rest.map(group =>
    group.replace(/[\da-f]/gi, (_, at) => (at === 0 ? 1 + draw.below(15) : draw.below(16)).toString(16)),
  );
  const made = [
    '2001',
    second.length === 4 && first.length === 4 && /^0/.test(rest.join('')) ? '0db8' : 'db8',
    ...groups,
  ].join(':');
  return value === value.toUpperCase() ? made.toUpperCase() : made.toLowerCase();
}

/** 00-00-5E-00-53-xx (RFC 7042), and locally administered ones once these are used up; in the same spelling. */
export function macLike(value: string, draw: Draw, attempt: number): string {
  const tail = Array.from({ length: 6 }, () => hexDigit(draw)).join('');
  const bare = attempt > 3 ? `02005e${tail}` : `00005e0053${tail.slice(4)}`;
  let at = 0;
  const made = value.replace(/[\da-f]/gi, () => bare[at++] ?? '0');
  return value === value.toLowerCase() ? made : made.toUpperCase();
}

function hexDigit(draw: Draw): string {
  return draw.below(16).toString(16);
}

/** A street of the same country's kind with another number; apartment, town and postcode as far as they stand there. */
export function streetLike(value: string, draw: Draw, attempt: number, memory: Memory): string {
  const locale = memory.localeOf(value);
  const parts = value.split(/(,\s*|\\n|\n|;\s*)/);
  return parts
    .map((part, at) => {
      if (at % 2 === 1 || part === '') return part;
      return at === 0 ? firstLine(part, locale, draw, attempt) : furtherPart(part, locale, draw, attempt);
    })
    .join('');
}

function firstLine(part: string, locale: Locale, draw: Draw, attempt: number): string {
  const street = draw.pick(wordList(locale).streets);
  const number = /\d+/.exec(part)?.[0];
  if (/^\P{L}*$/u.test(part)) return part.replace(/\d+/g, it => digitsLike(it, draw));
  if (number === undefined) return inCaseOf(part, attempt < 3 ? street : `${street} ${1 + draw.below(900)}`);
  const drawn = digitsLike(attempt < 4 ? number : number.padEnd(3, '0').slice(0, 4), draw);
  // What stands behind a leading number and its street, such as `Apt. 4`, stays in its form.
  const unit = /\s(?:apt|suite|ste|unit|flat|floor|#)\W*\s?[\w-]+$/i.exec(part)?.[0] ?? '';
  const made = /^\W*\d/.test(part)
    ? `${drawn} ${street}`
    : /[\p{Script=Han}\p{Script=Hangul}]/u.test(part)
      ? `${street}${drawn}`
      : `${street} ${drawn}`;
  return inCaseOf(part, made) + unit.replace(/\d+/g, it => digitsLike(it, draw));
}

function furtherPart(part: string, locale: Locale, draw: Draw, attempt: number): string {
  if (/^(?:apt|suite|ste|unit|flat|floor|#|p\.?o\.? box)/i.test(part))
    return part.replace(/\d+/g, it => digitsLike(it, draw));
  if (!/\p{L}{3}/u.test(part)) return shapeLike(part, draw);
  const code = /(?:\b[A-Z]{1,2}-?)?\d[\d -]*\d\b/.exec(part)?.[0];
  if (code === undefined) return townLike(part, draw, attempt, { localeOf: () => locale });
  const town = part.replace(code, '').trim();
  return part
    .replace(code, shapeLike(code, draw))
    .replace(town, townLike(town, draw, attempt, { localeOf: () => locale }));
}

/** A date some months off, written the same way. */
export function dateLike(value: string, draw: Draw): string {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  if (compact) return yearLike(compact[1]!, draw) + two(1 + draw.below(12)) + two(1 + draw.below(28));
  const [date = value] = /^[^T]*/.exec(value) ?? [];
  const groups = date.match(/\d+/g) ?? [];
  const year = groups.findIndex(it => it.length === 4);
  const yearAt = year >= 0 ? year : groups.length - 1;
  const others = groups.filter((_, at) => at !== yearAt).map(Number);
  let at = -1;
  return (
    date.replace(/\d+/g, group => {
      at++;
      if (at === yearAt) return yearLike(group, draw);
      // With a month's name there is one other number, the day; else what is above twelve is the day, and where neither is, both stay below.
      const isDay = Number(group) > 12 || others.length === 1;
      const limit = isDay ? 28 : 12;
      const made = String(isDay && others.length > 1 ? 13 + draw.below(16) : 1 + draw.below(limit));
      return group.startsWith('0') || group.length === 2 ? made.padStart(2, '0') : made;
    }) + value.slice(date.length)
  );
}

function yearLike(year: string, draw: Draw): string {
  const made = Number(year) - 3 + draw.below(7);
  return year.length === 4 ? String(made) : two((made + 100) % 100);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A place some kilometres off, with as many decimals. */
export function coordinatesLike(value: string, draw: Draw): string {
  return value.replace(
    /(\.)(\d+)/g,
    (_, point: string, decimals: string) => point + [...decimals].map(() => draw.below(10)).join(''),
  );
}
