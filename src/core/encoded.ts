import type { Finding, Span } from './model';

/** Looks at a decoded text as at any other. */
export type Look = (decoded: string) => readonly Finding[];

/**
 * Secrets that stand in a text as base64, hexadecimal or percent-encoding: what a command printed, a manifest holds, or an
 * injected instruction asked for. The finding is the whole encoded run; what is possible only doesn't count.
 */
export function findEncoded(text: string, look: Look, found: readonly Span[]): Finding[] {
  const hidden: Finding[] = [];
  for (const { name, pattern, decode } of codecs) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (
        span.end - span.start > longest ||
        [...found, ...hidden].some(other => span.start < other.end && other.start < span.end)
      )
        continue;
      const decoded = decode(match[0]);
      const inner = decoded === undefined ? undefined : look(decoded).find(({ tier }) => tier !== 'possible');
      if (inner) hidden.push({ ...inner, ...span, reason: `${name}: ${inner.reason}` });
    }
  }
  return hidden;
}

/** A longer run is an archive or a picture. */
const longest = 256 * 1024;

interface Codec {
  readonly name: string;
  readonly pattern: RegExp;
  /** The text that a run stands for; undefined where it stands for none. */
  decode(run: string): string | undefined;
}

const codecs: readonly Codec[] = [
  {
    name: 'in base64',
    // One line, or lines of one width as `base64` prints them.
    pattern:
      /(?<![\w+/-])(?:(?:[A-Za-z0-9+/]{60,76}\r?\n){1,4000}[A-Za-z0-9+/]{1,76}={0,2}|[A-Za-z0-9+/_-]{20,262144}={0,2})(?![\w+/])/g,
    decode: run => textOf(fromBase64(run)),
  },
  {
    name: 'in hexadecimal',
    pattern: /(?<![\w])(?:[0-9a-fA-F]{2}){16,131072}(?![\w])/g,
    decode: run => textOf(fromHex(run)),
  },
  {
    name: 'percent-encoded',
    pattern: /(?:[\w.~!*'()+-]|%[0-9A-Fa-f]{2}){4,65536}%[0-9A-Fa-f]{2}(?:[\w.~!*'()+-]|%[0-9A-Fa-f]{2}){0,65536}/g,
    decode: unescaped,
  },
];

function* fromBase64(run: string): Generator<number> {
  let bits = 0;
  let held = 0;
  for (let i = 0; i < run.length; i++) {
    const value = base64Values[run.charCodeAt(i)];
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    yield (held >> bits) & 0xff;
  }
}

const base64Values: readonly (number | undefined)[] = (() => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values: (number | undefined)[] = new Array(128).fill(undefined);
  for (const [value, letter] of [...letters].entries()) values[letter.charCodeAt(0)] = value;
  values['-'.charCodeAt(0)] = 62;
  values['_'.charCodeAt(0)] = 63;
  return values;
})();

function* fromHex(run: string): Generator<number> {
  for (let i = 0; i + 1 < run.length; i += 2) yield Number.parseInt(run.slice(i, i + 2), 16);
}

/** ASCII text alone: random bytes fail at the first few, so that identifiers and hashes cost nothing. */
function textOf(bytes: Iterable<number>): string | undefined {
  let text = '';
  for (const byte of bytes) {
    if (byte > 126 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return undefined;
    text += String.fromCharCode(byte);
  }
  return text.length >= 12 ? text : undefined;
}

function unescaped(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch {
    return undefined; // Not UTF-8, so not a text.
  }
}
