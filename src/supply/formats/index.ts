import type { PackageFormat } from '../../core/packages';
import { buildGradle } from './buildGradle';
import { bunLock } from './bunLock';
import { cabalFreeze } from './cabalFreeze';
import { cargoLock } from './cargoLock';
import { cargoToml } from './cargoToml';
import { compose } from './compose';
import { composerJson } from './composerJson';
import { composerLock } from './composerLock';
import { conanfile } from './conanfile';
import { conanLock } from './conanLock';
import { denoJson } from './denoJson';
import { denoLock } from './denoLock';
import { devcontainer } from './devcontainer';
import { dockerfile } from './dockerfile';
import { dotnetDeps } from './dotnetDeps';
import { dotnetProject } from './dotnetProject';
import { environmentYml } from './environmentYml';
import { extensionsJson } from './extensionsJson';
import { gemfile } from './gemfile';
import { gemfileLock } from './gemfileLock';
import { gleamManifest } from './gleamManifest';
import { goMod } from './goMod';
import { gradleLockfile } from './gradleLockfile';
import { mcpConfig } from './mcpConfig';
import { mixExs } from './mixExs';
import { mixLock } from './mixLock';
import { modelReferences } from './modelReferences';
import { notebookInstalls } from './notebookInstalls';
import { nugetLock } from './nugetLock';
import { packageJson } from './packageJson';
import { packageLock } from './packageLock';
import { packageResolved } from './packageResolved';
import { packagesConfig } from './packagesConfig';
import { paketLock } from './paketLock';
import { pdmLock } from './pdmLock';
import { pep723 } from './pep723';
import { pipfile } from './pipfile';
import { pipfileLock } from './pipfileLock';
import { pnpmLock } from './pnpmLock';
import { pnpmWorkspace } from './pnpmWorkspace';
import { podfile } from './podfile';
import { podfileLock } from './podfileLock';
import { poetryLock } from './poetryLock';
import { pomXml } from './pomXml';
import { pubspecLock } from './pubspecLock';
import { pubspecYaml } from './pubspecYaml';
import { pylock } from './pylock';
import { pyprojectToml } from './pyprojectToml';
import { rebarLock } from './rebarLock';
import { renvLock } from './renvLock';
import { requirements } from './requirements';
import { setupCfg } from './setupCfg';
import { stackLock } from './stackLock';
import { stackYaml } from './stackYaml';
import { uvLock } from './uvLock';
import { verificationMetadata } from './verificationMetadata';
import { versionCatalog } from './versionCatalog';
import { workflow } from './workflow';
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
  // Python.
  ...[pyprojectToml, poetryLock, uvLock, pdmLock, pylock, pipfile, pipfileLock, setupCfg, requirements, environmentYml],
  ...[pep723, notebookInstalls],
  // Rust, Go.
  ...[cargoLock, cargoToml, goMod],
  // Java.
  ...[pomXml, gradleLockfile, verificationMetadata, versionCatalog, buildGradle],
  // Ruby, PHP, .NET.
  ...[gemfileLock, gemfile, composerLock, composerJson, nugetLock, packagesConfig, dotnetProject],
  ...[dotnetDeps, paketLock],
  // Elixir, Dart, Swift and Objective-C.
  ...[mixLock, mixExs, rebarLock, gleamManifest, pubspecLock, pubspecYaml, packageResolved, podfileLock, podfile],
  // C++, Haskell, R.
  ...[conanLock, conanfile, stackLock, stackYaml, cabalFreeze, renvLock],
  // What is no package manager's.
  ...[dockerfile, compose, devcontainer, workflow, extensionsJson, mcpConfig],
  // Any Python and YAML: last.
  ...[modelReferences],
];

/** The format of a file, by its path with forward slashes: the first that matches, so what is more exact stands first. */
export function formatOf(path: string): PackageFormat | undefined {
  return formats.find(format => format.matches(path));
}
