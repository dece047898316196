import { parseIntervals, withinIntervals } from './intervals';
import { compareNumbers, isDigits, type VersionScheme } from './scheme';
import { comparePre, isSemverPrerelease, parseSemver } from './semver';

/** NuGet's versions: SemVer with a fourth number, without regard to case. A bare version is a minimum; `1.*` floats. */
export const nuget: VersionScheme = {
  compare,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const text = requirement.trim();
    if (text.includes('*')) return floats(text, version);
    const intervals = parseIntervals(text);
    if (intervals) return withinIntervals(intervals, version, compare);
    const order = compare(version, text);
    return order === undefined ? undefined : order >= 0;
  },
};

function compare(one: string, other: string): number | undefined {
  const [a, b] = [parseSemver(one), parseSemver(other)];
  if (!a || !b) return undefined;
  return compareNumbers(a.numbers, b.numbers) || comparePre(a.pre.toLowerCase(), b.pre.toLowerCase());
}

/** `1.*` takes releases, `1.*-*` pre-releases too. */
function floats(text: string, version: string): boolean | undefined {
  const parsed = parseSemver(version);
  const [, numbers, pre] = /^((?:[0-9]{1,20}\.){0,3})\*(-.*)?$/.exec(text) ?? [];
  if (!parsed || numbers === undefined) return undefined;
  const fixed = numbers.split('.').filter(isDigits);
  const same = fixed.every((number, i) => Number(number) === Number(parsed.numbers[i] ?? 0));
  return same && (pre !== undefined || parsed.pre === '');
}
