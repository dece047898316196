/** Hears each token: what stands there, as 32 bits, and where. Of a name only whether two are the same one counts. */
export type TakeToken = (code: number, isName: boolean, start: number, end: number) => void;

/**
 * Cuts code of any language into tokens, without knowing the language: comments, blanks, commas and semicolons are dropped,
 * numbers and strings lose their values, keywords and signs stay. What it takes for a comment may be none; then it does so
 * wherever the same code stands, and nothing is lost but a little sharpness.
 */
export function readTokens(text: string, take: TakeToken): void {
  const { length } = text;
  let at = 0;
  // After a value a slash divides; elsewhere it may begin a regular expression.
  let isValue = false;
  const barren: Barren = new Int32Array(128);
  while (at < length) {
    const code = text.charCodeAt(at);
    const sort = code < 128 ? (sorts[code] as number) : letter;
    if (sort === blank) {
      if (code === closing) isValue = true;
      else if (code > space) isValue = false;
      at++;
    } else if (sort === letter) {
      // A member and a variable of the same name are two things: a renamer changes one of them.
      let hash = at > 0 && text.charCodeAt(at - 1) === dot ? memberSeed : seed;
      const start = at;
      for (let unit = code; at < length; unit = text.charCodeAt(++at)) {
        if (unit < 128 && (sorts[unit] as number) > digit) break;
        hash = Math.imul(hash ^ unit, prime);
      }
      const isName = !keywords.has(hash);
      const afterKey = isName ? endOfKey(text, at) : 0;
      if (afterKey > 0) at = afterKey;
      else take(hash, isName, start, at);
      isValue = isName && afterKey === 0;
    } else if (sort === digit) {
      const start = at;
      at = endOfNumber(text, at + 1);
      take(numberCode, false, start, at);
      isValue = true;
    } else if (sort === quote) {
      const end = endOfString(text, at, code, barren);
      if (end > 0) take(stringCode, false, at, end);
      at = end > 0 ? end : at + 1;
      isValue = true;
    } else {
      const afterComment = endOfComment(text, at, code);
      const afterPattern: number =
        afterComment === 0 && code === slash && !isValue ? endOfPattern(text, at, barren) : 0;
      if (afterPattern > 0) take(stringCode, false, at, afterPattern);
      else if (afterComment === 0) take(signs[code] as number, false, at, at + 1);
      if (afterComment === 0) isValue = afterPattern > 0 || code === closingBracket;
      at = afterComment || afterPattern || at + 1;
    }
  }
}

const [letter, digit, blank, quote, sign] = [0, 1, 2, 3, 4] as const;
const [seed, memberSeed, prime] = [0x811c9dc5 | 0, 0x27d4eb2f, 0x01000193] as const;

/** What may begin at each ASCII unit. */
const sorts = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  if (/[A-Za-z_$]/.test(unit)) return letter;
  if (/\d/.test(unit)) return digit;
  if (/["'`]/.test(unit)) return quote;
  // Formatters add and take away commas, semicolons and parentheses.
  return code <= 32 || code === 127 || /[,;\\()]/.test(unit) ? blank : sign;
});

const codeOf = (word: string) =>
  Array.from(word).reduce((hash, unit) => Math.imul(hash ^ unit.charCodeAt(0), prime), seed);
const numberCode = codeOf('0#');
const stringCode = codeOf('""');
const signs = Int32Array.from({ length: 128 }, (_, code) => codeOf(`${String.fromCharCode(code)} `));

/** Words that are reserved in widespread languages and hardly a name in any, and so aren't renamed. */
const keywords = new Set(
  `async await break case catch class const continue def default delete do elif else elsif enum except export extends false
  finally for foreach func function if implements import in instanceof interface lambda let namespace new nil None null private
  protected public raise return static struct super switch this throw true True False try typeof var void while yield`
    .split(/\s+/)
    .map(codeOf),
);

/** Behind `key: ` before a name, 0 elsewhere. Whoever renames `{ key }` writes `{ key: name }`: so both are the name alone. */
function endOfKey(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === space) at++;
  if (text.charCodeAt(at) !== colon) return 0;
  for (at++; text.charCodeAt(at) === space; ) at++;
  const next = text.charCodeAt(at);
  return next < 128 && sorts[next] === letter ? at : 0;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); at < text.length; unit = text.charCodeAt(++at)) {
    const sort = unit < 128 ? (sorts[unit] as number) : sign;
    if (sort > digit && !(unit === dot && isDigit(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

const [dot, colon] = [46, 58];
const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const [newline, backslash, backtick, hash, slash, star, minus, less, space, bang] = [
  10, 92, 96, 35, 47, 42, 45, 60, 32, 33,
];

/**
 * Up to where each sign has been seen to open nothing: what one look has found out isn't looked for again, so that the time
 * grows with the text's length alone.
 */
type Barren = Int32Array;

/** Strings and templates; 0 where a quote opens nothing, as an apostrophe does. */
function endOfString(text: string, start: number, mark: number, barren: Barren): number {
  if (start < (barren[mark] as number)) return 0;
  if (text.charCodeAt(start + 1) === mark && text.charCodeAt(start + 2) === mark && mark !== backtick) {
    const end = text.indexOf(text.slice(start, start + 3), start + 3);
    return end < 0 ? start + 3 : end + 3;
  }
  let at = start + 1;
  for (let unit = text.charCodeAt(at); at < text.length; unit = text.charCodeAt(++at)) {
    if (unit === mark) return at + 1;
    if (unit === backslash) at++;
    else if (unit === newline && mark !== backtick) break;
  }
  barren[mark] = at;
  return 0;
}

/** A regular expression on one line, its flags included; 0 where there is none. */
function endOfPattern(text: string, start: number, barren: Barren): number {
  if (start < (barren[slash] as number)) return 0;
  let isClass = false;
  let at = start + 1;
  for (let unit = text.charCodeAt(at); at < text.length; unit = text.charCodeAt(++at)) {
    if (unit === newline) break;
    if (unit === backslash) at++;
    else if (unit === 91) isClass = true;
    else if (unit === closingBracket) isClass = false;
    else if (unit === slash && !isClass) return endOfNumber(text, at + 1);
  }
  barren[slash] = at;
  return 0;
}

const [closing, closingBracket] = [41, 93];

/** `//`, `/*`, `#`, `--` and `<!--`; 0 where none begins. A line's comment ends before its newline. */
function endOfComment(text: string, at: number, unit: number): number {
  const next = text.charCodeAt(at + 1);
  if (unit === slash && next === star) return endAt(text, '*/', at + 2);
  if (unit === less && next === bang && text.startsWith('--', at + 2)) return endAt(text, '-->', at + 4);
  const before = at === 0 ? newline : text.charCodeAt(at - 1);
  const isLine =
    (unit === slash && next === slash && before !== colon) ||
    (unit === hash && before <= space && (next === space || next === bang || next === newline || next === hash)) ||
    (unit === minus && next === minus && before <= space && text.charCodeAt(at + 2) <= space);
  if (!isLine) return 0;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function endAt(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end + mark.length;
}
