import { compareDigits, every, holds, parseComparators, type VersionScheme } from './scheme';

/** R's `package_version`: numbers between dots and hyphens; of two that begin the same the longer one is newer. */
export const cran: VersionScheme = {
  compare: (one, other) => compareLists(one.split(/[.-]/), other.split(/[.-]/)),
  isPrerelease: () => false,
  satisfies(requirement, version) {
    const all = parseComparators(requirement.replace(/[()]/g, ' '), ['<', '<=', '>', '>=', '==', '!=']);
    return all && every(all.map(({ op, version: bound }) => holds(op, cran.compare(version, bound))));
  },
};

/** The order of two lists of numbers, the shorter first where one begins like the other; undefined where there are words. */
export function compareLists(one: readonly string[], other: readonly string[]): number | undefined {
  if (!isNumber(one[0]) || !isNumber(other[0])) return undefined;
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const order = compareDigits(digitsOf(one[i]!), digitsOf(other[i]!));
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function isNumber(text = ''): boolean {
  return /^[0-9]/.test(text);
}

function digitsOf(text: string): string {
  return /^[0-9]+/.exec(text)?.[0] ?? '';
}
