import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type GitAnswer, git, gitRoot } from './git';

/** Where a repository's hooks lie: as `core.hooksPath` says, or beside its objects. */
export async function hooksFolder(cwd: string): Promise<GitAnswer<string>> {
  const root = await gitRoot(cwd);
  if (root.error !== undefined) return root;
  // Our own git commands turn hooks off by the same setting: theirs is the one before.
  const set = await git(cwd, ['config', '--type=path', '--get-all', 'core.hooksPath']);
  const own =
    set.error === undefined
      ? set.value
          .toString()
          .split('\n')
          .filter(one => one && one !== devNull)
          .at(-1)
      : undefined;
  if (own !== undefined) return { value: resolve(root.value, own) };
  const common = await git(cwd, ['rev-parse', '--git-common-dir']);
  return common.error === undefined ? { value: join(resolve(cwd, common.value.toString().trim()), 'hooks') } : common;
}

/** Puts a hook in place. One that stands there is kept beside it, and `text` is expected to run it. */
export function installHook(folder: string, name: string, text: string): { kept: boolean } | { error: string } {
  const { file, before } = placesOf(folder, name);
  const standing = read(file);
  if (standing !== undefined && !standing.includes(mark)) {
    if (existsSync(before)) return { error: `${before} is there already: look at it, and move it away` };
    renameSync(file, before);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.tmp`, text);
  chmodSync(`${file}.tmp`, 0o755);
  renameSync(`${file}.tmp`, file);
  return { kept: existsSync(before) };
}

/** Takes the hook away, and puts back the one from before as it was. */
export function uninstallHook(folder: string, name: string): { restored: boolean } | { error: string } {
  const { file, before } = placesOf(folder, name);
  const standing = read(file);
  if (standing === undefined) return { error: `there is no ${file}` };
  if (!standing.includes(mark)) return { error: `${file} is not Lockside's: it stays as it is` };
  const restored = existsSync(before);
  if (restored) renameSync(before, file);
  else rmSync(file);
  if (readdirSync(folder).length === 0 && dirname(folder).endsWith('.git')) rmdirSync(folder);
  return { restored };
}

/** Stands in each hook that is Lockside's. */
export const mark = 'Made by "lockside pre-commit install"';

/** What a hook that stood there is called from then on. */
export const keptEnding = '.before-lockside';

function placesOf(folder: string, name: string): { file: string; before: string } {
  const file = join(folder, name);
  return { file, before: `${file}${keptEnding}` };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined; // There is none.
  }
}
