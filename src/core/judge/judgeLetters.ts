import { triples } from './judgeWeights';

/** True for letters that no word has in this order: at least two pairs that hardly occur in English or its neighbours. */
export function isUnpronounceable(value: string): boolean {
  const letters = value.toLowerCase();
  let odd = 0;
  for (let i = 1; i < letters.length; i++) {
    if (!rarePairs.has(letters.slice(i - 1, i + 1))) continue;
    odd++;
    if (odd >= 2) return true;
  }
  return false;
}

/** By first letter, the letters that hardly ever follow it within a word. */
const rare =
  'b:fgkqwxz c:bfgjmpvwxz d:qxz f:bcdghjkmnpqvwxz g:bcfjkqvwxz h:bcgjkpqvxz i:iwy j:bcdfghjklmnpqrstvwxyz k:cdgjpqtvxz l:hjqrxz m:ghjkqrvwxz n:q o:q p:jqvxz q:abcdefghijklmnopqrstvwxyz r:qxz s:jrvxz t:jqvxz u:quwyj v:bcdfghjklmnpqrstvwxz w:gjkmpquvwxz x:bdfghjkmnqrsvwz y:ghjkqvwxyz z:bcdfghjkmnpqrstvwx';
const rarePairs = new Set(rare.split(' ').flatMap(entry => [...entry.slice(2)].map(second => `${entry[0]}${second}`)));

/**
 * How unlike words a value's letters follow each other: 0 reads like the words of programs, 7 like none. Case tells where a
 * word begins; what is no letter ends one.
 */
export function oddness(value: string): number {
  let sum = 0;
  let count = 0;
  let before = 26;
  let last = 26;
  for (let i = 0; i <= value.length; i++) {
    const code = i < value.length ? value.charCodeAt(i) : 0;
    const capital = code >= 65 && code <= 90;
    const letter = capital ? code - 65 : code >= 97 && code <= 122 ? code - 97 : 26;
    if (capital && i > 0 && isSmall(value.charCodeAt(i - 1))) before = last = 26;
    if (last !== 26 || letter !== 26) {
      sum += triples.charCodeAt((before * 27 + last) * 27 + letter) - 48;
      count++;
    }
    before = last === 26 ? 26 : last;
    last = letter;
  }
  return count === 0 ? 0 : Math.max(0, Math.min(7, sum / count / 4 - 2));
}

/** True for letters in an order that words do not have; of a hundred drawn values of 32 units, one reads more like words. */
export function areDrawn(value: string): boolean {
  return oddness(value) >= 3.4;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}
