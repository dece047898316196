import { type Gate, gateOf, passes } from '../../gate';
import type { Span } from '../../model';

/** What is looked for beside a name. */
export interface NamedValue {
  /** Any spelling of it within a text, and a text that is nothing else. */
  readonly within: RegExp;
  /** What its first units can be; where that is known, `within` is tried only there. */
  readonly gate: Gate;
  readonly whole: RegExp;
  /** `around` is the text near it. */
  readonly valid: (value: string, around: string) => boolean;
  /** Whether the name may follow it. */
  readonly behind: boolean;
}

/** Makes ready what is looked for by the source of a pattern, without regard to case. */
export function namedValue(source: string, valid: NamedValue['valid'], behind: boolean): NamedValue {
  const gate = gateOf(new RegExp(source, 'i'));
  const within = new RegExp(bounded(source), gate.length > 0 ? 'yiu' : 'giu');
  return { within, gate, whole: new RegExp(`^(?:${source})$`, 'iu'), valid, behind };
}

/** The value that the name in `text[at, end)` gives: behind it, in the line below it, or right before it. */
export function findNamedValue(text: string, at: number, end: number, named: NamedValue): Span | undefined {
  if (isWithinId(text, at, end)) return undefined;
  const around = () => text.slice(Math.max(0, at - vicinity), end + vicinity);
  const ahead = lookAhead(text, end, named, around);
  if (ahead !== 'none') return ahead;
  return (
    lookBelow(text, at, end, named, around) ??
    lookInserted(text, at, end, named, around) ??
    (named.behind ? lookBack(text, at, named, around) : undefined)
  );
}

/**
 * Whether letters that look like a short name are a part of a UUID, a hash or another drawn id: `a3cc-…`, `7cOEUd`. Digits touch
 * them, their case is of no word, or letters and digits take turns about them.
 */
function isWithinId(text: string, at: number, end: number): boolean {
  if (end - at > longestInId || !/[a-z]$/i.test(text[end - 1] as string)) return false;
  if (end - at < 4 && /[a-z][A-Z]/.test(text.slice(at, end))) return true;
  const before = text.slice(Math.max(0, at - reachOfId), at).replace(escaped, '');
  const after = /^[A-Za-z\d]*/.exec(text.slice(end, end + reachOfId))?.[0] ?? '';
  if (/\d$/.test(before) || /^\d+[A-Za-z]/.test(after)) return true;
  const touched = after !== '' || /[A-Za-z]$/.test(before);
  return touched && turnsIn(/[\w+/=-]*$/.exec(before)?.[0] ?? '') + turnsIn(after) >= 3;
}

/** Chance spells longer names too seldom to matter. */
const longestInId = 5;
const reachOfId = 64;

