import type { How, Seam } from './seam';
import { isInRun, isInToken } from './tokenUnits';

/** Adds the escapes of a text: of program text and JSON, of URLs, of HTML, of quoted-printable. */
export function escapesIn(text: string, seams: Seam[]): void {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) add(backslashed(text, at), seams);
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) add(percentEscape(text, at), seams);
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) add(charReference(text, at), seams);
  for (let at = text.indexOf('3D', 1); at >= 0; at = text.indexOf('3D', at + 1)) add(quotedPrintable(text, at), seams);
}

function add(seam: Seam | undefined, seams: Seam[]): void {
  if (seam) seams.push(seam);
}

/**
 * The escape that begins with the backslash at `at`: `\x41`, `\u0041`, `\u{41}`, `\101`, `\/`, a line that goes on, a quote
 * several levels deep, and `\n` between two full lines of base64. Further backslashes are further levels of the same.
 */
function backslashed(text: string, at: number): Seam | undefined {
  // Only the first of several begins an escape: else a million of them would be counted a million times.
  if (at > 0 && text.charCodeAt(at - 1) === backslash) return undefined;
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) === backslash) end++;
  if (end - at > deepest || end === text.length) return undefined;
  const unit = text[end];
  if (unit === 'x') return coded(text, at, end + 1, 2, 'escaped');
  if (unit === 'u') return text[end + 1] === '{' ? braced(text, at, end + 2) : coded(text, at, end + 1, 4, 'escaped');
  if (unit === '/') return isInToken(text.charCodeAt(at - 1)) ? seam(at, end + 1, '/', 'escaped') : undefined;
  if (unit === '\n' || unit === '\r') return continued(text, at, end);
  if (unit === 'n' || unit === 'r') return lineInBase64(text, at);
  if (unit === '"' || unit === "'") return end - at > 3 ? seam(at, end + 1, unit, 'escaped') : undefined;
  return octal(text, at, end);
}

const backslash = 92;

/** Each level of JSON within JSON doubles the backslashes; a fifth level is nobody's. */
const deepest = 31;

/** `%41`, also when the percent sign is itself encoded, as often as it likes. */
function percentEscape(text: string, at: number): Seam | undefined {
  let digits = at + 1;
  while (digits - at < deepest && text.startsWith('25', digits) && hexValue(text, digits + 2, 2) >= 0) digits += 2;
  return coded(text, at, digits, 2, 'percent-encoded');
}

/** `=3D`: quoted-printable writes each `=` so. */
function quotedPrintable(text: string, at: number): Seam | undefined {
  return text[at - 1] === '=' ? seam(at - 1, at + 2, '=', 'in quoted-printable') : undefined;
}

/** `&#65;`, `&#x41;`, `&quot;`. */
function charReference(text: string, at: number): Seam | undefined {
  const next = text.charCodeAt(at + 1);
  if (next !== 35 && !(next >= 97 && next <= 122)) return undefined;
  reference.lastIndex = at;
  const match = reference.exec(text);
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  const code = name ? named[name]?.charCodeAt(0) : Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
  return code !== undefined && isText(code)
    ? seam(at, at + whole.length, String.fromCharCode(code), 'escaped')
    : undefined;
}

const reference = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))|([a-z]{2,6}));/y;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  plus: '+',
  equals: '=',
  sol: '/',
  lowbar: '_',
  colon: ':',
  commat: '@',
  period: '.',
  excl: '!',
  num: '#',
  dollar: '$',
};

function seam(start: number, end: number, to: string, how: How): Seam {
  return { start, end, to, how };
}

function isText(code: number): boolean {
  return (code >= 32 && code < 127) || code === 9 || code === 10 || code === 13;
}

function coded(text: string, start: number, digits: number, count: number, how: How): Seam | undefined {
  const code = hexValue(text, digits, count);
  return isText(code) ? seam(start, digits + count, String.fromCharCode(code), how) : undefined;
}

/** The number that so many hexadecimal digits say, or -1. */
function hexValue(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const folded = code | 32;
  return folded >= 97 && folded <= 102 ? folded - 87 : -1;
}

function braced(text: string, start: number, digits: number): Seam | undefined {
  const close = text.indexOf('}', digits);
  if (close < 0 || close - digits > 6) return undefined;
  const code = hexValue(text, digits, close - digits);
  return isText(code) ? seam(start, close + 1, String.fromCharCode(code), 'escaped') : undefined;
}

function octal(text: string, start: number, at: number): Seam | undefined {
  const digits = /^[01][0-7]{2}/.exec(text.slice(at, at + 3))?.[0];
  const code = digits === undefined ? -1 : Number.parseInt(digits, 8);
  return isText(code) ? seam(start, at + 3, String.fromCharCode(code), 'escaped') : undefined;
}

/** A backslash that ends a line within a token, and the next line's indentation. */
function continued(text: string, start: number, at: number): Seam | undefined {
  let end = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
  while (text[end] === ' ' || text[end] === '\t') end++;
  return isInToken(text.charCodeAt(start - 1)) && isInToken(text.charCodeAt(end))
    ? seam(start, end, '', 'in pieces')
    : undefined;
}

const fullLine = 48;
const lineEnds = /(?:\\{1,15}[nr]){1,2}/y;

function lineInBase64(text: string, start: number): Seam | undefined {
  if (start < fullLine) return undefined;
  for (let i = start - 1; i >= start - fullLine; i--) if (!isInRun(text.charCodeAt(i))) return undefined;
  lineEnds.lastIndex = start;
  const end = start + (lineEnds.exec(text)?.[0].length ?? 0);
  return isInRun(text.charCodeAt(end)) ? seam(start, end, '', 'broken over lines') : undefined;
}
