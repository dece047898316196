import { encodeLossless } from './losslessUtf8';

export interface Scrubber {
  /** The text with a mask of the same length in bytes in place of each value, also where JSON has escaped it. */
  scrub(text: string): { readonly text: string; readonly replaced: number };
}

/** Makes what replaces some values, the longest first, so that no part of one remains. */
export function createScrubber(values: readonly string[]): Scrubber {
  const all = [...new Set(values.flatMap(withLines).flatMap(inPieces))]
    .sort((one, other) => other.length - one.length)
    .map(needleOf);
  return {
    scrub(text) {
      let replaced = 0;
      let scrubbed = text;
      for (const { anchor, pattern } of all) {
        if (!scrubbed.includes(anchor)) continue;
        scrubbed = scrubbed.replace(pattern(), found => {
          replaced++;
          return maskOf(encodeLossless(found).length);
        });
      }
      return { text: scrubbed, replaced };
    },
  };
}

/** `[scrubbed]***`, of ASCII alone. */
export function maskOf(bytes: number): string {
  return bytes < mask.length ? '*'.repeat(bytes) : mask.padEnd(bytes, '*');
}

const mask = '[scrubbed]';

interface Needle {
  /** A part of the value that no encoding of JSON changes, to look for first. */
  readonly anchor: string;
  /** Made when the anchor has been met. */
  pattern(): RegExp;
}

/** A value of several lines may stand elsewhere in part, or with something before each line. */
function withLines(value: string): string[] {
  const lines = value.split(/\r?\n/).filter(line => line.length >= 24 && !line.startsWith('-----'));
  return lines.length > 1 ? [value, ...lines] : [value];
}

/** What is long is looked for in pieces: a pattern has its limits. The last one is the longest. */
function inPieces(value: string): string[] {
  const count = Math.max(1, Math.floor(value.length / piece));
  return Array.from({ length: count }, (_, at) =>
    value.slice(at * piece, at === count - 1 ? undefined : (at + 1) * piece),
  );
}

const piece = 1000;

function needleOf(value: string): Needle {
  const anchors = value.match(/[\w-]+/g) ?? [];
  const anchor = anchors.reduce((longest, it) => (it.length > longest.length ? it : longest), '');
  let made: RegExp | undefined;
  return {
    anchor,
    pattern() {
      made ??= patternOf(value);
      return made;
    },
  };
}

function patternOf(value: string): RegExp {
  const units = Array.from(value, unitPattern).join('');
  // A letter behind a single backslash belongs to an escape.
  const unescaped = /^[bfnrtu"/\\]/.test(value) ? '(?<!(?<!\\\\)(?:\\\\\\\\){0,8}\\\\)' : '';
  const isWord = value.length < 8 || /^[a-z]+$/.test(value);
  return new RegExp(isWord ? `${unescaped}${wordBegins}${units}${wordEnds}` : `${unescaped}${units}`, 'g');
}

/** A short word may be a part of another or of a path, the name of a property, or what a record is: all of these stay. */
const wordBegins =
  '(?<![\\w/.\\-])(?<!"(?:type|role|kind|name|model|status|operation|subtype|provider|mode|level)\\\\{0,16}"\\s?:\\s?\\\\{0,16}")';
const wordEnds = '(?![\\w/.\\-])(?!\\\\{0,16}"\\s?:)';

/** A character as it is, or as JSON writes it, also JSON within JSON. */
function unitPattern(character: string): string {
  const codes = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const escaped = codes.map(code => `\\\\{1,16}u${hexadecimal(code)}`).join('');
  const letter = letters[character];
  if (letter !== undefined)
    return `(?:${character === '\\' ? '\\\\{1,16}' : `\\\\{0,16}${quoted(character)}|\\\\{1,16}${letter}`}|${escaped})`;
  return /[\w-]/.test(character) ? quoted(character) : `(?:${quoted(character)}|${escaped})`;
}

const letters: Readonly<Record<string, string>> = {
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '"': '"',
  '/': '/',
  '\\': '\\\\',
};

function hexadecimal(code: number): string {
  const digits = code.toString(16).padStart(4, '0');
  return digits.replace(/[a-f]/g, letter => `[${letter}${letter.toUpperCase()}]`);
}

function quoted(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
