import { isCode } from '../judge/isCode';
import type { Span } from '../model';
import { columnOf, type NamedKind } from './columns';
import type { Column, Table } from './table';

/** Collects fields that bring their names: `"last_name": "…"`, `lastName='…'`, `<lastName>…</lastName>`, `Last name: …`. */
export interface FieldReader {
  /** Takes what stands at the name around `[start, end)`; returns how far the name and its value reach. */
  read(start: number, end: number): number;
  tables(): readonly Table[];
}

/** No parser: what people paste into a prompt is seldom whole, and a field is the same in JSON, YAML, a program or a log. */
export function createFieldReader(text: string, path: string | undefined): FieldReader {
  const code = isCode(path);
  const groups: Map<string, Column>[] = [];
  let last = Number.NEGATIVE_INFINITY;

  const add = (name: string, kind: NamedKind, span: Span) => {
    if (span.start - last > maxGap) groups.push(new Map());
    last = span.end;
    const group = groups.at(-1) as Map<string, Column>;
    const column = group.get(name);
    if (column) column.cells.push(span);
    else group.set(name, { name, kind, cells: [span] });
  };

  const read = (start: number, end: number): number => {
    const key = keyAround(text, start, end, code);
    if (!key) return end;
    const name = text.slice(key.start, key.end);
    const kind = columnOf(name);
    // What opens something is found one by one.
    if (!kind || kind.kind.role === 'key') return key.end;
    let reach = key.end;
    for (const span of valuesAt(text, key, code)) {
      add(name, kind, span);
      reach = span.end;
    }
    return reach;
  };
  const tables = () => groups.map(group => ({ layout: 'fields' as const, columns: [...group.values()] }));
  return { read, tables };
}

/** Fields farther apart don't belong to the same records. */
const maxGap = 2000;
const maxKey = 48;
const maxValue = 300;

interface Key extends Span {
  /** `:`, `=` or `>`. */
  readonly sign: string;
  readonly quoted: boolean;
  /** Where what follows the sign begins. */
  readonly after: number;
}

/** The whole name around a known word, where a sign follows that gives it a value. */
function keyAround(text: string, start: number, end: number, code: boolean): Key | undefined {
  const to = nameEnd(text, end);
  const sign = signAfter(text, to);
  if (!sign || (code && sign.sign !== '>' && !isLiteral(text, sign.after))) return undefined;
  let from = start;
  while (start - from < maxKey && from > 0 && isNameUnit(text.charCodeAt(from - 1))) from--;
  // Before `=`, words apart are no part of the name. Else one of several words reaches back to a quote or to where the line, the list entry or the sentence begins.
  const spaced = sign.sign !== '=' || sign.quoted;
  for (let at = from; spaced && start - at < maxKey && text.charCodeAt(at - 1) === 32; ) {
    let word = at - 1;
    while (start - word < maxKey && isNameUnit(text.charCodeAt(word - 1))) word--;
    if (word === at - 1) break;
    at = word;
    const before = text.charCodeAt(at - 1);
    if (
      at === 0 ||
      before === 10 ||
      before === 34 ||
      before === 39 ||
      before === 42 ||
      (before === 32 && /[\n,;|>*-] {0,8}$/.test(text.slice(Math.max(0, at - 10), at)))
    ) {
      if (sign.quoted === (before === 34 || before === 39)) from = at;
      break;
    }
  }
  if (sign.sign === '>' && text.charCodeAt(from - 1) !== 60 && text.charCodeAt(from - 1) !== 58) return undefined;
  return { start: from, end: to, ...sign };
}

/** Whether a value of a program begins here: a string, a number, or a list. Asked first, because most names of code have none. */
function isLiteral(text: string, at: number): boolean {
  let code = text.charCodeAt(at);
  while (isGap(code)) code = text.charCodeAt(++at);
  return (
    code === 34 || code === 39 || code === 96 || code === 91 || code === 92 || (code >= 48 && code <= 57) || code === 45
  );
}

/** Where the name ends that the word before `end` is in; more words belong to it where a colon follows: `Passport No.:`. */
export function nameEnd(text: string, end: number): number {
  let to = end;
  while (to - end < maxKey && isNameUnit(text.charCodeAt(to))) to++;
  if (text.charCodeAt(to) !== 32 || !isNameUnit(text.charCodeAt(to + 1))) return to;
  let further = to + 1;
  for (const limit = to + 20; further < limit && isWordOrBlank(text.charCodeAt(further)); further++);
  const colon = text.charCodeAt(further);
  if (colon !== 58 && colon !== 0xff1a) return to;
  while (text.charCodeAt(further - 1) === 32) further--;
  return further;
}

function isWordOrBlank(code: number): boolean {
  return code === 32 || isNameUnit(code);
}

