import type { PackageFile } from '../core/packages';

/** A file that was read, by its path relative to the workspace, with forward slashes. */
export interface FileToJudge {
  readonly path: string;
  readonly file: PackageFile;
}
