import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from './findProgram';
import { programFolder, stateFolder } from './stateFolder';

/** What a set-up looks at on this machine. `cli` is the file of the command line. */
export function openSetupWorld(cli: string) {
  const bin = programFolder();
  return {
    env: process.env,
    home: homedir(),
    windows: process.platform === 'win32',
    bin,
    records: join(stateFolder(), 'setup.json'),
    start: { node: process.execPath, cli, electron: process.versions.electron !== undefined },
    read,
    isFolder: (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    find: (program: string) => findProgram(program, bin),
  };
}

/** One file as it was read and as it shall be; undefined stands for no file. */
interface Change {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly executable?: boolean;
  readonly upTo?: string;
}

/** Writes all of them, each whole or not at all, or says which one changed since it was read. Links are followed, and modes kept. */
export function applyChanges(changes: readonly Change[]): string | undefined {
  const moved = changes.find(({ file, before }) => read(file) !== before);
  if (moved) return `${moved.file} was changed by somebody else this moment; try again`;
  for (const change of changes) {
    if (change.after === undefined) remove(change);
    else replace(change.file, change.after, change.executable ?? false);
  }
  return undefined;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function replace(file: string, text: string, executable: boolean): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const known = statSync(file, { throwIfNoEntry: false });
  const target = known ? realpathSync(file) : file;
  const fresh = `${target}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, text, { flag: 'wx', mode: 0o600 });
  chmodSync(fresh, executable ? 0o755 : known ? known.mode & 0o7777 : 0o600);
  renameSync(fresh, target);
}

function remove({ file, upTo }: Change): void {
  rmSync(file, { force: true });
  if (upTo === undefined) return;
  for (let folder = dirname(file); folder.startsWith(upTo); folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return; // Something else is in it.
    }
  }
}
