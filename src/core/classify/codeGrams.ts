import { readTokens } from './codeTokens';

/** Some of a text's runs of tokens, so chosen that equal code gives equal ones wherever it stands. */
export interface Grams {
  readonly count: number;
  /** Two words for each gram: what it says, 64 bits that don't depend on names. */
  readonly words: Uint32Array;
  /** The first token of each, and where its first token begins and its last one ends in the text, in UTF-16 units. */
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the whole text. */
  readonly tokenCount: number;
  /** Those of them that lie in a gram with some variety. */
  readonly livelyCount: number;
}

/** So many tokens make a gram: some three lines. */
export const gramLength = 14;
/** Of so many grams in a row one is chosen: equal code of `gramLength + windowLength - 1` tokens is never missed. */
const windowLength = 4;
/** So many different neighbours of tokens has a gram at least: lists of numbers, imports and exports look alike everywhere. */
const variety = 10;

/**
 * Winnowing (Schleimer, Wilkerson and Aiken, 2003) over tokens. A name counts by how far back the same one stood within the
 * gram, as Baker's parameterised matching has it: so whoever renames changes nothing, and code that is built alike but
 * uses its names otherwise stays apart.
 */
export function chooseGrams(text: string): Grams {
  const chosen = createChosen();
  const order = new Uint32Array(ring);
  const words = [new Int32Array(ring), new Int32Array(ring)] as const;
  const places = [new Int32Array(ring), new Int32Array(ring)] as const;
  let least = -1;
  const lively = { count: 0, end: 0 };
  const keep = (gram: number) => {
    least = gram;
    const at = gram & mask;
    if (order[at] === dull) return;
    chosen.add(words[0][at]!, words[1][at]!, gram, places[0][at]!, places[1][(gram + gramLength - 1) & mask]!);
  };
  const count = rollGrams(
    text,
    (gram, high, low, isDull) => {
      const at = gram & mask;
      words[0][at] = high;
      words[1][at] = low;
      if (!isDull) {
        lively.count += gram + gramLength - Math.max(gram, lively.end);
        lively.end = gram + gramLength;
      }
      order[at] = isDull ? dull : mixed(high ^ Math.imul(low, golden)) >>> 1;
      if (gram < windowLength - 1) return;
      if (least <= gram - windowLength || order[least & mask] === dull)
        keep(leastOf(order, gram - windowLength + 1, gram));
      else if (order[at]! < order[least & mask]!) keep(gram);
    },
    places,
  );
  const grams = count - gramLength + 1;
  if (grams > 0 && grams < windowLength) keep(leastOf(order, 0, grams - 1));
  return chosen.done(count, lively.count);
}

type TakeGram = (gram: number, high: number, low: number, isDull: boolean) => void;

/** The rolling hashes of all grams, in constant time for each token. Gives the number of tokens. */
function rollGrams(text: string, take: TakeGram, [starts, ends]: readonly [Int32Array, Int32Array]): number {
  const codes = new Int32Array(ring);
  const nameNext = new Int32Array(ring);
  const pairNext = new Int32Array(ring);
  const nameBack = createRecall(65_536, nameNext);
  const pairBack = createRecall(4096, pairNext);
  let [count, high, low, various, before] = [0, 0, 0, 0, 0];
  const leave = (at: number) => {
    const next = nameNext[at]!;
    high = (high - Math.imul(codes[at]!, first.highest) - first.links[next]!) | 0;
    low = (low - Math.imul(codes[at]!, second.highest) - second.links[next]!) | 0;
    if (pairNext[at] === 0) various--;
  };
  readTokens(text, (token, isName, start, end) => {
    const index = count++;
    const at = index & mask;
    if (index >= gramLength) leave((index - gramLength) & mask);
    const code = isName ? nameCode : token;
    nameNext[at] = pairNext[at] = 0;
    const link = isName ? linkCodes[nameBack(token, index)]! : 0;
    if (pairBack(Math.imul(before, golden) ^ code, index) === 0) various++;
    before = codes[at] = code;
    starts[at] = start;
    ends[at] = end;
    high = (Math.imul(high, first.base) + code + link) | 0;
    low = (Math.imul(low, second.base) + code + link) | 0;
    if (index >= gramLength - 1) take(index - gramLength + 1, high, low, various < variety);
  });
  return count;
}

/** How far back the same thing stood within a gram, 0 for nowhere; `next` then gets the way from there to here. */
function createRecall(size: number, next: Int32Array): (thing: number, index: number) => number {
  const places = new Int32Array(size).fill(-ring);
  const things = new Int32Array(size);
  return (thing, index) => {
    const slot = (thing ^ (thing >>> 16)) & (size - 1);
    const distance = things[slot] === thing ? index - places[slot]! : ring;
    things[slot] = thing;
    places[slot] = index;
    if (distance >= gramLength) return 0;
    next[(index - distance) & mask] = distance;
    return distance;
  };
}

/** More than a gram and a window together. */
const ring = 64;
const mask = ring - 1;
const nameCode = 0x5bd1e995;
const golden = 0x9e3779b1;
const dull = 0xffffffff;

/** What a name adds that stood so many tokens back. */
const linkCodes = Int32Array.from({ length: gramLength }, (_, distance) =>
  distance === 0 ? 0 : mixed(distance * golden) | 0,
);
const [first, second] = [powersOf(0x2c1b3c6d), powersOf(0x297a2d39)];

function powersOf(base: number) {
  const powers = new Int32Array(gramLength).fill(1);
  for (let i = 1; i < gramLength; i++) powers[i] = Math.imul(powers[i - 1]!, base);
  // What goes with a name that leaves: the next one of its kind then has none before it.
  const links = linkCodes.map((code, distance) => Math.imul(code, powers[gramLength - 1 - distance]!));
  return { base, highest: powers[gramLength - 1]!, links };
}

function leastOf(order: Uint32Array, from: number, to: number): number {
  let least = from;
  for (let gram = from + 1; gram <= to; gram++) if (order[gram & mask]! <= order[least & mask]!) least = gram;
  return least;
}

/** The last step of MurmurHash3: every bit depends on every other. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function createChosen() {
  let [words, tokens, starts, ends] = [new Uint32Array(64), new Int32Array(32), new Int32Array(32), new Int32Array(32)];
  let count = 0;
  const grow = () => {
    words = larger(words, Uint32Array);
    [tokens, starts, ends] = [larger(tokens, Int32Array), larger(starts, Int32Array), larger(ends, Int32Array)];
  };
  return {
    add(high: number, low: number, token: number, start: number, end: number) {
      if (count === tokens.length) grow();
      words[2 * count] = high;
      words[2 * count + 1] = low;
      tokens[count] = token;
      starts[count] = start;
      ends[count++] = end;
    },
    done: (tokenCount: number, livelyCount: number): Grams => ({
      count,
      words: words.subarray(0, 2 * count),
      tokens,
      starts,
      ends,
      tokenCount,
      livelyCount,
    }),
  };
}

function larger<T extends Int32Array | Uint32Array>(old: T, Kind: new (length: number) => T): T {
  const fresh = new Kind(2 * old.length);
  fresh.set(old);
  return fresh;
}
