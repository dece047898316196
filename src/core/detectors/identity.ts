import type { Severity } from '../model';
import type { Detector, Match, Verdict } from './detector';
import { findNamedValue, type NamedValue, namedValue, namesSource } from './identity/namedValue';
import { late, type Rest } from './late';
import { sample } from './sample';

/** Facts about one kind of number that stands for a person. */
export interface Identity {
  /** Id without `pii/`: country first, `de-tax-id`. */
  readonly name: string;
  /** What it is, for a person: "German tax number". */
  readonly title: string;
  /**
   * What it is called, in its country's languages and in English, in lower case, `|` between; a blank stands for any separator
   * or none, and letters with marks also for those without.
   */
  readonly words: string;
  /** Source of a pattern for its usual spellings. */
  readonly value: string;
  /** A template of `sample()` that some seed makes valid. */
  readonly example: string;
  /** Its own checksum and structure; `around` is what stands about it. */
  readonly valid: (value: string, around?: string) => boolean;
  readonly severity?: Severity;
  /** Unless false, the name may also follow the value: "529… is my CPF". */
  readonly behind?: false;
  /** How many digits it has at least; 3 unless given. */
  readonly digits?: number;
}

/**
 * An entry for a number that any program is full of: it counts where its name stands close to it, and its own checksum or
 * structure holds.
 */
export function identity(facts: Identity): Detector {
  const words = spelled(facts.words);
  let whole: RegExp | undefined;
  const isWhole = (value: string) => {
    whole ??= new RegExp(`^(?:${facts.value})$`, 'iu');
    return whole.test(value);
  };
  const mayBegin = beginning(words);
  const entry = {
    id: `pii/${facts.name}` as const,
    title: facts.title,
    severity: facts.severity ?? ('warning' as const),
    tier: 'likely' as const,
    keywords: [...new Set(words.flatMap(spellings))],
    boundary: 'none' as const,
    glance: (text: string, at: number) => mayBegin(text, at) && digitsNear(text, at) >= (facts.digits ?? 3),
    accept: accepting(facts),
    valid: (value: string) => isWhole(value) && facts.valid(value),
  };
  return late(entry, () => rest(facts, words), {});
}

/** The words of an entry, also without the marks on their letters. */
function spelled(words: string): string[] {
  return [...new Set(words.split('|').flatMap(word => [word, plain(word)]))];
}

/** Letters of other scripts keep their marks: they are letters of their own. */
function plain(word: string): string {
  return word.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, letter =>
    letter === 'ß'
      ? 'ss'
      : letter === 'ø'
        ? 'o'
        : letter === 'ı'
          ? 'i'
          : letter === 'đ'
            ? 'd'
            : letter.normalize('NFD').charAt(0),
  );
}

function accepting(facts: Identity): (match: Match) => Verdict | undefined {
  let named: NamedValue | undefined;
  return ({ text, at, end }) => {
    named ??= namedValue(facts.value, facts.valid, facts.behind !== false);
    const found = findNamedValue(text, at, end, named);
    return found && { ...found, reason: `the structure of a ${facts.title}, beside its name` };
  };
}

function rest({ words, example, valid, behind }: Identity, names: readonly string[]): Rest {
  return {
    // What `gateOf` would read off so many names costs more than it spares; it leaves such an expression alone.
    pattern: () => new RegExp(namesSource(names), 'u'),
    examples: () => examplesOf(words.split('|')[0] as string, example, valid, behind !== false),
  };
}

function examplesOf(
  word: string,
  example: string,
  valid: Identity['valid'],
  behind: boolean,
): Pick<Detector, 'hits' | 'misses'> {
  const good = firstThat(example, valid);
  const bad = firstThat(example, it => !valid(it));
  return {
    hits: [
      `${word}: ‹${good}›`,
      `"${word}": "‹${good}›"`,
      `The ${word} of this person is ‹${good}›.`,
      ...(behind ? [`‹${good}› is the ${word} of this person.`] : []),
    ],
    misses: [...(bad ? [`${word}: ${bad}`] : []), `number: ${good}`, `${word}: none`, `${word}. Since then, x=${good}`],
  };
}

/**
 * What a name is looked for by. Of several words the first is enough where it is long; short names stand in many longer words, so
 * those that many words have inside count only where something ends them.
 */
function spellings(word: string): string[] {
  const [first = '', second] = word.split(' ');
  if (first.length >= 5 && !common.has(first)) return [first];
  if (second !== undefined) return ['', ' ', '_', '-', '.', "'", '’', '. '].map(it => first + it + second);
  const inWords = /^[a-z.]{1,3}$/.test(word) && (word.length < 3 || frequent.has(word));
  return inWords ? [...`: ="'_\\)#-/,;.|<>\`]`, 'value', 'num', 'no'].map(end => word + end) : [word];
}