function signAfter(text: string, at: number): Omit<Key, keyof Span> | undefined {
  let code = text.charCodeAt(at);
  // A word of the same name may follow a blank: `Name of patient:`, `First name`.
  let quoted = false;
  if (code === 92) code = text.charCodeAt(++at);
  if (code === 34 || code === 39 || code === 96) {
    quoted = true;
    code = text.charCodeAt(++at);
  }
  while (code === 42 || code === 32 || code === 93) code = text.charCodeAt(++at);
  if (code === 62) return { sign: '>', quoted, after: at + 1 };
  if (code === 0xff1a) return { sign: ':', quoted, after: at + 1 };
  if (code !== 58 && code !== 61) return undefined;
  const next = text.charCodeAt(at + 1);
  // `==`, `::` and `=>` in a condition or a path; Ruby's `=>` gives a value to a name in quotes or to a symbol.
  if (next === 61 && code === 61) return undefined;
  if (next === 58) return undefined;
  const double = (code === 61 && next === 62) || (code === 58 && next === 61);
  return { sign: code === 58 ? ':' : '=', quoted, after: at + (double ? 2 : 1) };
}

/** The value behind a sign; several where it is a list. */
function valuesAt(text: string, key: Key, code: boolean): Span[] {
  let at = key.after;
  while (isGap(text.charCodeAt(at)) && at - key.after < 60) at++;
  if (key.sign === '>') return elementAt(text, key.after);
  if (text.charCodeAt(at) === 91) return listAt(text, at + 1);
  const quoted = quotedAt(text, at);
  if (quoted) return quoted.end > quoted.start ? [quoted] : [];
  const bare = bareAt(text, at, key, code);
  return bare && bare.end > bare.start ? [bare] : [];
}

function elementAt(text: string, at: number): Span[] {
  const close = near(text, '<', at);
  return close > at && text.charCodeAt(close + 1) === 47 ? [{ start: at, end: close }] : [];
}

function listAt(text: string, at: number): Span[] {
  const spans: Span[] = [];
  for (let count = 0; count < 50; count++) {
    while (isGap(text.charCodeAt(at)) || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 44) at++;
    const span = quotedAt(text, at);
    if (!span) break;
    spans.push(span);
    at = span.end + 1;
  }
  return spans;
}

/** What stands in quotes at a place, which may be escaped because it stands in a string itself. */
function quotedAt(text: string, at: number): Span | undefined {
  const escaped = text.charCodeAt(at) === 92;
  const start = escaped ? at + 1 : at;
  const quote = text.charCodeAt(start);
  if (quote !== 34 && quote !== 39 && quote !== 96) return undefined;
  for (let end = start + 1; end < start + maxValue && end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10) return undefined;
    if (unit === 92) {
      if (escaped && text.charCodeAt(end + 1) === quote) return { start: start + 1, end };
      end++;
    } else if (unit === quote) return escaped ? undefined : { start: start + 1, end };
  }
  return undefined;
}

/** A value without quotes: in JSON a number, in YAML and forms the rest of the line, in logs the words up to the next name. */
function bareAt(text: string, at: number, key: Key, code: boolean): Span | undefined {
  if (key.quoted || code) {
    number.lastIndex = at;
    const found = number.exec(text);
    return found ? { start: at, end: at + found[0].length } : undefined;
  }
  while (text.charCodeAt(at) === 42 || text.charCodeAt(at) === 95 || text.charCodeAt(at) === 32) at++;
  const line = text.slice(at, lineEnd(text, at));
  if (plain.test(line)) return { start: at, end: at + line.trimEnd().length };
  const words = (key.sign === '=' ? logged : written).exec(line)?.[0] ?? '';
  // An expression is no value.
  if (/^[\w$]+(?:\(|\.[a-z_$][^@]*$|\[)|^(?:new|await|function|null|true|false)\b|[;{}]\s*$/.test(line))
    return undefined;
  return { start: at, end: at + words.trimEnd().replace(/[,;]$/, '').length };
}

/** Letters and digits, one blank between them: most values are so, and need no closer look. */
const plain = /^[\p{L}\d]+(?:[ -][\p{L}\d]+){0,7}\s?$/u;
const number = /-?\d[\d.]{0,24}(?=\s*[,}\]\n])/y;
/** Up to the next `name=`, or to what separates entries. */
const logged = /^[^\s,;|&"'<>][^\n,;|&"'<>]{0,80}?(?=\s+[\w.-]{1,40}=|\s{2}|\s*[,;|&"'<>]|\s*$)/;
/** Up to the next `Name:` on the same line. */
const written =
  /^[^\n]{0,300}?(?=\s{2,}|\t|\s*[;|]|,\s*[\p{L}\p{M} ]{2,24}[:：=]|(?<=[\p{L}\d]{5})\.\s+\p{Lu}|\s+#|\s*$)/u;

function lineEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + maxValue);
  while (at < limit && text.charCodeAt(at) !== 10) at++;
  return at;
}

function isGap(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** Letters, digits, `_`, `-`, `.` and whatever isn't ASCII and no full-width sign. */
function isNameUnit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    (code > 127 && code !== 0xff1a && code !== 0x3000 && code !== 0xa0 && code < 0xff00)
  );
}

function near(text: string, unit: string, at: number): number {
  for (let i = at; i < at + maxValue && i < text.length; i++) if (text[i] === unit) return i;
  return -1;
}
