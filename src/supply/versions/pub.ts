import { compareNumbers, every, holds, increment, parseComparators, type VersionScheme } from './scheme';
import { compareIdentifiers, comparePre, isSemverPrerelease, parseSemver, type Semver } from './semver';

/** Dart's pub_semver: SemVer, but build metadata counts, and `^0.1.2` allows all of `0.1`. */
export const pub: VersionScheme = {
  compare,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    if (/^\s*(?:any)?\s*$/.test(requirement)) return true;
    const all = parseComparators(requirement, ['^', '<', '<=', '>', '>=']);
    return all && every(all.map(one => (one.op === '^' ? isCompatible(one.version, version) : matches(one, version))));
  },
};

function compare(one: string, other: string): number | undefined {
  const [a, b] = [parseSemver(one), parseSemver(other)];
  if (!a || !b) return undefined;
  return compareNumbers(a.numbers, b.numbers) || comparePre(a.pre, b.pre) || compareBuild(a.build, b.build);
}

function compareBuild(one: string, other: string): number {
  if (one === '' || other === '') return one.length - other.length;
  return compareIdentifiers(one.split('.'), other.split('.'));
}

function matches({ op, version: bound }: { op: string; version: string }, version: string): boolean | undefined {
  const result = holds(op, compare(version, bound));
  return result && op === '<' ? !leadsUpTo(bound, version) : result;
}

function isCompatible(bound: string, version: string): boolean | undefined {
  const parsed = parseSemver(bound);
  if (!parsed) return undefined;
  const next = nextBreaking(parsed);
  return every([matches({ op: '>=', version: bound }, version), matches({ op: '<', version: next }, version)]);
}

function nextBreaking({ numbers: [major = '0', minor = '0'] }: Semver): string {
  return Number(major) === 0 ? `0.${increment(minor)}.0` : `${increment(major)}.0.0`;
}

/** A range that ends before a release doesn't hold that release's own pre-releases. */
function leadsUpTo(bound: string, version: string): boolean {
  const [a, b] = [parseSemver(bound), parseSemver(version)];
  return a?.pre === '' && b !== undefined && b.pre !== '' && compareNumbers(a.numbers, b.numbers) === 0;
}
