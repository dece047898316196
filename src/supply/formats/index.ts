import type { PackageFormat } from '../../core/packages';
import { bunLock } from './bunLock';
import { denoJson } from './denoJson';
import { denoLock } from './denoLock';
import { packageJson } from './packageJson';
import { packageLock } from './packageLock';
import { pnpmLock } from './pnpmLock';
import { pnpmWorkspace } from './pnpmWorkspace';
import { yarnLock } from './yarnLock';

/**
 * Every format that is read. To add one: a file of its own here that exports a PackageFormat, and a line below. Its `parse` is
 * `packageFile(format, text, draft => …)` (packageFile.ts: bounds, faults with a place, one entry for the same name and version of a
 * lockfile, paths); `readJson`, `readJsonc`, `readYaml` and `readToml` give values at once and places when they are asked for
 * (places.ts); `sourceOf` (source.ts) tells git, path and address apart; `named` makes `matches`.
 */
export const formats: readonly PackageFormat[] = [
  // JavaScript.
  ...[packageLock, packageJson, yarnLock, pnpmLock, pnpmWorkspace, bunLock, denoLock, denoJson],
];

/** The format of a file, by its path with forward slashes: the first that matches, so what is more exact stands first. */
export function formatOf(path: string): PackageFormat | undefined {
  return formats.find(format => format.matches(path));
}
