import type { Match, Verdict } from './detector';

/** Whether six pairs or three groups of four can stand around a sign; a word for them is asked for nothing. */
export function mayBeMac(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  if (sign === 46) {
    const fifth = text.charCodeAt(at + 5);
    if (!isHex(text.charCodeAt(at + 4)) || (fifth !== 46 && isWordUnit(fifth))) return false;
    return isHex(text.charCodeAt(at - 1)) && runAround(text, at) !== '';
  }
  if (sign !== 58 && sign !== 45) return true;
  const third = text.charCodeAt(at + 3);
  return (third === sign || !isWordUnit(third)) && isHex(text.charCodeAt(at - 1)) && runAround(text, at) !== '';
}

/** IEEE 802: pairs by colons or hyphens, groups of four by dots, and twelve digits where a word names them. */
export function judgeMac({ text, at, start, end, groups }: Match): Verdict | undefined {
  const spoken = groups.secret !== undefined;
  const value = spoken ? text.slice(start, end) : runAround(text, at);
  if (value === '') return undefined;
  const from = spoken ? start : text.lastIndexOf(value, at);
  const bare = value.replace(/[^0-9a-f]/gi, '').toLowerCase();
  const near = text.slice(Math.max(0, from - 40), from);
  if (bare === value.toLowerCase() ? !namesBare(near) : !credible(bare, near, value)) return undefined;
  const why = whyHarmless(bare);
  return {
    ...{ start: from, end: from + value.length },
    ...(why === undefined
      ? { reason: 'six pairs of a hardware address' }
      : { harmless: true, reason: `a hardware address that is ${why}` }),
  };
}

/** The address that the sign at `at` is part of, or nothing. */
function runAround(text: string, at: number): string {
  let start = at;
  while (at - start < 18 && isUnit(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end - at < 18 && isUnit(text.charCodeAt(end))) end++;
  while (end > at && /[.:-]/.test(text[end - 1] as string)) end--;
  while (start < at && /[.:-]/.test(text[start] as string)) start++;
  const length = end - start;
  if ((length !== 17 && length !== 14) || isWordUnit(text.charCodeAt(end))) return '';
  if (isWordUnit(text.charCodeAt(start - 1)) && !/\\[nrt]$/.test(text.slice(Math.max(0, start - 2), start))) return '';
  const shown = text.slice(start, end);
  return shape.test(shown) ? shown : '';
}

const shape = /^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i;

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

function isUnit(code: number): boolean {
  return isHex(code) || code === 58 || code === 46 || code === 45;
}

function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** Digits alone may be a time or a date, and one case throughout is how programs write an address. */
function credible(bare: string, near: string, value: string): boolean {
  if (word.test(near)) return true;
  if (/^\d+$/.test(bare) || !/\d/.test(bare)) return false;
  return !/[a-f]/.test(value) || !/[A-F]/.test(value);
}

const word = /mac|ether|hwaddr|bssid|lladdr|physical|hardware|bluetooth|wlan|wi-?fi|device|arp|adres|address/i;

/** Twelve digits say nothing by themselves; the name must stand right before them. */
function namesBare(near: string): boolean {
  return /(?:(?<![a-z])|_)(?:mac|bssid|hwaddr|lladdr|hardware|physical)(?:[_ -]?(?:addr|address|adresse|id)\w{0,2})?(?:\s{0,2}\\?["'`]?\s{0,2}[:=]{1,2}>?\s{0,2}\\?["'`]?|\s(?:is\s|ist\s|:\s)?|["'`]?,\s?["'`]?)$/i.test(
    near,
  );
}

/** Nobody's: zeros, broadcast, multicast, documentation (RFC 7042), and what everybody writes. */
function whyHarmless(bare: string): string | undefined {
  if (/^(.)\1+$/.test(bare)) return 'reserved';
  if (/^(?:01005e|3333|0180c2)/.test(bare)) return 'multicast';
  return /^(?:00005e0053|001122|aabbcc|000102|012345|123456|deadbe|feedfa|abcdef|010203|112233|ccbbaa|ffeedd|665544)/.test(
    bare,
  )
    ? 'for documentation'
    : undefined;
}
