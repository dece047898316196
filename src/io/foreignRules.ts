import { createHash } from 'node:crypto';
import { closeSync, constants, existsSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import type { Fault } from '../core/model';
import type { Foreign } from '../core/team/foreign';
import { foreignFiles } from '../core/team/foreignFiles';
import { loadTeam } from '../core/team/load';
import { decodeText, explain, megabytes } from './readTextFile';

/** Reads what other scanners' files in a folder say. Where there is none of them, this costs as many looks at the folder. */
export function readForeignRules(root: string): Foreign {
  const names = Object.values(foreignFiles).flat();
  if (!names.some(name => existsSync(join(root, name)))) return none;
  return loadTeam().readForeign({ read: path => readWithin(root, path), sha1, now: () => performance.now() });
}

const none: Foreign = { rules: [], acceptors: [], acceptedIn: () => undefined, faults: [], files: [] };

/** In bytes: the whole of gitleaks' own configuration has a twentieth of it. */
const largest = 4 * 1024 * 1024;

/** A file's text; never one that lies outside of the folder, by its name or by a link. */
function readWithin(root: string, path: string): string | Fault | undefined {
  const fault = (message: string): Fault => ({
    code: 'settings',
    where: path,
    message: `${message}; it is not applied`,
  });
  if (isAbsolute(path) || normalize(path).split(/[\\/]/).includes('..'))
    return fault('it lies outside of the workspace');
  try {
    const file = realpathSync(join(root, path));
    if (!file.startsWith(realpathSync(root) + sep)) return fault('it lies outside of the workspace');
    const read = decodeText(readBounded(file));
    if ('text' in read) return read.faults.length === 0 ? read.text : fault('it is not valid UTF-8');
    return fault('it is no text');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : fault(explain(error));
  }
}

/** Never waits for a pipe. */
function readBounded(file: string): Buffer {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new Error('it is no file');
    if (status.size > largest) throw new Error(`it has ${megabytes(status.size)}, more than ${megabytes(largest)}`);
    const buffer = Buffer.alloc(status.size);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function sha1(value: string): string {
  return createHash('sha1').update(value).digest('hex');
}
