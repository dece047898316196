import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { Fault } from '../core/model';
import type { Skipped } from '../core/report';
import { freshRules, type IgnoreRules, ignoreRules } from './gitIgnore';
import { explain } from './readTextFile';
import { repositoryOf } from './repositoryOf';

/** A file to scan, something that can't be reached, or something that is passed over. `file` is absolute. */
export type Walked = { readonly file: string } & (
  | { readonly fault?: undefined; readonly named: boolean; readonly skipped?: undefined }
  | { readonly fault: Fault; readonly named: boolean; readonly skipped?: undefined }
  | { readonly fault?: undefined; readonly skipped: Skipped }
);

/** What a walk does otherwise than git: which files it takes although they are ignored, and which folders it stays out of. */
export interface WalkRules {
  takes?(name: string): boolean;
  passes?(folder: string): boolean;
}

/**
 * Finds the files under some paths, each once and in a steady order, without what `.gitignore` files and git's own exclude
 * file say, and without `.git` itself. A path that is named is taken even where it is ignored. Symbolic links are not
 * followed unless named: what they lead to inside the folder is met anyway.
 */
export function* walkFiles(paths: readonly string[], cwd: string, own: WalkRules = {}): Generator<Walked> {
  const [only, ...more] = paths;
  if (only !== undefined && more.length === 0) return yield* walkNamed(resolve(cwd, only), own);
  const seen = new Set<string>();
  for (const path of paths) {
    for (const walked of walkNamed(resolve(cwd, path), own)) {
      if (seen.has(walked.file)) continue;
      seen.add(walked.file);
      yield walked;
    }
  }
}

function* walkNamed(path: string, own: WalkRules): Generator<Walked> {
  try {
    const status = statSync(path);
    if (status.isDirectory()) yield* walkFolder(path, () => rulesFor(path), own);
    else if (status.isFile()) yield { file: path, named: true };
    else
      yield {
        file: path,
        fault: { code: 'unreadable', message: 'a pipe, socket or device: not scanned (pipe it into --stdin)' },
        named: true,
      };
  } catch (error) {
    yield { file: path, fault: { code: 'unreadable', message: explain(error) }, named: true };
  }
}

function rulesFor(folder: string): IgnoreRules {
  const root = repositoryOf(folder, existsSync);
  if (root === undefined || root === folder) return ignoreRules(folder, root);
  return isIgnored(folder, root) ? freshRules(folder) : ignoreRules(folder, root);
}

function isIgnored(folder: string, root: string): boolean {
  for (let at = folder; at !== root; at = dirname(at)) {
    if (ignoreRules(dirname(at), root).ignores(basename(at), true)) return true;
  }
  return false;
}

function* walkFolder(folder: string, rulesIn: (hasOwn: boolean) => IgnoreRules, own: WalkRules): Generator<Walked> {
  let entries: readonly Dirent[];
  try {
    entries = list(folder);
  } catch (error) {
    yield { file: folder, fault: { code: 'unreadable', message: explain(error) }, named: false };
    return;
  }
  const rules = rulesIn(entries.some(({ name }) => name === '.gitignore'));
  for (const entry of entries) {
    const { name } = entry;
    const isFolder = entry.isDirectory();
    if (name === '.git' || (isFolder && own.passes?.(name))) continue;
    if (rules.ignores(name, isFolder) && (isFolder || !own.takes?.(name))) continue;
    const file = inside(folder, name);
    if (entry.isFile()) yield { file, named: false };
    else if (isFolder) yield* walkFolder(file, hasOwn => rules.within(name, hasOwn), own);
    else yield entry.isSymbolicLink() ? passLink(file) : { file, skipped: 'special' };
  }
}

function list(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What `join` gives for a name without dots and slashes, at a fraction of its time. */
function inside(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** A link is passed over; that it leads nowhere but round in a circle is worth a word. */
function passLink(file: string): Walked {
  const fault = (message: string): Walked => ({ file, fault: { code: 'unreadable', message }, named: false });
  try {
    const target = realpathSync.native(file);
    const here = realpathSync.native(dirname(file));
    const above = here === target || here.startsWith(target.endsWith(sep) ? target : target + sep);
    return above
      ? fault('a symbolic link to a folder that it stands in, a loop: not followed')
      : { file, skipped: 'link' };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP' ? fault(explain(error)) : { file, skipped: 'link' };
  }
}