/** All up to an escape, which is no part of a word. */
const escaped = /^.*(?:\\[nrtbfv0]|\\x[\da-f]{2}|\\u[\da-f]{4}|%[\da-f]{2}|\[\d{1,3}m)/is;

/** How often a digit and a letter stand side by side. */
function turnsIn(part: string): number {
  return part.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0;
}

const vicinity = 120;
/** How far a value may begin behind its name, and how long it is at most. */
const gapAhead = 70;
const longest = 40;
const gapBack = 48;

/** `none` where nothing ahead looks like a value; undefined where something does, and is none. */
function lookAhead(text: string, end: number, named: NamedValue, around: () => string): Span | 'none' | undefined {
  const window = text.slice(end, end + gapAhead + longest);
  let seen = false;
  for (let found = nextIn(window, 0, named), next = 0; found; found = nextIn(window, next, named)) {
    const gap = window.slice(0, found.index);
    next = found.index + found[0].length;
    if (gap.length > gapAhead || !isPlainGap(gap)) break;
    // `MRN1234` is a word of its own.
    if (gap === '' && /\w/.test(text[end - 1] as string)) continue;
    const value = found[0];
    if (!isFiller(value) && named.valid(value, around())) {
      const start = end + found.index;
      return { start, end: start + value.length };
    }
    seen = true;
    next = found.index + 1;
  }
  return seen ? undefined : 'none';
}

function lookBack(text: string, at: number, named: NamedValue, around: () => string): Span | undefined {
  const from = Math.max(0, at - gapBack - longest);
  const window = text.slice(from, at);
  let last: RegExpExecArray | undefined;
  for (let found = nextIn(window, 0, named); found; found = nextIn(window, found.index + found[0].length, named))
    last = found;
  if (!last || (last.index === 0 && from > 0 && /[\w.]/.test(text[from - 1] as string))) return undefined;
  const value = last[0];
  const gap = window.slice(last.index + value.length);
  if (!isPlainReturn(gap) || isLabelled(window.slice(0, last.index), gap)) return undefined;
  if (isFiller(value) || !named.valid(value, around())) return undefined;
  const start = from + last.index;
  return { start, end: start + value.length };
}

/** The next spelling of a value in a window, from a place on. Nearly everywhere the first units tell that there is none. */
function nextIn(window: string, from: number, { within, gate }: NamedValue): RegExpExecArray | undefined {
  const first = gate[0];
  for (let at = from; at < window.length; at++) {
    const code = window.charCodeAt(at);
    if (first && (first[code < 128 ? code : 128] === 0 || !passes(gate, window, at))) continue;
    within.lastIndex = at;
    const found = within.exec(window);
    if (found || !first) return found ?? undefined;
  }
  return undefined;
}

/** The cell below the name, where the name heads a column: the same place in the first row. */
function lookBelow(
  text: string,
  at: number,
  end: number,
  { whole, valid }: NamedValue,
  around: () => string,
): Span | undefined {
  const lineEnd = text.indexOf('\n', end);
  if (lineEnd < 0 || lineEnd - end > widest) return undefined;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (at - lineStart > widest) return undefined;
  const header = text.slice(lineStart, lineEnd);
  const sign = /[,;\t|]/.exec(header)?.[0];
  if (!sign || /\d{3}|[{}=()]/.test(header)) return undefined;
  const place = header.slice(0, at - lineStart).split(sign).length - 1;
  let row = rowAt(text, lineEnd + 1);
  if (/^[\s|:+-]+$/.test(row.line)) row = rowAt(text, row.start + row.line.length + 1);
  const cells = row.line.split(sign);
  if (cells.length !== header.split(sign).length && !row.line.includes('"')) return undefined;
  const cell = cells[place] ?? '';
  const value = cell.trim().replace(/^["']|["']$/g, '');
  if (!whole.test(value) || isFiller(value) || !valid(value, around())) return undefined;
  const start = row.start + cells.slice(0, place).reduce((sum, it) => sum + it.length + 1, 0) + cell.indexOf(value);
  return { start, end: start + value.length };
}

/** The value at the name's place in the list that follows: `INSERT INTO people (id, ssn) VALUES (1, '…')`. */
function lookInserted(
  text: string,
  at: number,
  end: number,
  { whole, valid }: NamedValue,
  around: () => string,
): Span | undefined {
  inList.lastIndex = end;
  if (!inList.test(text)) return undefined;
  const open = /^[^()\n]{0,300}\)\s{0,3}VALUES\s{0,3}\(/i.exec(text.slice(end, end + 2 * widest))?.[0];
  if (!open) return undefined;
  const before = text.slice(Math.max(0, at - widest), at);
  const place = before.slice(before.lastIndexOf('(') + 1).split(',').length - 1;
  const listed = /\s{0,3}(?:N?'((?:[^'\n]|''){0,200})'|([^,()'\n]{0,200}))\s{0,3}[,)]/y;
  const values = text.slice(end + open.length, end + open.length + 2 * widest);
  for (let index = 0; index <= place; index++) {
    const found = listed.exec(values);
    if (!found) return undefined;
    if (index < place) continue;
    const value = (found[1] ?? found[2] ?? '').trim();
    if (value === '' || !whole.test(value) || isFiller(value) || !valid(value, around())) return undefined;
    const start = end + open.length + found.index + found[0].indexOf(value);
    return { start, end: start + value.length };
  }
  return undefined;
}

