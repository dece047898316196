import {
  compareDigits,
  compareTexts,
  every,
  holds,
  increment,
  isDigits,
  parseComparators,
  some,
  type VersionScheme,
  withoutEndZeros,
} from './scheme';

/** Conan 2: any number of parts, numbers or words, with a pre-release after `-` and a build after `+`; ranges in brackets. */
export const conan: VersionScheme = {
  compare,
  isPrerelease: version => parse(version).pre !== undefined,
  satisfies(requirement, version) {
    const range = /^\[(.*)\]$/s.exec(requirement.trim())?.[1];
    if (range === undefined) return compare(version, requirement) === 0;
    const [conditions = '', ...options] = range.split(/,/);
    const takesPre = options.some(one => /include_prerelease/.test(one)) || /-/.test(conditions);
    if (conan.isPrerelease(version) && !takesPre) return false;
    return some(conditions.split('||').map(part => allHold(part.trim(), version)));
  },
};

interface Parsed {
  readonly parts: readonly string[];
  readonly pre: readonly string[] | undefined;
  readonly build: readonly string[] | undefined;
}

function parse(version: string): Parsed {
  const [main = '', ...builds] = version.toLowerCase().split('+');
  const [numbers = '', ...pres] = main.split('-');
  return {
    parts: withoutEndZeros(numbers.split('.'), 1),
    pre: pres.length > 0 ? pres.join('-').split('.') : undefined,
    build: builds.length > 0 ? builds.join('+').split('.') : undefined,
  };
}

function compare(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)];
  return compareParts(a.parts, b.parts) || compareOptional(a.pre, b.pre, 1) || compareOptional(a.build, b.build, -1);
}

function compareOptional(a: readonly string[] | undefined, b: readonly string[] | undefined, missing: -1 | 1): number {
  if (a && b) return compareParts(a, b);
  return a === b ? 0 : a ? -missing : missing;
}

function compareParts(one: readonly string[], other: readonly string[]): number {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const [a, b] = [one[i]!, other[i]!];
    const order = isDigits(a) && isDigits(b) ? compareDigits(a, b) : compareTexts(a, b);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function allHold(text: string, version: string): boolean | undefined {
  if (text === '' || text === '*') return true;
  const all = parseComparators(text, ['<', '<=', '>', '>=', '=', '~', '^']);
  return all && every(all.map(({ op, version: bound }) => matches(op, bound, version)));
}

function matches(op: string, bound: string, version: string): boolean | undefined {
  if (op !== '~' && op !== '^') return holds(op, compare(version, bound));
  const numbers = bound.split(/[-+]/)[0]!.split('.');
  const first = numbers.findIndex(number => Number(number) !== 0);
  const length = op === '~' ? Math.min(2, numbers.length) : Math.max(first, 0) + 1;
  const end = [...numbers.slice(0, length - 1), increment(numbers[length - 1] ?? '0')].join('.');
  return compare(version, bound) >= 0 && compare(version, `${end}-`) < 0;
}
