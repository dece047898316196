import type { PersonalColumn } from './judgeTable';
import { personWords, readPerson } from './people';
import { postalWords, readPostal } from './postal';
import { readSentence, sentenceWords } from './sentences';

type Reader = (text: string, start: number, end: number, word: string) => readonly PersonalColumn[];

const readers = new Map<string, Reader>([
  ...postalWords.map(word => [word, readPostal] as const),
  ...personWords.map(word => [word, readPerson] as const),
  ...sentenceWords.map(word => [word, readSentence] as const),
]);

/** The words by which people are told in sentences: what is said of them, what they are called, where they live. */
export const proseWords: readonly string[] = [...readers.keys()];

/** Whether a text lists who made something, on purpose and for everybody. */
export function namesAuthors(path: string | undefined): boolean {
  return path !== undefined && authors.test(path);
}

const authors =
  /(?:^|\/)(?:(?:un)?licen[cs]es?|copying|copyright|notices?|third.?party[\w.-]{0,30}|authors|contributors|maintainers|credits|thanks|change(?:log|s)|history|news|releases?)(?:[.-]\w{1,12}){0,2}$/i;

/** What stands at one of these words; in prose alone. */
export function readProse(text: string, start: number, end: number, word: string): readonly PersonalColumn[] {
  return readers.get(word)?.(text, start, end, word) ?? [];
}
