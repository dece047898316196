import { compareDigits, every, increment, isDigits, some, type VersionScheme } from './scheme';

/** PHP's `version_compare`, which Packagist's advisories go by, and Composer's constraints. */
export const composer: VersionScheme = {
  compare: (one, other) => comparePhp(plain(one), plain(other)),
  isPrerelease: version =>
    /^dev-|-dev$/i.test(version) || partsOf(plain(version)).some(part => !isDigits(part) && formOf(part) < release),
  satisfies(requirement, version) {
    const alternatives = requirement.split(/\s*\|\|?\s*/);
    return some(alternatives.map(one => allHold(one.trim(), version)));
  },
};

function plain(version: string): string {
  return version.replace(/^[vV]/, '');
}

/** The order of two versions, part by part; a missing part is less than a number and more than a pre-release. */
function comparePhp(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareParts(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Splits at separators and where digits meet letters. */
function partsOf(version: string): string[] {
  return version.split(/[-_+.]+|(?<=[0-9])(?=[^0-9.])|(?<=[^0-9.])(?=[0-9])/).filter(part => part !== '');
}

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === undefined) return -comparePresent(b!);
  if (b === undefined) return comparePresent(a);
  const [x, y] = [isDigits(a), isDigits(b)];
  if (x && y) return compareDigits(a, b);
  return (x ? release : formOf(a)) - (y ? release : formOf(b));
}

function comparePresent(part: string): number {
  return isDigits(part) ? 1 : formOf(part) - release;
}

/** By how they begin, in this order; any other word comes before all. */
const forms: readonly (readonly [string, number])[] = [
  ['dev', 0],
  ['alpha', 1],
  ['a', 1],
  ['beta', 2],
  ['b', 2],
  ['RC', 3],
  ['rc', 3],
  ['#', 4],
  ['pl', 5],
  ['p', 5],
];
const release = 4;

function formOf(part: string): number {
  return forms.find(([name]) => part.startsWith(name))?.[1] ?? -1;
}

function allHold(text: string, version: string): boolean | undefined {
  const [, low, high] = /^(\S+)\s+-\s+(\S+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return every([atLeast(version, low), upTo(version, high)]);
  const tokens = text
    .replace(/@[a-z]+|#\S*|\s+as\s+\S+/gi, '')
    .replace(/([<>=!^~]+)\s+/g, '$1')
    .split(/[\s,]+/)
    .filter(token => token !== '');
  return tokens.length === 0 ? true : every(tokens.map(token => matches(token, version)));
}

/** Whether one constraint holds. Branches (`dev-main`) are versions of their own. */
function matches(token: string, version: string): boolean | undefined {
  const [, op = '', wanted = ''] = /^([<>=!^~]*)(.*)$/s.exec(token) ?? [];
  if (/^dev-|-dev$/i.test(wanted) || /^dev-/i.test(version))
    return op === '!=' ? wanted !== version : wanted === version;
  if (wanted === '*' || wanted === 'x') return true;
  const given = normalised(version);
  const numbers = plain(wanted).split(/[-+_]/)[0]!.split('.');
  if (!numbers.every(number => /^(?:[0-9]+|\*|x)/i.test(number))) return undefined;
  if (/[*xX]$/.test(wanted)) return startsWith(version, numbers.filter(isDigits)) === (op !== '!=');
  const order = comparePhp(given, normalised(wanted));
  switch (op) {
    case '^':
      return order >= 0 && below(given, caretEnd(numbers));
    case '~':
      return order >= 0 && below(given, bump(numbers.slice(0, Math.max(1, numbers.length - 1))));
    case '>=':
      return atLeast(version, wanted);
    case '<':
      return below(given, numbers) || (order < 0 && normalised(wanted).includes('-'));
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '!=':
    case '<>':
      return order !== 0;
    default:
      return op === '' || op === '=' || op === '==' ? order === 0 : undefined;
  }
}

/** Four numbers, as Composer compares them. */
function normalised(version: string): string {
  const [, numbers = '', rest = ''] = /^([0-9]+(?:\.[0-9]+)*)(.*)$/s.exec(plain(version)) ?? [];
  const four = [...numbers.split('.'), '0', '0', '0'].slice(0, Math.max(4, numbers.split('.').length));
  return rest === '' || rest.startsWith('+') ? four.join('.') : `${four.join('.')}-${rest.replace(/^[-_.]/, '')}`;
}

function atLeast(version: string, wanted: string): boolean {
  return comparePhp(normalised(version), normalised(wanted)) >= 0;
}

/** The end of a hyphenated range: all of `2.1` where no more is said. */
function upTo(version: string, wanted: string): boolean {
  const numbers = plain(wanted).split('.');
  if (numbers.length >= 3 || !numbers.every(isDigits)) return comparePhp(normalised(version), normalised(wanted)) <= 0;
  return below(normalised(version), bump(numbers));
}

/** Before a version and all of its pre-releases. */
function below(given: string, numbers: readonly string[]): boolean {
  return comparePhp(given, `${normalised(numbers.join('.'))}-dev`) < 0;
}

function bump(numbers: readonly string[]): string[] {
  return [...numbers.slice(0, -1), increment(/^[0-9]+/.exec(numbers.at(-1) ?? '')?.[0] ?? '0')];
}

function caretEnd(numbers: readonly string[]): string[] {
  const first = numbers.findIndex(number => Number(number) !== 0);
  return bump(numbers.slice(0, (first === -1 ? numbers.length - 1 : first) + 1));
}

function startsWith(version: string, numbers: readonly string[]): boolean {
  const given = normalised(version).split(/[.-]/);
  return numbers.every((number, i) => compareDigits(number, given[i] ?? '') === 0);
}
