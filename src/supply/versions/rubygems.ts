import {
  compareDigits,
  compareTexts,
  every,
  holds,
  increment,
  isDigits,
  parseComparators,
  type VersionScheme,
  withoutEndZeros,
} from './scheme';

/** Gem::Version and Gem::Requirement; CocoaPods follows them. */
export const rubygems: VersionScheme = {
  compare,
  isPrerelease: version => /[a-z-]/i.test(version),
  satisfies(requirement, version) {
    const all = parseComparators(requirement, ['~>', '<', '<=', '>', '>=', '=', '!=']);
    return (
      all &&
      every(
        all.map(({ op, version: bound }) =>
          op === '~>' ? isNear(bound, version) : holds(op, compare(version, bound)),
        ),
      )
    );
  },
};

function compare(one: string, other: string): number {
  const [a, b] = [segmentsOf(one), segmentsOf(other)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = compareSegments(a[i] ?? '0', b[i] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers and words, without the zeros at the end of the numbers and before the first word. */
function segmentsOf(version: string): string[] {
  const all = version.replaceAll('-', '.pre.').match(/[0-9]+|[a-z]+/gi) ?? [];
  const word = all.findIndex(segment => !isDigits(segment));
  const numbers = word === -1 ? all : all.slice(0, word);
  return [...withoutEndZeros(numbers, 0), ...withoutEndZeros(word === -1 ? [] : all.slice(word), 0)];
}

/** A word, which marks a pre-release, comes before every number. */
function compareSegments(one: string, other: string): number {
  const [a, b] = [isDigits(one), isDigits(other)];
  if (a && b) return compareDigits(one, other);
  return a === b ? compareTexts(one, other) : a ? 1 : -1;
}

/** `~> 2.1.3`: from there on, and below `2.2`. */
function isNear(bound: string, version: string): boolean {
  const numbers = releaseOf(bound).split('.');
  const fixed = numbers.length > 1 ? numbers.slice(0, -1) : numbers;
  const end = [...fixed.slice(0, -1), increment(fixed.at(-1) ?? '0')].join('.');
  return compare(version, bound) >= 0 && compare(releaseOf(version), end) < 0;
}

/** The numbers up to the first word. */
function releaseOf(version: string): string {
  return /^[0-9]+(?:\.[0-9]+)*(?![a-z0-9])/i.exec(version)?.[0] ?? /^[0-9]+/.exec(version)?.[0] ?? '0';
}
