import type { PackageEntry } from '../core/packages';
import { packageKey } from './advisories/ecosystemOf';
import type { FileToJudge } from './fileToJudge';
import { satisfies } from './versions';

/** The version by which an entry is judged. */
export interface VersionAsked {
  /** Undefined where nothing tells one. */
  readonly version?: string;
  /** What a manifest asks for, as it is written. */
  readonly requirement?: string;
  /** The path of the lockfile that has the version, where the entry's own file has none. */
  readonly lockfile?: string;
  /** Set where the version is merely the least that the requirement takes. */
  readonly least?: boolean;
}

/** Finds the version of manifests' entries in the lockfiles beside or above them, and lockfiles' requirements in the manifests below. */
export function resolvePackages(
  files: readonly FileToJudge[],
): (one: FileToJudge, entry: PackageEntry) => VersionAsked {
  const locks = createIndex(files.filter(({ file }) => file.kind === 'lockfile'));
  const manifests = createIndex(files.filter(({ file }) => file.kind === 'manifest'));
  return (one, entry) => {
    const { requirement, version } = entry;
    if (one.file.kind === 'lockfile') {
      const asks =
        requirement ?? manifests(entry).find(it => isWithin(folderOf(it.path), folderOf(one.path)))?.entry.requirement;
      return { version, requirement: asks };
    }
    const locked = one.file.kind === 'manifest' ? lockedBy(locks(entry), one, entry) : undefined;
    if (locked) return { version: locked.entry.version, requirement, lockfile: locked.path };
    if (version !== undefined) return { version, requirement };
    const least = leastOf(requirement);
    return { version: least, requirement, ...(least === undefined ? {} : { least: true }) };
  };
}

interface Placed {
  readonly path: string;
  readonly entry: PackageEntry;
}

/** Entries by name, made when the first is asked for. */
function createIndex(files: readonly FileToJudge[]): (entry: PackageEntry) => readonly Placed[] {
  let index: Map<string, Placed[]> | undefined;
  const keyOf = ({ ecosystem, name }: PackageEntry) => `${ecosystem}:${packageKey(ecosystem, name)}`;
  const build = () => {
    const made = new Map<string, Placed[]>();
    for (const { path, file } of files)
      for (const entry of file.packages) {
        const key = keyOf(entry);
        const known = made.get(key);
        if (known) known.push({ path, entry });
        else made.set(key, [{ path, entry }]);
      }
    return made;
  };
  return entry => {
    if (files.length === 0) return [];
    index ??= build();
    return index.get(keyOf(entry)) ?? [];
  };
}

/** The nearest lockfile counts; of several versions there the one that the project asks for itself, else one that fits. */
function lockedBy(candidates: readonly Placed[], { path }: FileToJudge, entry: PackageEntry): Placed | undefined {
  const folder = folderOf(path);
  const above = candidates.filter(it => it.entry.version !== undefined && isWithin(folder, folderOf(it.path)));
  const nearest = above.reduce((length, it) => Math.max(length, folderOf(it.path).length), -1);
  const near = above.filter(it => folderOf(it.path).length === nearest);
  const { ecosystem, requirement } = entry;
  const fits = ({ entry: { version = '' } }: Placed) =>
    requirement === undefined || satisfies(ecosystem, requirement, version) !== false;
  return near.find(it => it.entry.direct === true && fits(it)) ?? near.find(fits);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isWithin(folder: string, outer: string): boolean {
  return folder.startsWith(outer);
}

/** The least version that a requirement names: the first that isn't an upper bound. */
function leastOf(requirement: string | undefined): string | undefined {
  return /^(?:[^\d<!|]*?)v?(\d[\w.+-]{0,80})/.exec(requirement?.trim() ?? '')?.[1]?.replace(/(?:\.[x*])+$|-$/i, '');
}
