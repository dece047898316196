import type { PackageEntry } from '../../core/packages';

/**
 * What a version of NuGet asks for: `1.0` is the least, and the least is what NuGet takes; `[1.0]` is that one. Ranges, floating versions
 * (`1.*`) and what nobody has resolved (`$(…)`) leave it open.
 */
export function nugetVersion(written: string | undefined): Pick<PackageEntry, 'version' | 'requirement'> {
  const version = written?.trim();
  if (!version) return {};
  const exact = /^\[([^,[\]()]+)\]$/.exec(version)?.[1]?.trim() ?? (/^\d[\w.+-]*$/.test(version) ? version : undefined);
  return { requirement: version, ...(exact ? { version: exact } : {}) };
}
