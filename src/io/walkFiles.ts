import { existsSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Fault } from '../core/model';
import type { Skipped } from '../core/report';
import { freshRules, type IgnoreRules, ignoreRules, repositoryOf } from './gitIgnore';
import { explain } from './readTextFile';

/** A file to scan, something that can't be reached, or something that is passed over. `file` is absolute. */
export type Walked = { readonly file: string } & (
  | { readonly fault?: undefined; readonly named: boolean; readonly skipped?: undefined }
  | { readonly fault: Fault; readonly named: boolean; readonly skipped?: undefined }
  | { readonly fault?: undefined; readonly skipped: Skipped }
);

/**
 * Finds the files under some paths, each once and in a steady order, without what `.gitignore` files and git's own exclude
 * file say, and without `.git` itself. A path that is named is taken even where it is ignored. Symbolic links are not
 * followed unless named: what they lead to inside the folder is met anyway.
 */
export async function* walkFiles(paths: readonly string[], cwd: string): AsyncGenerator<Walked> {
  const seen = new Set<string>();
  for (const path of paths) {
    for await (const walked of walkNamed(resolve(cwd, path))) {
      if (seen.has(walked.file)) continue;
      seen.add(walked.file);
      yield walked;
    }
  }
}

async function* walkNamed(path: string): AsyncGenerator<Walked> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) yield* walkFolder(path, rulesFor(path));
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

async function* walkFolder(folder: string, rules: IgnoreRules): AsyncGenerator<Walked> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    yield { file: folder, fault: { code: 'unreadable', message: explain(error) }, named: false };
    return;
  }
  for (const entry of entries) {
    const file = join(folder, entry.name);
    if (entry.name === '.git' || rules.ignores(entry.name, entry.isDirectory())) continue;
    if (entry.isFile()) yield { file, named: false };
    else if (entry.isDirectory()) yield* walkFolder(file, rules.within(entry.name));
    else yield entry.isSymbolicLink() ? await passLink(file) : { file, skipped: 'special' };
  }
}

async function list(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A link is passed over; that it leads nowhere but round in a circle is worth a word. */
async function passLink(file: string): Promise<Walked> {
  const fault = (message: string): Walked => ({ file, fault: { code: 'unreadable', message }, named: false });
  try {
    const target = await realpath(file);
    const here = await realpath(dirname(file));
    const above = here === target || here.startsWith(target.endsWith(sep) ? target : target + sep);
    return above
      ? fault('a symbolic link to a folder that it stands in, a loop: not followed')
      : { file, skipped: 'link' };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ELOOP' ? fault(explain(error)) : { file, skipped: 'link' };
  }
}
