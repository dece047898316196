import { npm } from './npm';
import type { VersionScheme } from './scheme';
import { compareSemver, isSemverPrerelease } from './semver';

/** Cargo's requirements: npm's operators, joined by commas, where a bare version means `^`. */
export const cargo: VersionScheme = {
  compare: compareSemver,
  isPrerelease: isSemverPrerelease,
  satisfies(requirement, version) {
    const parts = requirement.split(',');
    return npm.satisfies(parts.map(part => asRange(part.trim())).join(' '), version);
  },
};

function asRange(part: string): string {
  return /^[0-9]/.test(part) && !part.includes('*') ? `^${part}` : part;
}
