import { compareDigits, compareNumbers, compareTexts, every, isDigits, type VersionScheme } from './scheme';

/** PEP 440: versions, specifiers, and the legacy versions that came before it, older than all. */
export const pep440: VersionScheme = {
  compare(one, other) {
    const [a, b] = [parse(one), parse(other)];
    if (a && b) return compareParsed(a, b);
    return a ? 1 : b ? -1 : compareLegacy(one, other);
  },
  isPrerelease: version => isPre(parse(version)),
  satisfies(requirement, version) {
    const specifiers = requirement.split(',');
    const wanted = specifiers.map(one => one.trim()).filter(one => one !== '');
    // Pre-releases are only meant where one is named.
    const names = wanted.some(one => isPre(parse(one.replace(/^[=<>!~]+\s*/, ''))));
    return every([
      ...wanted.map(one => matches(one, version)),
      names || wanted.some(one => one.startsWith('===')) || !isPre(parse(version)),
    ]);
  },
};

interface Pep440 {
  readonly epoch: string;
  readonly release: readonly string[];
  /** `a`, `b` or `rc` with its number. */
  readonly pre: readonly [string, string] | undefined;
  readonly post: string | undefined;
  readonly dev: string | undefined;
  readonly local: readonly string[] | undefined;
}

const pattern =
  /^\s*v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]*))?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]*))?(?:[-_.]?(dev)[-_.]?([0-9]*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i;

function parse(version: string): Pep440 | undefined {
  const found = pattern.exec(version);
  if (!found) return undefined;
  const [, epoch = '0', release = '', preWord, preNumber = '', bare, postWord, postNumber = '', dev, devNumber = ''] =
    found;
  return {
    epoch,
    release: release.split('.'),
    pre: preWord === undefined ? undefined : [preNames[preWord[0]!.toLowerCase()] ?? 'rc', preNumber],
    post: bare ?? (postWord === undefined ? undefined : postNumber),
    dev: dev === undefined ? undefined : devNumber,
    local: found[10]?.toLowerCase().split(/[-_.]/),
  };
}

const preNames: Readonly<Record<string, string>> = { a: 'a', b: 'b' };

function isPre(version: Pep440 | undefined): boolean {
  return version !== undefined && (version.pre !== undefined || version.dev !== undefined);
}

function compareParsed(a: Pep440, b: Pep440): number {
  return (
    compareDigits(a.epoch, b.epoch) ||
    compareNumbers(a.release, b.release) ||
    comparePre(a, b) ||
    compareOptional(a.post, b.post, -1) ||
    compareOptional(a.dev, b.dev, 1) ||
    compareLocal(a.local, b.local)
  );
}

/** A development release of nothing else comes before every pre-release, a version without any after them. */
function comparePre(a: Pep440, b: Pep440): number {
  const [place, otherPlace] = [prePlace(a), prePlace(b)];
  if (place !== otherPlace || !a.pre || !b.pre) return place - otherPlace;
  return compareTexts(a.pre[0], b.pre[0]) || compareDigits(a.pre[1], b.pre[1]);
}

function prePlace({ pre, post, dev }: Pep440): number {
  if (pre) return 0;
  return post === undefined && dev !== undefined ? -1 : 1;
}

/** The order of two numbers of which either may be missing; `missing` is the place of such a one. */
function compareOptional(a: string | undefined, b: string | undefined, missing: -1 | 1): number {
  if (a !== undefined && b !== undefined) return compareDigits(a, b);
  return a === b ? 0 : a === undefined ? missing : -missing;
}

/** None first; then part by part, words before numbers, and the shorter first. */
function compareLocal(a: readonly string[] = [], b: readonly string[] = []): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    const [xNumber, yNumber] = [isDigits(x), isDigits(y)];
    const order = xNumber && yNumber ? compareDigits(x, y) : Number(xNumber) - Number(yNumber) || compareTexts(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** As setuptools did before PEP 440: words marked by `*`, so that those before `final` are pre-releases. */
function compareLegacy(one: string, other: string): number {
  const [a, b] = [legacyParts(one), legacyParts(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareTexts(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const legacyNames: Readonly<Record<string, string>> = { pre: 'c', preview: 'c', '-': 'final-', rc: 'c', dev: '@' };

function legacyParts(version: string): string[] {
  const parts: string[] = [];
  const dropLast = (part: string) => {
    while (parts.at(-1) === part) parts.pop();
  };
  for (const piece of version.toLowerCase().split(/([0-9]+|[a-z]+|\.|-)/)) {
    if (piece === '' || piece === '.') continue;
    const named = Object.hasOwn(legacyNames, piece) ? legacyNames[piece]! : piece;
    const part = isDigits(named) ? named.padStart(8, '0') : `*${named}`;
    if (part.startsWith('*')) {
      if (part < '*final') dropLast('*final-');
      dropLast('00000000');
    }
    parts.push(part);
  }
  dropLast('00000000');
  return [...parts, '*final'];
}

/** Whether one specifier holds; undefined where it is none, such as a URL. */
function matches(specifier: string, version: string): boolean | undefined {
  const [, op = '', text = ''] = /^(===|~=|==|!=|<=|>=|<|>|\^|~)?\s*(\S+)$/.exec(specifier) ?? [];
  if (op === '===') return text.toLowerCase() === version.toLowerCase();
  const given = parse(version);
  if (text === '*' && (op === '' || op === '==')) return true;
  const prefix = /^(.*)\.\*$/.exec(text)?.[1];
  const wanted = parse(prefix ?? text);
  if (!wanted) return undefined;
  // A legacy version is older than all, and equal to none.
  if (!given) return op === '<' || op === '<=' || op === '!=';
  if (prefix !== undefined) return prefixMatches(op, wanted, given);
  return operatorHolds(op, wanted, given);
}

function prefixMatches(op: string, wanted: Pep440, given: Pep440): boolean | undefined {
  if (op !== '==' && op !== '!=' && op !== '') return undefined;
  return startsWith(given, wanted, wanted.release.length) === (op !== '!=');
}

function startsWith(given: Pep440, wanted: Pep440, length: number): boolean {
  const fill = (all: readonly string[]) => Array.from({ length }, (_, i) => all[i] ?? '0');
  return (
    compareDigits(given.epoch, wanted.epoch) === 0 && compareNumbers(fill(given.release), fill(wanted.release)) === 0
  );
}

function operatorHolds(op: string, wanted: Pep440, given: Pep440): boolean | undefined {
  const order = compareParsed({ ...given, local: undefined }, { ...wanted, local: undefined });
  switch (op) {
    case '==':
    case '':
      return order === 0 && (wanted.local === undefined || compareLocal(given.local, wanted.local) === 0);
    case '!=':
      return !operatorHolds('==', wanted, given);
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0 && (isPre(wanted) || !isPre(given) || !sameRelease(given, wanted));
    case '>':
      return order > 0 && (wanted.post !== undefined || given.post === undefined || !sameRelease(given, wanted));
    case '~=':
      return wanted.release.length > 1 ? order >= 0 && startsWith(given, wanted, wanted.release.length - 1) : undefined;
    // Poetry's own: up to the next number that would break.
    case '^':
      return order >= 0 && startsWith(given, wanted, caretLength(wanted.release));
    case '~':
      return order >= 0 && startsWith(given, wanted, Math.min(2, wanted.release.length));
    default:
      return undefined;
  }
}

function caretLength(release: readonly string[]): number {
  const first = release.findIndex(number => Number(number) !== 0);
  return (first === -1 ? release.length - 1 : first) + 1;
}

function sameRelease(a: Pep440, b: Pep440): boolean {
  return compareDigits(a.epoch, b.epoch) === 0 && compareNumbers(a.release, b.release) === 0;
}
