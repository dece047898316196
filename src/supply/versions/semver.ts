import { compareDigits, compareNumbers, compareTexts, isDigits } from './scheme';

/** A version of SemVer 2, read as loosely as registries do: with a `v`, fewer or more numbers, no hyphen. */
export interface Semver {
  readonly numbers: readonly string[];
  /** Empty for a release. */
  readonly pre: string;
  readonly build: string;
}

/** Reads a version; undefined where it has no number to begin with. Advisories compare the same ones again and again. */
export function parseSemver(version: string): Semver | undefined {
  const known = read.get(version);
  if (known !== undefined || version.length > 100) return known ?? parse(version);
  if (read.size > 10_000) read.clear();
  const parsed = parse(version);
  if (parsed) read.set(version, parsed);
  return parsed;
}

const read = new Map<string, Semver>();

function parse(version: string): Semver | undefined {
  const plus = version.indexOf('+');
  const main = plus === -1 ? version : version.slice(0, plus);
  const start = /^[vV=]/.test(main) ? 1 : 0;
  let end = start;
  while (end < main.length && isDigitOrDot(main.charCodeAt(end))) end++;
  if (end === start) return undefined;
  const numbers = main.slice(start, end).split('.');
  if (numbers[0] === '') return undefined;
  const rest = main.slice(end);
  return {
    numbers: numbers.filter(one => one !== ''),
    pre: rest.startsWith('-') ? rest.slice(1) : rest,
    build: plus === -1 ? '' : version.slice(plus + 1),
  };
}

function isDigitOrDot(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46;
}

/** The order by SemVer 2: numbers, then pre-releases before the release; build metadata has no say. */
export function compareSemver(one: string, other: string): number | undefined {
  const [a, b] = [parseSemver(one), parseSemver(other)];
  if (!a || !b) return undefined;
  return compareNumbers(a.numbers, b.numbers) || comparePre(a.pre, b.pre);
}

/** The order of two pre-releases, a release after them all. */
export function comparePre(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return compareIdentifiers(one.split('.'), other.split('.'));
}

/** Identifiers by pairs: numbers by value and before words, words by code units, and the shorter list first. */
export function compareIdentifiers(one: readonly string[], other: readonly string[]): number {
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const order = compareIdentifier(one[i]!, other[i]!);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareIdentifier(one: string, other: string): number {
  const [a, b] = [isDigits(one), isDigits(other)];
  if (a && b) return compareDigits(one, other);
  return a === b ? compareTexts(one, other) : a ? -1 : 1;
}

export function isSemverPrerelease(version: string): boolean {
  return (parseSemver(version)?.pre ?? '') !== '';
}
