import { conceptWords, shapes, unspaced } from '../../core/injection/conceptWords';
import { secretFiles } from './words';

export interface Concepts {
  /** What a sentence is about: names of `conceptWords`, of `shapes`, and files of secrets. */
  readonly about: ReadonlySet<string>;
  /** `a>b` where a word of the one comes shortly before one of the other, and `=word`. */
  readonly beside: ReadonlySet<string>;
}

/** In time that is linear in the sentence's length. */
export function conceptsIn(sentence: string): Concepts {
  const found = new Set<string>();
  const beside = new Set<string>();
  const recent: (readonly string[])[] = [];
  const words = sentence.toLowerCase().match(/[\p{L}\p{M}\d]+(?:['’.-][\p{L}\p{M}\d]+)*/gu) ?? [];
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] as string).slice(0, 40);
    const own = conceptsAt(word, words, at);
    beside.add(`=${word}`);
    for (const concept of own) {
      found.add(concept);
      for (const before of recent) for (const other of before) beside.add(`${other}>${concept}`);
    }
    recent.push(own);
    if (recent.length > reach) recent.shift();
  }
  for (const [concept, pattern] of marks) if (pattern.test(sentence)) found.add(concept);
  return { about: found, beside };
}

const reach = 5;

function conceptsAt(word: string, words: readonly string[], at: number): string[] {
  const own = [...(exact.get(word) ?? [])];
  for (let length = 2; length <= Math.min(word.length, longestStem); length++)
    own.push(...(stems.get(word.slice(0, length)) ?? []));
  for (const { rest, concept, open } of phrases.get(word) ?? [])
    if (rest.every((it, on) => follows(words[at + on + 1], it, open && on === rest.length - 1))) own.push(concept);
  return [...new Set(own)];
}

function follows(word: string | undefined, wanted: string, open: boolean): boolean {
  return word !== undefined && (open ? word.startsWith(wanted) : word === wanted);
}

interface Phrase {
  readonly rest: readonly string[];
  readonly concept: string;
  /** Whether the last word may go on. */
  readonly open: boolean;
}

const exact = new Map<string, string[]>();
const stems = new Map<string, string[]>();
const phrases = new Map<string, Phrase[]>();

for (const [concept, words] of Object.entries(conceptWords))
  for (const entry of words.split(' ')) {
    const open = entry.endsWith('*');
    const [first = '', ...rest] = entry.replace('*', '').split('_');
    if (rest.length > 0) phrases.set(first, [...(phrases.get(first) ?? []), { rest, concept, open }]);
    else if (open) stems.set(first, [...(stems.get(first) ?? []), concept]);
    else exact.set(first, [...(exact.get(first) ?? []), concept]);
  }

const longestStem = Math.max(...[...stems.keys()].map(({ length }) => length));

const marks: readonly (readonly [string, RegExp])[] = [
  ...Object.entries(shapes),
  ['secretFile', new RegExp(secretFiles, 'i')],
  ...Object.entries(unspaced).map(([concept, words]) => [concept, new RegExp(words, 'u')] as const),
];