/** A name in a list of columns goes on, closes its quotes, and then a comma or a bracket follows. */
const inList = /[\w ]{0,24}["'`\]]?\s{0,3}[,)]/y;

/** The longest header that is looked at, to either side. */
const widest = 400;

function rowAt(text: string, start: number): { readonly start: number; readonly line: string } {
  const end = text.indexOf('\n', start);
  return { start, line: text.slice(start, Math.min(end < 0 ? text.length : end, start + 2 * widest)) };
}

/** Nothing of a longer value stands on either side, but for an escape, and it is no link's text. */
function bounded(source: string): string {
  return String.raw`(?:(?<![A-Za-z0-9_.]|\d[/-]|[A-Za-z0-9]-|\w\*{1,2})|(?<=\\[nrt]))(?!(?<=\\)[nrtuUx])(?:${source})(?![A-Za-z0-9_]|-[A-Za-z0-9]|[.,/]\d|%|\]\()`;
}

/** One digit over and over, or counted up; a decade. */
function isFiller(value: string): boolean {
  const bare = value.replace(/[^\p{L}\d]/gu, '');
  return /^(.)\1+$|^(?:19|20)\d0s$/iu.test(bare) || '01234567890123456789'.includes(bare);
}

/** Between name and value stand no other sentence, no version, no code; a line ends only where nothing else is said. */
function isPlainGap(gap: string): boolean {
  const said = gap.replace(/(?<![\p{L}])(?:no|nos|nr|nro|num|núm|número|nº|n|č|бр|reg)\./giu, '');
  if (/[.!?;。]\s+\p{Lu}/u.test(said) || /[{}<>$\\]{2}(?!\/)/.test(said.replace(/<\/?[a-z][^<>\n]{0,40}>/gi, '')))
    return false;
  if (otherName.test(said) || /\b[au]rn:[\w:.-]*$/i.test(said)) return false;
  if (/\d{4,}/.test(said.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ''))) return false;
  if (unrelated.test(said)) return false;
  const lines = said.split('\n');
  return (
    lines.length === 1 || (lines.length === 2 && /^[^\p{L}\d]*$/u.test(said.replace(/<\/?[a-z][^<>\n]{0,40}>/gi, '')))
  );
}

/** A part of what is called so that has a name of its own, as programs write it, or what they name next in a letter or two. */
const otherName =
  /^\.(?!(?:value|number|num|no|nr|id|code|text|raw|data|numero|nummer|digits)\b)[A-Za-z_$][\w$]*\s*[=(]|[,;]\s?(?!(?:no|nr|num|val|id|n)\b)[A-Za-z_$]{1,3}\s?[:=]\s?$/i;

const unrelated =
  /\b(?:format|regex|pattern|example|length|version|port|timeout|expires?|issued|since|date|phone|tel|fax|mobile|invalid|ungültig|not)\b/i;

/** What may stand between a value and the name that follows it: a few words, a bracket, a dash. */
function isPlainReturn(gap: string): boolean {
  return (
    gap.length <= gapBack &&
    !/[)\]][^\n]{0,2}\n/.test(gap) &&
    /^["'”’»)\]*_`]{0,3}(?:,?\s+|\s*[([–—-]\s*|(?=[^\p{ASCII}])|$)(?:[\p{L}\p{M}'’.]+[ _-]{1,2}){0,6}[\p{L}\p{M}]{0,8}["'“„«(]?$/u.test(
      gap,
    ) &&
    !/(?<!\p{L})(?:and|or|und|oder|with|without|no|not|but|или)(?!\p{L})|^\P{L}*(?:et|ou|y|o|e|och|eller|og|en|of|i|a|и|та|ve|dan)(?!\p{L})/iu.test(
      gap,
    )
  );
}

/** Another name has given the value its meaning: `phone: 555 123 4567 (SSN unknown)`. */
function isLabelled(before: string, gap: string): boolean {
  const label = /([\p{L}\d_-]{2,30})["']?\s{0,2}[:=]\s{0,2}(["']?)$/u.exec(before);
  if (!label) return false;
  // What stands in quotes with the value is a sentence, not a field.
  if (label[2] !== '' && !gap.includes(label[2] as string)) return false;
  return !/^(?:number|value|no|id|nr|code|text|note|notes|message|content|comment|document|identifier|input|prompt|nummer|numero|número|numéro)$/i.test(
    label[1] as string,
  );
}

/**
 * Source of a pattern for one of several names, in any case: a short one stands by itself or in camel case, a longer one may be
 * the end of another word, as in `holderPassport`, and may have a few more letters, as languages that inflect give them.
 */
export function namesSource(names: readonly string[]): string {
  return `(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map(wordSource)
    .join('|')})`;
}

function wordSource(word: string): string {
  const units = [...word].map(unitSource).join('');
  if (/[^\p{ASCII}]/u.test(word) && !/[a-z]/.test(word)) return units + tail(word);
  if (word.length > 5) return `${units}${tail(word)}`;
  return `(?:(?<![A-Za-z])|(?<=\\\\[nrt])|(?<=[a-z])(?=[A-Z]))${units}(?![a-z]|[A-Z]{2})`;
}

/** Scripts without capitals, and those that join words, go on at once. */
function tail(word: string): string {
  return /[a-zа-яα-ω]$/i.test(word) && word.length > 5 ? `[a-zа-яіїєα-ωà-ž]{0,6}(?![a-z])` : '';
}

function unitSource(unit: string): string {
  if (unit === ' ') return `[ _.'’-]{0,2}`;
  const upper = unit.toUpperCase();
  if (upper !== unit && upper.length === 1) return `[${unit}${upper}]`;
  return unit.replace(/[.+*?()/]/, '\\$&');
}
