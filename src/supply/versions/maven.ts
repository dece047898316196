import { parseIntervals, withinIntervals } from './intervals';
import { compareDigits, compareTexts, isDigits, type VersionScheme } from './scheme';

/** Maven's order of versions, as the POM reference tells it, and its ranges; Gradle's `1.+` as well. */
export const maven: VersionScheme = {
  compare,
  isPrerelease: version => tokensOf(version).some(({ value }) => !isDigits(value) && rankOf(value) < released),
  satisfies(requirement, version) {
    const text = requirement.trim();
    if (text.endsWith('+')) return version.startsWith(text.slice(0, -1));
    if (/^latest\./i.test(text) || text.includes('${')) return undefined;
    const intervals = parseIntervals(text);
    return intervals ? withinIntervals(intervals, version, compare) : compare(version, text) === 0;
  },
};

/** A part of a version: a number or a word, with what stands before it. */
interface Token {
  readonly prefix: '' | '.' | '-';
  readonly value: string;
}

function compare(one: string, other: string): number {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareTokens(a[i] ?? padding(b[i]!), b[i] ?? padding(a[i]!));
    if (order !== 0) return order;
  }
  return 0;
}

/** What a version that ends earlier has in place of a token: the nothing of its kind. */
function padding({ prefix }: Token): Token {
  return { prefix, value: '' };
}

function compareTokens(one: Token, other: Token): number {
  const [a, b] = [isDigits(one.value), isDigits(other.value)];
  if (a && b && one.prefix === other.prefix) return compareDigits(one.value, other.value);
  if (a && b) return one.prefix === '.' ? 1 : -1;
  // Nothing is as much as 0 beside a number.
  if (a) return other.value === '' ? compareDigits(one.value, '') : 1;
  if (b) return one.value === '' ? -compareDigits(other.value, '') : -1;
  if (one.prefix !== other.prefix) return one.prefix === '.' ? -1 : 1;
  return rankOf(one.value) - rankOf(other.value) || compareTexts(one.value, other.value);
}

const ranks: Readonly<Record<string, number>> = { alpha: 0, beta: 1, milestone: 2, rc: 3, snapshot: 4, '': 5, sp: 6 };
const released = 5;

function rankOf(word: string): number {
  return Object.hasOwn(ranks, word) ? ranks[word]! : 7;
}

/** The parts, between dots, hyphens and where digits meet letters; without what means nothing at the end of each stretch. */
function tokensOf(version: string): Token[] {
  // The pattern's group is empty where digits meet letters: then the parts count as joined by a hyphen.
  const parts = version.toLowerCase().split(/([.-])|(?<=[0-9])(?=[^0-9.-])|(?<=[^0-9.-])(?=[0-9])/);
  const tokens: Token[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const value = parts[i] || '0';
    const separator = i === 0 ? '' : parts[i - 1] === '.' ? '.' : '-';
    const runsOn = i + 1 < parts.length && parts[i + 1] === undefined;
    tokens.push({ prefix: separator, value: aliasOf(value, runsOn) });
  }
  return trimmed(tokens);
}

const aliases: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' };
const letters: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

function aliasOf(word: string, beforeDigit: boolean): string {
  if (beforeDigit && Object.hasOwn(letters, word)) return letters[word]!;
  return Object.hasOwn(aliases, word) ? aliases[word]! : word;
}

/** Drops each nothing at the end and before a hyphen; the first part stays. */
function trimmed(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    const last = kept.at(-1);
    const isNothing = token.value === '' || /^0+$/.test(token.value);
    if (i === 0 || !isNothing || (last && last.prefix !== '-')) kept.push(token);
  }
  return kept.reverse();
}
