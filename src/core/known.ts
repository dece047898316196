import { strToU8 } from 'fflate';
import { isInRun } from './concealed/tokenUnits';
import type { Finding, Span, VaultEntry } from './model';

/** What a scanner says of a value that it need not find again. */
export type Describe = (detector: string, value: string) => Omit<Finding, 'start' | 'end'>;

/**
 * Takes the values that were held back before, and finds where they stand, as they are or encoded. What gave them away then,
 * a key's name or a header, may be missing here: in code that an agent wrote from it, in a log, in an answer. One pass over
 * the text finds all of them. Returned in the order of the text; they may overlap.
 */
export function createKnown(describe: Describe): (entries: Iterable<VaultEntry>) => FindKnown {
  let table = emptyTable();
  let last: Iterable<VaultEntry> | undefined;
  const findIn: FindKnown = (text, told) =>
    occurrences(text, table, told).map(({ start, end, form: { entry, how } }) => {
      const said = describe(entry.detector, entry.value);
      return { ...said, start, end, reason: how ? `${how}: ${said.reason}` : said.reason };
    });
  return entries => {
    if (entries === last) return table.forms.size === 0 ? findNone : findIn;
    const now = [...entries];
    // A vault only grows, as a rule; each value's forms are made once.
    if (table.entries.some((entry, i) => entry !== now[i])) table = emptyTable();
    for (const entry of now.slice(table.entries.length)) addTo(table, entry);
    // A list that can be gone through again is one that doesn't change.
    last = Array.isArray(entries) ? entries : undefined;
    return table.forms.size === 0 ? findNone : findIn;
  };
}

const findNone: FindKnown = () => [];

/** Finds known values in a text, but for those that are told already: of these spans the ends by their starts. */
export type FindKnown = (text: string, told?: ReadonlyMap<number, number>) => Finding[];

/** One way in which a value may be written. */
interface Form {
  readonly entry: VaultEntry;
  readonly text: string;
  readonly how: string | undefined;
  /** The units that give the form away begin here: in its middle, because beginnings are alike. */
  readonly key: number;
  /** Set for base64 and hexadecimal, where the whole run is what holds the value. */
  readonly inRun: boolean;
}

interface Table {
  readonly entries: VaultEntry[];
  /** Nonzero where some form's key has this mark. A power of two, several times as many as there are keys. */
  marks: Uint8Array;
  /** Forms by their key's hash. */
  readonly forms: Map<number, Form[]>;
}

/** Units of a form's key: the shortest value that is looked for. */
const keyLength = 6;

function emptyTable(): Table {
  return { entries: [], marks: new Uint8Array(1 << 16), forms: new Map() };
}

function addTo(table: Table, entry: VaultEntry): void {
  const { entries, forms } = table;
  entries.push(entry);
  if (!isDistinct(entry.value, entry.detector)) return;
  for (const form of formsOf(entry)) {
    let hash = 0;
    for (let i = form.key; i < form.key + keyLength; i++) hash = next(hash, form.text.charCodeAt(i));
    const others = forms.get(hash);
    if (others) others.push(form);
    else forms.set(hash, [form]);
    if (forms.size * 8 > table.marks.length && table.marks.length < mostMarks) table.marks = marksOf(forms);
    table.marks[markOf(hash, table.marks)] = 1;
  }
}

const mostMarks = 1 << 23;

/** Wider marks, when many values have filled the ones before. */
function marksOf(forms: ReadonlyMap<number, unknown>): Uint8Array {
  const marks = new Uint8Array(Math.min(mostMarks, 2 ** Math.ceil(Math.log2(forms.size * 32))));
  for (const hash of forms.keys()) marks[markOf(hash, marks)] = 1;
  return marks;
}

/** A hash of the last six units: each is shifted out after six steps. */
function next(hash: number, unit: number): number {
  return ((hash << 5) ^ unit) & 0x3fffffff;
}

function markOf(hash: number, { length }: Uint8Array): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (length - 1);
}

interface Occurrence extends Span {
  readonly form: Form;
}

