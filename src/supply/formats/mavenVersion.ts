import type { PackageEntry } from '../../core/packages';

/**
 * What a version of Maven or Gradle asks for: `1.0` and `[1.0]` mean that one; ranges (`[1.0,2.0)`), Gradle's prefixes (`1.+`) and what
 * changes by itself (`LATEST`, `latest.release`) leave it open, as does what nobody has resolved (`${…}`).
 */
export function mavenVersion(written: string | undefined): Pick<PackageEntry, 'version' | 'requirement'> {
  if (!written) return {};
  const exact = /^\[([^,[\]()]+)\]$/.exec(written)?.[1]?.trim();
  if (exact) return { version: exact, requirement: written };
  if (/[[\](),+$\s]|^(?:LATEST|RELEASE|latest\.\w+)$/.test(written)) return { requirement: written };
  return { version: written, requirement: written };
}