/** First words that much text has; what follows them is looked for as well. */
const common = new Set(
  'number número numero numéro código codigo company national identity documento personal social public voter unique tax british south individual general business value service reference virtual routing'.split(
    ' ',
  ),
);

/** Names that stand inside of ordinary words. */
const frequent = new Set(
  'run tin pin nit cin cui inn nin nic sin nas nie rut fin uid vat iva alv btw tic eid rrn nir spi naf team cie cns pnr dnr bin nis ine ife rif cip tsi die dea mbi nid nss ssi ice ide idi epi kra mst nam phn pis rnp cpr acn abn bce kbo moa ban tva cif crn ein ehi gst ruc dic atu ric pan vid ico uen edb ntn r.c ric secu'.split(
    ' ',
  ),
);

/** The first expansion of a template that is as wanted; some seed among many is. */
function firstThat(template: string, wanted: (value: string) => boolean): string {
  for (let seed = 1; seed < 20_000; seed++) {
    const value = sample(template, seed);
    if (wanted(value)) return value;
  }
  return '';
}

/**
 * Whether the letters at a place begin a name. Amid a word only long names begin: `unit ` has a short one inside, and needs no
 * closer look.
 */
function beginning(words: readonly string[]): (text: string, at: number) => boolean {
  let heads: Heads | undefined;
  return (text, at) => {
    const code = text.charCodeAt(at);
    if (!isSmall(code | 32)) return true;
    heads ??= { all: headsOf(words), long: headsOf(words.filter(isLong)), ended: endedIn(words) };
    // The letter before may be an escape's.
    const inside = isSmall(code) && isSmall(text.charCodeAt(at - 1)) && text.charCodeAt(at - 2) !== 92;
    let end = at + 1;
    while (end < at + headLength && isSmall(text.charCodeAt(end))) end++;
    const head = text.slice(at, end).toLowerCase();
    return (
      (inside ? heads.long : heads.all).has(head) ||
      (end === at + headLength && heads.ended.some(it => head.startsWith(it)))
    );
  };
}

interface Heads {
  readonly all: ReadonlySet<string>;
  readonly long: ReadonlySet<string>;
  /** Long names that are shorter than a head when nothing parts their words; an ending may follow. */
  readonly ended: readonly string[];
}

/** More letters than a short name has. */
const headLength = 6;

/** The letters, so many at most, that a text which has one of these names may begin with; whatever is no letter ends them. */
function headsOf(words: readonly string[]): Set<string> {
  const heads = new Set<string>();
  for (const word of words) {
    const letters = /^[a-z]*/.exec(joined(word))?.[0] ?? '';
    for (let length = 1; length <= Math.min(letters.length, headLength); length++) heads.add(letters.slice(0, length));
  }
  return heads;
}

function endedIn(words: readonly string[]): string[] {
  return words
    .filter(isLong)
    .map(joined)
    .filter(it => it.length < headLength);
}

function joined(word: string): string {
  return word.replaceAll(' ', '');
}

/** So long a name may stand amid a word, and have an ending; see `namesSource`. */
function isLong(word: string): boolean {
  return word.length > 5;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** The place that was looked at last: many kinds share a name, and what stands near it is the same for all of them. */
const lately = { text: '', at: -1, digits: 0 };

/**
 * How many digits a value within reach may have: most places where a name stands have none, and are left at once. Between two
 * digits of a value stand some separators or letters, never a whole word.
 */
function digitsNear(text: string, at: number): number {
  if (lately.at !== at || lately.text !== text) {
    lately.text = text;
    lately.at = at;
    lately.digits = Math.max(digitsAhead(text, at), digitsBefore(text, at));
  }
  return lately.digits;
}

function digitsAhead(text: string, at: number): number {
  let most = 0;
  let digits = 0;
  let last = at;
  let lines = 0;
  for (let i = at; i < text.length && i < at + farAhead && lines < 3; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) lines++;
    else if (isDigit(code)) {
      digits = i - last > widestGap ? 1 : digits + 1;
      last = i;
      if (digits > most && ++most === enough) return most;
    }
  }
  return most;
}

function digitsBefore(text: string, at: number): number {
  let most = 0;
  let digits = 0;
  let last = at;
  for (let i = at - 1; i >= 0 && i > at - farBack; i--) {
    const code = text.charCodeAt(i);
    if (code === 10) return most;
    if (isDigit(code)) {
      digits = last - i > widestGap ? 1 : digits + 1;
      last = i;
      if (digits > most && ++most === enough) return most;
    }
  }
  return most;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A Mexican CURP has six letters between its digits. */
const widestGap = 7;

/** No kind asks for more digits. */
const enough = 8;

/** Name, gap and the first digits of a value, or the row below a header. */
const farAhead = 300;
const farBack = 60;