function occurrences(text: string, { marks, forms }: Table, told?: ReadonlyMap<number, number>): Occurrence[] {
  const found: Occurrence[] = [];
  let hash = 0;
  let runEnd = 0;
  for (let i = 0; i < text.length; i++) {
    hash = next(hash, text.charCodeAt(i));
    if (marks[markOf(hash, marks)] === 0) continue;
    for (const form of forms.get(hash) ?? []) {
      const start = i + 1 - keyLength - form.key;
      if (start < runEnd || !text.startsWith(form.text, start)) continue;
      const span = { start, end: start + form.text.length };
      const whole = form.inRun ? runAround(text, span) : span;
      if (form.inRun) runEnd = whole.end;
      if (told?.get(whole.start) === whole.end) continue;
      if (form.inRun || standsAlone(text, span)) found.push({ ...whole, form });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function runAround(text: string, span: Span): Span {
  let { start, end } = span;
  while (isInRun(text.charCodeAt(start - 1))) start--;
  while (isInRun(text.charCodeAt(end))) end++;
  return { start, end: end + (/^={1,2}(?![\w+/=-])/.exec(text.slice(end, end + 3))?.[0].length ?? 0) };
}

/** Short values and plain words stand in other texts by chance: a gender, a town, a first name without the last, a day. */
function isDistinct(value: string, detector: string): boolean {
  if (common.test(detector) || (detector === 'pii/person-name' && !/\p{L}[\s,]+\p{L}|[^\p{ASCII}]{3}/u.test(value)))
    return false;
  if (detector.startsWith('pii/')) return value.length >= 6;
  return value.length >= 12 || (value.length >= 8 && /[^a-z]/i.test(value) && /[^0-9]/.test(value));
}

const common =
  /^pii\/(?:city|gender|age|date-of-birth|marital-status|nationality|salary|health|ethnicity|religion|political-opinion|trade-union|sexual-orientation|criminal-record|card-expiry|geolocation)$/;

const letter = /[A-Za-z0-9]/;

function standsAlone(text: string, { start, end }: Span): boolean {
  const joins = (outside: string | undefined, edge: string | undefined) =>
    letter.test(outside ?? '') && letter.test(edge ?? '');
  return !joins(text[start - 1], text[start]) && !joins(text[end], text[end - 1]);
}

/** The value as it is, and as the usual ways of carrying it write it. */
function formsOf(entry: VaultEntry): Form[] {
  const { value } = entry;
  const forms: Form[] = [];
  const add = (text: string, how: string | undefined, inRun = false) => {
    if (text.length < keyLength || forms.some(it => it.text === text)) return;
    forms.push({ entry, text, how, inRun, key: (text.length - keyLength) >> 1 });
  };
  add(value, undefined);
  add(JSON.stringify(value).slice(1, -1), 'escaped');
  const percent = percentOf(value);
  add(percent, 'percent-encoded');
  add(
    percent.replace(/%../g, it => it.toLowerCase()),
    'percent-encoded',
  );
  add([...value].join('\0'), 'in UTF-16');
  const bytes = strToU8(value);
  // Shorter, an encoding stands in other runs by chance; longer, it is itself a file that was held back.
  if (bytes.length < 8 || bytes.length > longestEncoded) return forms;
  for (const text of base64Forms(bytes)) {
    add(text, 'in base64', true);
    add(text.replaceAll('+', '-').replaceAll('/', '_'), 'in base64', true);
  }
  const hex = Array.from(bytes, it => it.toString(16).padStart(2, '0')).join('');
  add(hex, 'in hexadecimal', true);
  add(hex.toUpperCase(), 'in hexadecimal', true);
  return forms;
}

const longestEncoded = 4096;

function percentOf(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value; // Half of a surrogate pair: no URL holds it.
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The digits that bytes give in base64 wherever they stand: at each of the three places, without those shared with neighbours. */
function base64Forms(bytes: Uint8Array): string[] {
  return [0, 1, 2].map(place => {
    let text = '';
    for (let bit = (6 - ((place * 8) % 6)) % 6; bit + 6 <= bytes.length * 8; bit += 6) {
      const at = bit >> 3;
      const pair = ((bytes[at] as number) << 8) | (bytes[at + 1] ?? 0);
      text += digits[(pair >> (10 - (bit & 7))) & 63];
    }
    return text;
  });
}
