import type { Span } from '../model';
import type { Concealed } from './concealed';
import { isHead } from './heads';
import { unitAt } from './unitAt';

/**
 * Literals that a program gives names to and joins by their names: `a = "ghp_"`, `b = "…"` and `token = a + b`, `${a}${b}`,
 * `"{}{}".format(a, b)`, `$A$B`. What they make is looked at under the name that it is given, and each piece of it is replaced.
 */
export function joinedVariables(text: string): Concealed[] {
  const found: Concealed[] = [];
  const seen = new Set<string>();
  for (const { at, names } of joinsIn(text)) {
    const pieces = piecesOf(text, at, names);
    const key = pieces?.map(it => it.start).join();
    if (!pieces || !key || seen.has(key)) continue;
    seen.add(key);
    found.push(...joined(text, at, pieces));
  }
  return found;
}

interface Join {
  readonly at: number;
  readonly names: readonly string[];
}

/** Where names are joined, told by signs that are searched for one by one. */
function joinsIn(text: string): Join[] {
  const joins: Join[] = [];
  for (const { sign, reach, whole } of ways) {
    for (let at = text.indexOf(sign, 1); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      if (!mayJoin(text, at, sign, reach)) continue;
      const from = Math.max(0, at - reach);
      const match = whole.exec(text.slice(from, at + longestJoin));
      const names = match?.groups?.names?.match(/[A-Za-z_]\w*/g) ?? [];
      if (match && names.length > 1 && names.length <= mostPieces) joins.push({ at: from + match.index, names });
      if (joins.length > mostJoins) return joins;
    }
  }
  return joins;
}

/** A name ends before most signs; before an operator stand a blank and a name, and behind it a name. */
function mayJoin(text: string, at: number, sign: string, reach: number): boolean {
  if (reach === 0) return true;
  if (!sign.endsWith(' ')) return isName(unitAt(text, at - 1));
  if (unitAt(text, at - 1) !== 32 || !isName(unitAt(text, at - 2))) return false;
  const next = unitAt(text, at + sign.length);
  if (!isName(next) && next !== 36) return false;
  let start = at - 2;
  while (at - start < reach && (isName(unitAt(text, start)) || unitAt(text, start) === 36)) start--;
  while (at - start < reach && unitAt(text, start) === 32) start--;
  return '=(:,n'.includes(text[start] ?? ' ');
}

const mostJoins = 256;
const mostPieces = 6;
const longestName = 40;
const longestJoin = 160;
const name = String.raw`\$?[A-Za-z_]\w{0,39}`;

interface Way {
  readonly sign: string;
  /** How far the join may begin before the sign. */
  readonly reach: number;
  /** Finds the join in what stands around the sign. */
  readonly whole: RegExp;
}

const operator = (sign: string): Way => ({
  sign: `${sign} `,
  reach: longestName + 5,
  whole: new RegExp(
    `(?<=[=(:,]\\s{0,3}|return )(?<names>${name}(?: ${sign.replace(/[.+|]/g, '\\$&')} ${name}){1,5})(?![\\w.([])`,
  ),
});

const ways: readonly Way[] = [
  { sign: '}${', reach: longestName + 3, whole: /(?<names>\$\{\w{1,40}\}(?:\$\{\w{1,40}\}){1,5})/ },
  { sign: '}{', reach: longestName + 3, whole: /(?<![$\w])(?<names>\{\w{1,40}\}(?:\{\w{1,40}\}){1,5})/ },
  { sign: '{}{', reach: 0, whole: /^(?:\{\}){2,6}["'`]\s?\.?\s?format\(\s?(?<names>[\w, ]{3,120})\)/ },
  { sign: '%s%s', reach: 0, whole: /^(?:%s){2,6}["'`]\s?[,%]\s?\(?\s?(?<names>[\w, $]{3,120})/ },
  { sign: '$', reach: longestName + 2, whole: /(?<names>\$\w{1,40}(?:\$\w{1,40}){1,5})(?!\w)/ },
  ...['+', '.', '..', '&', '++', '<>', '||'].map(operator),
];

function isName(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** The literals that the names were given last, at least two of them. */
function piecesOf(text: string, at: number, names: readonly string[]): readonly Span[] | undefined {
  const pieces: Span[] = [];
  for (const one of names) {
    const piece = literalOf(text, at, one);
    if (!piece || pieces.some(it => it.start === piece.start)) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

function literalOf(text: string, before: number, name: string): Span | undefined {
  const floor = Math.max(0, before - farthest);
  let tries = 0;
  for (let at = text.lastIndexOf(name, before - name.length - 1); at >= floor; at = text.lastIndexOf(name, at - 1)) {
    if (tries++ > mostTries) return undefined;
    if (isName(unitAt(text, at - 1))) continue;
    given.lastIndex = at + name.length;
    const match = given.exec(text);
    if (match) {
      const value = match[2] ?? match[3] ?? '';
      const end = at + name.length + match[0].length - (match[2] === undefined ? 0 : 1);
      return { start: end - value.length, end };
    }
    if (at === 0) return undefined;
  }
  return undefined;
}

const farthest = 2000;
const mostTries = 8;
/** In quotes, or bare to the line's end as in the shell. */
const given =
  /(?:\s?:\s?&?[\w<>]{1,20})?\s{0,4}:?=\s{0,4}(?:[a-z@]{0,2}(["'`])([^"'`\n\\]{2,400})\1|(?<==)([\w.+/=:@!~%-]{2,400})(?=[ \t]*(?:\r?\n|$)))/iy;

/** One text for each piece, so that each is replaced; what stands within one piece alone is found there. */
function joined(text: string, at: number, pieces: readonly Span[]): Concealed[] {
  const target = assigned.exec(text.slice(Math.max(0, at - 80), at))?.[1];
  const words = pieces.map(({ start, end }) => text.slice(start, end));
  const lead = `${target ?? 'value'} = "`;
  const all = `${lead}${words.join('')}"`;
  if (target === undefined && !isHead(all, lead.length) && !all.includes('://')) return [];
  const starts = words.map((_, i) => lead.length + words.slice(0, i).join('').length);
  return pieces.map((piece, i) => ({
    text: all,
    depth: 3,
    place(inner: Span) {
      const covered = starts.filter(
        (start, j) => start < inner.end && start + (words[j] as string).length > inner.start,
      );
      return covered.length > 1 && covered.includes(starts[i] as number) ? { ...piece, how: 'in pieces' } : undefined;
    },
  }));
}

const assigned =
  /(?:^|[^\w.-])([A-Za-z_][\w.-]{1,40})["']?\s{0,4}(?::\s?[\w<>]{1,20}\s?)?(?::?=|=>|:)\s{0,4}[\w.]{0,24}[(]?\s?[a-z$@]{0,2}["'`]?$/i;
