import type { Encoded } from './encoded';
import { reversed, turned } from './shifted';

/**
 * Literals beside words that say they stand backwards or in shifted letters: `[::-1]`, `.reverse()`, `| rev`, `rot13`, `tr 'A-Za-z'
 * 'N-ZA-Mn-za-m'`. So they are read whatever they say; elsewhere only a known format makes somebody read a text backwards.
 */
export function markedLiterals(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (const mark of marks) {
    let floor = 0;
    for (let at = text.indexOf(mark.rare); at >= 0; at = text.indexOf(mark.rare, at + mark.rare.length)) {
      const stretch = text.slice(Math.max(floor, at - around), at + around);
      if (!mark.whole.test(text.slice(Math.max(0, at - 5), at + mark.rare.length))) continue;
      for (const match of stretch.matchAll(literal)) {
        const start = Math.max(floor, at - around) + match.index + 1;
        const inner = match[2] as string;
        found.push({ start, end: start + inner.length, text: mark.read(inner), how: mark.how, turned: true });
      }
      floor = at + around;
    }
  }
  return found;
}

const around = 240;
const literal = /(["'`])([^"'`\n\\]{8,200})\1/g;

interface Mark {
  /** What is searched for: letters that are seldom, so that it costs next to nothing. */
  readonly rare: string;
  readonly whole: RegExp;
  readonly how: string;
  read(inner: string): string;
}

const backwards = { how: 'backwards', read: reversed };
const shifted = { how: 'in shifted letters', read: (inner: string) => turned(inner, 13) };

const marks: readonly Mark[] = [
  { rare: 'verse', whole: /reverse$/, ...backwards },
  { rare: 'v(', whole: /rrev\($/, ...backwards },
  { rare: '| rev', whole: /rev$/, ...backwards },
  { rare: '::-1', whole: /1$/, ...backwards },
  { rare: '13', whole: /rot_?13$/i, ...shifted },
  { rare: 'N-ZA-M', whole: /M$/, ...shifted },
];
