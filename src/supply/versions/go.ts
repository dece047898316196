import type { VersionScheme } from './scheme';
import { compareSemver, isSemverPrerelease, parseSemver } from './semver';

/** Go modules: a requirement is a minimum within its major version. */
export const go: VersionScheme = {
  compare: compareSemver,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const order = compareSemver(version, requirement);
    if (order === undefined) return undefined;
    const [wanted, given] = [majorOf(requirement), majorOf(version)];
    // Up to v1 a module has one path; `+incompatible` versions stay in it, whatever their major.
    const samePath = wanted === given || requirement.endsWith('+incompatible') || (wanted < 2 && given < 2);
    return order >= 0 && samePath;
  },
};

function majorOf(version: string): number {
  return Number(parseSemver(version)?.numbers[0]);
}
