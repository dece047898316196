import type { Finding, Span } from './model';
import { overlapsAny } from './overlaps';

/** Looks at a decoded text as at any other. */
export type Look = (decoded: string) => readonly Finding[];

/**
 * Secrets that stand in a text as base64, hexadecimal or percent-encoding: what a command printed, a manifest holds, or an
 * injected instruction asked for. The finding is the whole encoded run; what is possible only doesn't count.
 */
export function findEncoded(text: string, look: Look, found: readonly Span[]): Finding[] {
  const hidden: Finding[] = [];
  for (const { name, span, decode } of runsIn(text)) {
    if (span.end - span.start > longest || overlapsAny(span, found) || overlapsAny(span, hidden)) continue;
    const decoded = decode(text.slice(span.start, span.end));
    const inner = decoded === undefined ? undefined : look(decoded).find(({ tier }) => tier !== 'possible');
    if (inner) hidden.push({ ...inner, ...span, reason: `${name}: ${inner.reason}` });
  }
  return hidden;
}

/** A longer run is an archive or a picture. */
const longest = 256 * 1024;
const shortest = 20;

/** A part of a text that may stand for another text. */
interface Run {
  readonly name: string;
  readonly span: Span;
  /** The text that it stands for; undefined where it stands for none. */
  decode(run: string): string | undefined;
}

function* runsIn(text: string): Generator<Run> {
  for (const span of classRuns(text, isBase64)) {
    // Most runs are names; their first letters tell, before anything is made of them.
    const head = text.slice(span.start, span.start + 8);
    if (textOf(fromBase64(head), 0) !== undefined) {
      const lines = linesFrom(text, span);
      if (lines) yield { name: 'in base64', span: lines, decode: run => textOf(fromBase64(run)) };
      yield { name: 'in base64', span, decode: run => textOf(fromBase64(run)) };
    }
    if (/^[0-9a-fA-F]{8}$/.test(head)) {
      yield { name: 'in hexadecimal', span, decode: run => (hexOnly.test(run) ? textOf(fromHex(run)) : undefined) };
    }
  }
  if (text.includes('%')) {
    for (const span of classRuns(text, isPercent)) {
      yield {
        name: 'percent-encoded',
        span,
        decode: run => (/%[0-9A-Fa-f]{2}/.test(run) ? unescaped(run) : undefined),
      };
    }
  }
}

const hexOnly = /^(?:[0-9a-fA-F]{2}){16,}$/;
const isBase64 = classOf(/[\w+/-]/);
const isPercent = classOf(/[\w.~!*'()+%-]/);

function classOf(letters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (letters.test(String.fromCharCode(code)) ? 1 : 0));
}

/** The runs of letters of one class that are long enough to matter, in one walk along the text. */
function* classRuns(text: string, isIn: Uint8Array): Generator<Span> {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    // Past the end, `charCodeAt` gives NaN, which is in no class.
    const code = text.charCodeAt(i);
    if (code < 128 && isIn[code] === 1) continue;
    if (i - start >= shortest) yield { start, end: withPadding(text, i, start) };
    start = i + 1;
  }
}

/** `=` ends base64, but also the name in `NAME=value`: it belongs to the run only where nothing goes on behind it. */
function withPadding(text: string, end: number, start: number): number {
  const padding = /^={1,2}(?![\w+/=-])/.exec(text.slice(end, end + 3))?.[0].length ?? 0;
  return (end - start) % 4 === 0 ? end : end + padding;
}

const fullLine = 60;

/** Lines of one width, as `base64` prints them, from the first to the shorter last one. */
function linesFrom(text: string, { start, end }: Span): Span | undefined {
  const width = end - start;
  if (width < fullLine || (start > 0 && text[start - 1] !== '\n')) return undefined;
  const line = new RegExp(`\r?\n[A-Za-z0-9+/]{1,${width}}={0,2}(?![^\r\n])`, 'y');
  let last = end;
  for (line.lastIndex = end; line.test(text); ) {
    const length = line.lastIndex - last;
    last = line.lastIndex;
    if (length < width) break;
  }
  return last > end ? { start, end: last } : undefined;
}

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
function textOf(bytes: Iterable<number>, least = 12): string | undefined {
  let text = '';
  for (const byte of bytes) {
    if (byte > 126 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return undefined;
    text += String.fromCharCode(byte);
  }
  return text.length >= least ? text : undefined;
}

function unescaped(run: string): string | undefined {
  try {
    return decodeURIComponent(run);
  } catch {
    return undefined; // Not UTF-8, so not a text.
  }
}
