import { every, holds, parseComparators, some, type VersionScheme } from './scheme';
import { compareSemver, isSemverPrerelease, parseSemver } from './semver';

/** Elixir's `Version`: SemVer, with `~>`, `and` and `or`. */
export const hex: VersionScheme = {
  compare: compareSemver,
  isPrerelease: isSemverPrerelease,
  satisfies: (requirement, version) =>
    some(requirement.split(/\s+or\s+|\|\|/).map(part => allHold(part.replace(/\s+and\s+/g, ' '), version))),
};

function allHold(text: string, version: string): boolean | undefined {
  const all = parseComparators(text, ['~>', '<', '<=', '>', '>=', '==', '!=']);
  if (!all || all.length === 0) return undefined;
  return every(
    all.map(({ op, version: bound }) =>
      op === '~>' ? isNear(bound, version) : holds(op, compareSemver(version, bound)),
    ),
  );
}

/** `~> 2.1.3`: from there on, with all numbers but the last one the same. */
function isNear(bound: string, version: string): boolean | undefined {
  const [a, b] = [parseSemver(bound), parseSemver(version)];
  if (!a || !b) return undefined;
  const fixed = a.numbers.slice(0, Math.max(1, a.numbers.length - 1));
  const same = fixed.every((number, i) => Number(number) === Number(b.numbers[i] ?? 0));
  return every([holds('>=', compareSemver(version, bound)), same]);
}
