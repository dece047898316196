import { every, holds, increment, type VersionScheme } from './scheme';
import { compareSemver, isSemverPrerelease, parseSemver } from './semver';

/** Swift packages: SemVer, asked for by `from:`, `.upToNextMinor(from:)`, `exact:` or a range such as `"1.0.0"..<"2.0.0"`. */
export const swift: VersionScheme = {
  compare: compareSemver,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const text = requirement.replace(/["'\s]/g, '');
    const [, low, dots, high] = /^([^.:<][^<]*?)(\.\.<|\.\.\.)(.+)$/.exec(text) ?? [];
    if (low !== undefined && high !== undefined) {
      const end = holds(dots === '..<' ? '<' : '<=', compareSemver(version, high));
      return every([holds('>=', compareSemver(version, low)), end]);
    }
    const bound = /v?[0-9][0-9A-Za-z.+-]*/.exec(text)?.[0];
    if (bound === undefined || /branch|revision/.test(text)) return undefined;
    if (/upToNextMinor/.test(text)) return isWithin(bound, version, 2);
    return /from|upToNextMajor|\^/.test(text) ? isWithin(bound, version, 1) : compareSemver(version, bound) === 0;
  },
};

/** From a version up to the next one that differs in its first numbers. */
function isWithin(bound: string, version: string, count: number): boolean | undefined {
  const numbers = [...(parseSemver(bound)?.numbers ?? []), '0', '0'].slice(0, count);
  const end = [...numbers.slice(0, -1), increment(numbers.at(-1) ?? '0')].join('.');
  return every([holds('>=', compareSemver(version, bound)), holds('<', compareSemver(version, `${end}-0`))]);
}
