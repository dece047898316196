import { conceptWords, shapes, unspaced } from './conceptWords';
import { orderUnspaced, orderWords } from './orderWords';

/** So many weights there are; features share them by their hash. */
export const buckets = 32_768;

/** What the model weighs of a sentence. */
export interface Told {
  /** Numbers of concepts. */
  readonly about: readonly number[];
  /** The places of weights: of what stands beside what, of words and of pairs of words; some of them twice. */
  readonly beside: readonly number[];
}

/** What a sentence is about; in time that is linear in its length. */
export function toldIn(sentence: string): Told {
  const about = new Set<number>();
  const beside: number[] = [];
  const recent: (readonly number[])[] = [];
  const ascii = !beyond.test(sentence);
  const words = sentence.toLowerCase().match(ascii ? plainWords : wordsOf) ?? [];
  let before = 0;
  for (let at = 0; at < words.length; at++) {
    const { own, hash, place, pairs, longer } = entryOf(words[at] as string);
    if (place >= 0) beside.push(place);
    if (pairs && before !== 0) beside.push(mixed(kinds.pair, before, hash));
    const concepts = longer.length === 0 ? own : [...own, ...phrasesAt(longer, words, at)];
    before = pairs ? hash : 0;
    for (const concept of concepts) {
      about.add(concept);
      if (at < 2) beside.push(ofFirst(concept));
      for (const others of recent) for (const other of others) beside.push(ofOrder(other, concept));
    }
    recent.push(concepts);
    if (recent.length > reach) recent.shift();
  }
  for (const [concept, pattern, needed] of ascii ? marks : allMarks)
    if ((!needed || needed.test(sentence)) && pattern.test(sentence)) about.add(concept);
  return { about: [...about], beside };
}

/** The places of all weights that a run of sentences uses, each once. */
export function featuresOf(run: readonly Told[]): number[] {
  turn++;
  const places: number[] = [];
  const add = (place: number) => {
    if (marked[place] === turn) return;
    marked[place] = turn;
    places.push(place);
  };
  const about = run.length === 1 ? [...(run[0] as Told).about] : [...new Set(run.flatMap(one => one.about))];
  about.sort((a, b) => a - b);
  for (const { beside } of run) for (const place of beside) add(place);
  for (let at = 0; at < about.length; at++) {
    const concept = about[at] as number;
    add(ofBoth(concept, concept));
    for (let next = at + 1; next < about.length; next++) add(ofBoth(concept, about[next] as number));
  }
  return places;
}

/** Where a place was met last, so that each is taken once without a set. */
const marked = new Int32Array(buckets);
let turn = 0;

/** What a concept counts by itself, for reasons. */
export function conceptName(concept: number): string {
  return names[concept] ?? '';
}

