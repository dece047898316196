import type { HiddenText } from './hiddenText';

/**
 * Words in which letters of another alphabet stand for Latin ones that look the same: `pаypal` with a Cyrillic а. A word of such
 * letters alone counts where its line has nothing else of that alphabet. Source: the letters of Unicode's confusables.txt (UTS #39)
 * that are alike in common typefaces.
 */
export function findHomoglyphs(text: string): HiddenText[] {
  const found: HiddenText[] = [];
  let end = 0;
  for (const { index } of text.matchAll(lookalike)) {
    if (index < end) continue;
    const word = wordAt(text, index);
    end = word.end;
    const value = text.slice(word.start, word.end);
    const folded = fold(value);
    if (
      !/^[\w$]+$/.test(folded) ||
      !(isMixed(value) || isForeign(text, word.start, value)) ||
      isNotation(text, word.start, value)
    )
      continue;
    found.push({
      kind: 'homoglyph',
      ...word,
      tier: 'likely',
      reason: 'letters of another alphabet that look like Latin ones',
      decoded: folded,
    });
  }
  return found;
}

const alike: Readonly<Record<string, string>> = pairs(
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ԌG ԚQ ԜW οo νv ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϲc ϳj օo ցg հh αa ɑa ɡg ρp υu',
);
const lookalike = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(
    list
      .split(' ')
      .filter(pair => pair.length === 2)
      .map(pair => [pair[0], pair[1]]),
  );
}

function wordAt(text: string, at: number): { start: number; end: number } {
  const isPart = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{M}\p{Nd}_$]/u.test(unit);
  let start = at;
  let end = at + 1;
  while (at - start < 64 && isPart(text[start - 1])) start--;
  while (end - at < 64 && isPart(text[end])) end++;
  return { start, end };
}

function fold(value: string): string {
  return value.replace(lookalike, unit => alike[unit] ?? unit);
}

/** Latin letters and others in one word; two letters alone are the ends of a range as often. */
function isMixed(value: string): boolean {
  return value.length > 2 && /[A-Za-z]/.test(value);
}

/** Letters that sciences and phonetics put beside Latin ones; within a word of small letters they have no business. */
function isNotation(text: string, start: number, value: string): boolean {
  const others = value.replace(/[\x20-\x7e]/g, '');
  if (!/^[αɑɡρυ]+$/.test(others)) return false;
  return (
    value.length < 4 ||
    !/[a-z][αɑɡρυ][a-z]|^[αɑɡρυ][a-z]{3}|[a-z]{3}[αɑɡρυ]$/.test(value) ||
    /[/[ˈ]/.test(text[start - 1] ?? '')
  );
}

/** Three letters or more where every other word is Latin, far and wide. */
function isForeign(text: string, start: number, value: string): boolean {
  if (value.length < 3) return false;
  const before = text.slice(Math.max(0, start - neighbourhood), start);
  const after = text.slice(start + value.length, start + value.length + neighbourhood);
  return /[A-Za-z]{2}/.test(before + after) && !otherAlphabet.test(before + after);
}

const neighbourhood = 1_000;
const otherAlphabet = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
