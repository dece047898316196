import { bytesOf, nibbles, sextets } from './digitBytes';
import type { Encoded } from './encoded';
import { underNames } from './underNames';
import { unitAt } from './unitAt';

/**
 * Bytes that a program changes with what stands beside them: `c ^ 0x5a`, `^ key[i % n]`, `chr(c - 7)`, `~c`. Numbers in a list, and
 * literals in hexadecimal and base64, near the sign of such a step, each read as that step makes them.
 */
export function maskedBytes(text: string): Encoded[] {
  const found: Encoded[] = [];
  let looks = 0;
  for (const sign of ['^', '~', 'chr(', 'CharCode(', 'char']) {
    let floor = 0;
    for (let at = text.indexOf(sign); at >= 0 && looks < mostLooks; at = text.indexOf(sign, at + sign.length)) {
      if (at < floor || !steps.test(text.slice(Math.max(0, at - 24), at + 60))) continue;
      looks++;
      floor = at + around;
      found.push(...readAround(text, Math.max(0, at - around), at + around));
    }
  }
  return found;
}

const mostLooks = 64;
const around = 700;
/** A step: something put over bytes by a number, a key or alone. */
const steps =
  /\^=?\s?(?:0[xX][\da-fA-F]{1,2}\b|\d{1,3}\b|[\w$.]{1,30}[[(])|\b[a-z]\w{0,12}\s?[-+/]\s?\d{1,3}\b|=?\s?~\s?\w/;

interface Bytes {
  readonly start: number;
  readonly end: number;
  readonly bytes: readonly number[];
}

function readAround(text: string, from: number, to: number): Encoded[] {
  const part = text.slice(from, to);
  const lists = bytesIn(part);
  if (lists.length === 0) return [];
  const changes = changesIn(part);
  return lists.flatMap(({ start, end, bytes }) => {
    const said = changes.map(change => lettersOf(bytes.map(change))).filter(it => it !== undefined);
    if (said.length === 0) return [];
    const names = namesIn(part, start);
    const lines = [...new Set(said)].map(it => underNames(it, names));
    return [
      {
        start: from + start,
        end: from + end,
        text: lines.join('\n'),
        how: 'put over with a key',
        turned: true as const,
      },
    ];
  });
}

type Change = (byte: number, at: number) => number;

/** What may have been done: each number and each short literal near it is tried as a key. */
function changesIn(part: string): Change[] {
  const changes: Change[] = [];
  for (const [, sign, number = ''] of part.matchAll(/([-+^/])=?\s?(0[xX][\da-fA-F]{1,2}|\d{1,3})\b/g)) {
    const by = Number(number);
    if (by === 0 || changes.length > mostChanges) continue;
    if (sign === '^') changes.push(byte => byte ^ by);
    else if (sign === '-') changes.push(byte => byte - by);
    else if (sign === '+') changes.push(byte => byte + by);
    else changes.push(byte => byte / by);
  }
  if (part.includes('~')) changes.push(byte => ~byte & 255);
  if (!part.includes('^')) return changes;
  for (const [, , literal = ''] of part.matchAll(/(["'`])([^"'`\n]{2,64})\1/g))
    if (changes.length < mostChanges) changes.push((byte, at) => byte ^ unitAt(literal, at % literal.length));
  return changes;
}

const mostChanges = 24;

/** Lists of numbers, and literals that are bytes in hexadecimal or base64. */
function bytesIn(part: string): Bytes[] {
  const found: Bytes[] = [];
  for (const { 0: list, index } of part.matchAll(
    /(?:0[xX][\da-fA-F]{1,2}|\d{1,4})(?:\s{0,3},\s{0,24}(?:0[xX][\da-fA-F]{1,2}|\d{1,4})){7,}/g,
  ))
    found.push({ start: index, end: index + list.length, bytes: list.split(',').map(it => Number(it.trim())) });
  for (const { 2: literal = '', index } of part.matchAll(/(["'`])([\w+/-]{10,4096}={0,2})\1/g)) {
    const bytes = fromHexadecimal(literal) ?? fromBase64(literal);
    if (bytes) found.push({ start: index + 1, end: index + 1 + literal.length, bytes: [...bytes] });
  }
  return found;
}

function fromHexadecimal(literal: string): Uint8Array | undefined {
  return literal.length % 2 === 0 ? bytesOf(literal, 0, literal.length, nibbles, 4) : undefined;
}

function fromBase64(literal: string): Uint8Array | undefined {
  if (!/\d/.test(literal) || !/[A-Z]/.test(literal)) return undefined;
  return bytesOf(literal, 0, literal.replace(/=+$/, '').length, sextets, 6);
}

function lettersOf(codes: readonly number[]): string | undefined {
  let text = '';
  for (const code of codes) {
    if (!Number.isInteger(code) || code < 32 || code > 126) return undefined;
    text += String.fromCharCode(code);
  }
  return text.length >= 8 && !text.includes('"') ? text : undefined;
}

/** Names before the bytes and behind them. */
function namesIn(part: string, at: number): string[] {
  const before = part.slice(Math.max(0, at - 80), at).match(/[A-Za-z_][\w-]{2,40}/g) ?? [];
  const all = [...part.matchAll(/([A-Za-z_$][\w$]{2,40})\s?(?:\[[^\]\n]{0,8}\])?\s?=/g)].map(
    ([, name]) => name as string,
  );
  return [...new Set([...before.slice(-2), ...all])].slice(0, 8);
}
