import type { Span } from '../span';

/** Where a known phrase stands. */
export interface PhraseFound<T> extends Span {
  readonly item: T;
  /** The phrase as it was added, which may differ in case from what stands in the text. */
  readonly phrase: string;
}

/** Any number of phrases, found in one pass over a text: an automaton whose steps are words, so that it can grow. */
export interface Phrases<T> {
  /** The same phrase added again comes to mean the new item. */
  add(phrase: string, item: T): void;
  clear(): void;
  readonly size: number;
  /** Whether this is a phrase, letter for letter. */
  has(phrase: string): boolean;
  /**
   * Finds phrases where they stand as words of their own, the longest first, in the order of the text, none overlapping. Where
   * no other phrase is meant, the case may differ. `within` says that the text goes on in the middle of a word.
   */
  find(text: string, within?: boolean): PhraseFound<T>[];
  /** Up to where a text that may go on can be searched (what follows may be the beginning of a phrase), and whether a word goes on there. */
  settled(text: string): { readonly at: number; readonly within: boolean };
}

/** Letters, digits and marks; an escaped line end or tab before a word is no part of it. Halves of a pair may be anything yet. */
const wordSource = String.raw`\\[nrtbf]|[\p{L}\p{M}\p{N}\p{Cs}_]+`;

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  leaves: Leaf<T>[];
}

interface Leaf<T> {
  readonly phrase: string;
  /** What stands before the first word and behind the last: `+`, `(`. */
  readonly lead: string;
  readonly tail: string;
  item: T;
}

/** Makes an empty set of phrases. Those without any letter or digit are never found. */
export function createPhrases<T>(): Phrases<T> {
  const root: Node<T> = { next: new Map(), leaves: [] };
  const known = new Map<string, Leaf<T>>();
  let longest = 0;
  let widestTail = 0;

  const add = (phrase: string, item: T) => {
    const old = known.get(phrase);
    if (old) {
      old.item = item;
      return;
    }
    const words = wordsOf(phrase);
    const first = words[0];
    const last = words.at(-1);
    if (!first || !last) return;
    let node = root;
    let from = first.start;
    for (const { end } of words) {
      node = child(node, phrase.slice(from, end).toLowerCase());
      from = end;
    }
    const leaf = { phrase, item, lead: phrase.slice(0, first.start), tail: phrase.slice(last.end) };
    node.leaves.push(leaf);
    known.set(phrase, leaf);
    longest = Math.max(longest, phrase.length);
    widestTail = Math.max(widestTail, leaf.tail.length);
  };

  const find = (text: string, within = false): PhraseFound<T>[] => {
    if (known.size === 0) return [];
    const found: PhraseFound<T>[] = [];
    const words = wordsOf(text);
    let free = 0;
    for (let at = within && words[0]?.start === 0 ? 1 : 0; at < words.length; at++) {
      const { start } = words[at] as Span;
      if (start < free) continue;
      const best = walk(root, text, words, at, 0).hits.findLast(hit => start - hit.leaf.lead.length >= free);
      if (!best) continue;
      free = best.end;
      found.push({
        start: start - best.leaf.lead.length,
        end: best.end,
        item: best.leaf.item,
        phrase: best.leaf.phrase,
      });
    }
    return found;
  };

  const settled = (text: string) => {
    if (known.size === 0) return { at: text.length, within: false };
    const window = Math.max(0, text.length - 2 * longest - 64);
    const from = text[window - 1] === '\\' ? window - 1 : window;
    const words = wordsOf(text.slice(from)).map(({ start, end }) => ({ start: start + from, end: end + from }));
    // The window may begin inside a word; what began before it is longer than any phrase.
    for (let at = from > 0 && words[0]?.start === from ? 1 : 0; at < words.length; at++) {
      const { start, end } = words[at] as Span;
      const tooLong = end === text.length && end - start > longest;
      if (!tooLong && walk(root, text, words, at, widestTail).open)
        return { at: start - leadBefore(text, start), within: false };
    }
    return { at: text.length - leadBefore(text, text.length), within: words.at(-1)?.end === text.length };
  };

  return {
    add,
    find,
    settled,
    has: phrase => known.has(phrase),
    clear() {
      root.next.clear();
      known.clear();
      longest = 0;
      widestTail = 0;
    },
    get size() {
      return known.size;
    },
  };
}

/** The words of a text, in order. */
export function wordsOf(text: string): Span[] {
  const words: Span[] = [];
  for (const match of text.matchAll(new RegExp(wordSource, 'gu'))) {
    const { index, 0: word } = match;
    if (word[0] !== '\\') words.push({ start: index, end: index + word.length });
  }
  return words;
}

function child<T>(node: Node<T>, piece: string): Node<T> {
  let made = node.next.get(piece);
  if (!made) {
    made = { next: new Map(), leaves: [] };
    node.next.set(piece, made);
  }
  return made;
}

interface Hit<T> {
  readonly leaf: Leaf<T>;
  readonly end: number;
}

/** Follows the words from one on; `hits` come the shorter first, `open` says that what follows the text may change them. */
function walk<T>(
  root: Node<T>,
  text: string,
  words: readonly Span[],
  at: number,
  widestTail: number,
): { hits: Hit<T>[]; open: boolean } {
  const hits: Hit<T>[] = [];
  const { start } = words[at] as Span;
  let node: Node<T> = root;
  let from = start;
  for (let i = at; ; i++) {
    const word = words[i];
    if (!word) return { hits, open: node.next.size > 0 };
    const next = node.next.get(text.slice(from, word.end).toLowerCase());
    const open = text.length - word.end <= widestTail;
    if (!next) return { hits, open };
    node = next;
    from = word.end;
    const leaf = leafAt(node.leaves, text, start, from);
    if (leaf) hits.push({ leaf, end: from + leaf.tail.length });
    if (open || node.next.size === 0) return { hits, open };
  }
}

/** The phrase that stands here letter for letter, else one that does in another case. */
function leafAt<T>(leaves: readonly Leaf<T>[], text: string, start: number, end: number): Leaf<T> | undefined {
  const fit = leaves.filter(
    ({ lead, tail }) => text.endsWith(lead, start) && text.startsWith(tail, end) && lead.length <= start,
  );
  // Of several, the one with the most around its words: `+49 30…` before `49 30…`.
  fit.sort((a, b) => b.lead.length + b.tail.length - a.lead.length - a.tail.length);
  const shown = text.slice(start, end);
  return (
    fit.find(({ phrase, lead, tail }) => phrase === lead + shown + tail) ??
    fit.find(({ phrase }) => mayChangeCase(phrase, shown))
  );
}

/** One word in small letters is too often just a word. */
function mayChangeCase(phrase: string, shown: string): boolean {
  return /[\d@ ]/.test(phrase) || (shown.length > 3 && shown === shown.toUpperCase());
}

/** Signs that may belong to a phrase whose first word begins here, and a backslash that may escape a unit. */
function leadBefore(text: string, start: number): number {
  return /[+(\\]{0,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
}