/** The same in ASCII, which takes half as long. */
const plainWords = /[a-z\d]+(?:['.-][a-z\d]+)*/g;
const beyond = /[^\0-\x7f]/;
const wordsOf = /[\p{L}\p{M}\d]+(?:['’.-][\p{L}\p{M}\d]+)*/gu;
const kinds = { word: 1, pair: 2, first: 3, order: 4, both: 6 } as const;
const reach = 6;

function mixed(kind: number, a: number, b: number): number {
  let hash = Math.imul(kind ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f) ^ Math.imul(b + 0x165667b1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}

/** Places of what two concepts make, asked for again and again. */
const places = new Map<number, Int32Array>();

function placeOf(kind: number, a: number, b: number): number {
  let table = places.get(kind);
  if (!table) {
    table = new Int32Array(mostConcepts * mostConcepts).fill(-1);
    places.set(kind, table);
  }
  const at = a * mostConcepts + b;
  let place = table[at] as number;
  if (place < 0) {
    place = mixed(kind, a, b);
    table[at] = place;
  }
  return place;
}

const mostConcepts = 128;
const ofFirst = (concept: number) => placeOf(kinds.first, concept, 0);
const ofOrder = (a: number, b: number) => placeOf(kinds.order, a, b);
const ofBoth = (a: number, b: number) => placeOf(kinds.both, a, b);

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A word met before: its concepts, its hash, and the phrases that begin with it. */
interface Entry {
  readonly own: readonly number[];
  readonly hash: number;
  /** Of the word's own weight; below nought where it has none. */
  readonly place: number;
  /** Whether it is weighed with the word before it. */
  readonly pairs: boolean;
  readonly longer: readonly Phrase[];
}

interface Phrase {
  readonly rest: readonly string[];
  readonly concept: number;
  /** Whether the last word may go on. */
  readonly open: boolean;
}

const names: string[] = [];
const exact = new Map<string, number[]>();
const stems = new Map<string, number[]>();
const phrases = new Map<string, Phrase[]>();
const met = new Map<string, Entry>();
const mostMet = 20_000;

function entryOf(whole: string): Entry {
  const word = whole.slice(0, longestWord);
  const known = met.get(word);
  if (known) return known;
  const own = [...(exact.get(word) ?? [])];
  for (let length = 2; length <= Math.min(word.length, longestStem); length++)
    own.push(...(stems.get(word.slice(0, length)) ?? []));
  const hash = hashOf(word);
  // Names and numbers are many, and would share the places of what tells something.
  const pairs = own.length > 0 || /^[a-z’']{1,5}$/.test(word);
  const place = pairs || /^\p{L}{6,16}$/u.test(word) ? mixed(kinds.word, hash, 0) : -1;
  const entry = { own: [...new Set(own)], hash, place, pairs, longer: phrases.get(word) ?? [] };
  if (met.size >= mostMet) met.clear();
  // A long word is a view of the text that it stands in, which would be kept with it.
  met.set(word.length > 12 ? Array.from(word).join('') : word, entry);
  return entry;
}

const longestWord = 40;

function phrasesAt(longer: readonly Phrase[], words: readonly string[], at: number): number[] {
  return longer
    .filter(({ rest, open }) =>
      rest.every((wanted, on) => {
        const word = words[at + on + 1];
        return word !== undefined && (open && on === rest.length - 1 ? word.startsWith(wanted) : word === wanted);
      }),
    )
    .map(({ concept }) => concept);
}

function numberOf(name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

for (const [name, words] of [...Object.entries(conceptWords), ...Object.entries(orderWords)]) {
  const concept = numberOf(name);
  for (const entry of words.split(' ')) {
    const open = entry.endsWith('*');
    const [first = '', ...rest] = entry.replace('*', '').split('_');
    const add = <T>(map: Map<string, T[]>, one: T) => map.set(first, [...(map.get(first) ?? []), one]);
    if (rest.length > 0) add(phrases, { rest, concept, open });
    else add(open ? stems : exact, concept);
  }
}

const longestStem = Math.max(...[...stems.keys()].map(({ length }) => length));

/** A concept, the pattern that tells it, and what must stand there for it, which is sooner asked. */
type Mark = readonly [concept: number, pattern: RegExp, needed?: RegExp];

const needed: Readonly<Record<string, RegExp>> = {
  path: /[\\/]/,
  address: /[@+\d]|:\/\//,
  image: /!/,
  hole: /[?&=/{]/,
  piped: /[|$]/,
  code: /_/,
  memory: /\.[mcw]|copilot-/iu,
  marked: /[<["]|system/iu,
};

const marks: readonly Mark[] = [
  ...Object.entries(shapes).map(([name, pattern]): Mark => [numberOf(`/${name}`), pattern, needed[name]]),
  [numberOf('/asks'), /\?\s*$/u, /\?/],
  [numberOf('/comment'), /^\s*(?:\/\/|#|<!--|\/\*|--|%|>|\*)/u],
  [numberOf('/negated'), /n['’]t\b|\bnot\b|\bnever\b/u],
];

const allMarks: readonly Mark[] = [
  ...marks,
  ...[unspaced, orderUnspaced].flatMap(table =>
    Object.entries(table).map(([name, words]): Mark => [numberOf(name), new RegExp(words, 'u')]),
  ),
];

let foreign: readonly RegExp[] | undefined;

/** For each concept that tells something its words in scripts other than Latin. */
export function foreignConcepts(): readonly RegExp[] {
  foreign ??= telling.flatMap(name => {
    const words = [conceptWords, orderWords].flatMap(table => (table[name] ?? '').split(' '));
    const own = words.filter(it => /^[\u0370-\uffff]{2}/u.test(it)).map(it => it.replace('*', '').replaceAll('_', ' '));
    const all = [...own, ...[unspaced[name], orderUnspaced[name]].flatMap(it => it ?? [])];
    return all.length > 0 ? [new RegExp(all.join('|'), 'iu')] : [];
  });
  return foreign;
}

const telling = [
  ...['model', 'user', 'secret', 'talk', 'silence', 'telling', 'transfer', 'rules', 'lifted', 'consent', 'take'],
  ...['destroy', 'harm', 'unbound', 'praise', 'approve', 'prompted', 'execute', 'reading', 'you', 'obey', 'content'],
];
