import { dirname, isAbsolute, resolve } from 'node:path';
import type { Fault } from '../core/model';
import type { PackageFormat } from '../core/packages';
import { pathFrom } from '../io/pathFrom';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';

/** A file that says something about packages; or one that can't be read, with the reason. */
export type ReadPackageFile =
  | {
      /** As a report names it: relative to the folder that the person stands in. */
      readonly file: string;
      /** Relative to the workspace's root, with forward slashes. */
      readonly path: string;
      readonly text: string;
      readonly format: PackageFormat;
      /** Another file of the workspace, by its path from this one's folder: what `parse` asks for. */
      beside(path: string): string | undefined;
      readonly fault?: undefined;
    }
  | {
      readonly file: string;
      readonly fault: Fault;
      /** Whether the person named it: then nothing is as asked for. */
      readonly named: boolean;
    };

/** Where paths begin, how large a file may be, and what is read: `formatOf` of `supply/formats`. */
export interface PackageFilePlaces {
  readonly cwd: string;
  pathOf(file: string): string;
  formatOf(path: string): PackageFormat | undefined;
  /** In bytes; lockfiles are larger than what people write. */
  readonly limit?: number;
}

/**
 * Finds and reads the files at and below some paths (the folder itself for none) that say something about packages. What git
 * ignores is left out, but for lockfiles; so are folders of installed packages. A path that is named is taken whatever it is.
 */
export async function* readPackageFiles(
  paths: readonly string[],
  { cwd, pathOf, formatOf, limit = largestPackageFile }: PackageFilePlaces,
): AsyncGenerator<ReadPackageFile> {
  const takes = (name: string) => formatOf(name)?.kind === 'lockfile';
  const passes = (folder: string) => installed.has(folder);
  for (const walked of walkFiles(paths.length > 0 ? paths : ['.'], cwd, { takes, passes })) {
    if (walked.skipped) continue;
    const file = pathFrom(cwd, walked.file) || '.';
    const failed = (fault: Fault) => ({ file, fault: { ...fault, where: file }, named: walked.named });
    if (walked.fault) {
      yield failed(walked.fault);
      continue;
    }
    const path = pathOf(walked.file);
    const format = formatOf(path);
    if (!format) {
      if (walked.named) yield failed({ code: 'unreadable', message: 'no format of packages that is known' });
      continue;
    }
    const read = readTextFile(walked.file, limit);
    if ('fault' in read) yield failed(read.fault);
    else if ('text' in read)
      yield { file, path, text: read.text, format, beside: name => readBeside(walked.file, name, pathOf, limit) };
    else yield failed({ code: 'binary', message: 'not a text: not read' });
  }
}

/** Never out of the workspace, whatever a stranger's file names. */
function readBeside(
  file: string,
  name: string,
  pathOf: PackageFilePlaces['pathOf'],
  limit: number,
): string | undefined {
  const other = resolve(dirname(file), name);
  if (!isInside(pathOf(other))) return undefined;
  const read = readTextFile(other, limit);
  return 'text' in read ? read.text : undefined;
}

function isInside(path: string): boolean {
  return !isAbsolute(path) && path !== '..' && !path.startsWith('../');
}

/** In bytes: room for the lockfiles of the largest monorepos, and a bound for what is made to be large. */
export const largestPackageFile = 64 * 1024 * 1024;

/** Folders of what has been installed, or copied from elsewhere: each package there has manifests of its own. */
export const installed: ReadonlySet<string> = new Set([
  ...['node_modules', 'bower_components', 'jspm_packages', 'vendor', 'Pods', 'Carthage'],
  ...['.venv', 'venv', 'site-packages', '__pypackages__', '.tox', '.nox', '.bundle', '.gradle', '.dart_tool', '.build'],
]);
