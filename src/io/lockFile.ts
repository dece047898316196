import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { lockedFolder, lockPath } from '../core/lockPlaces';
import { type BoundedText, readBounded, writeAtOnce } from './boundedFile';
import { readBlob } from './git';
import { walkHistory } from './history';
import { decodeText } from './readTextFile';

/** The text of a workspace's lock; undefined where there is none, `error` where it can't be read. */
export function readLockText(root: string): BoundedText {
  return readNoLink(join(root, lockPath));
}

/** Writes a workspace's lock. */
export function writeLockText(root: string, text: string): void {
  writeAtOnce(join(root, lockPath), text);
}

/** The text that was kept under a hash; who reads it makes sure that it still has that hash. */
export function keptText(root: string, hash: string): string | undefined {
  // Where none was kept, it held secrets or was no text.
  const read = readNoLink(join(root, lockedFolder, hash));
  return read && 'text' in read ? read.text : undefined;
}

/** Keeps a text in clear beside the lock, so that a review sees it and a change can be shown. The caller sees to it that it holds no secret. */
export function keepText(root: string, hash: string, text: string): void {
  if (Buffer.byteLength(text) <= mostKept) writeAtOnce(join(root, lockedFolder, hash), text);
}

/** The newest content of a path in git's history that fits, as it was committed. */
export async function committedBytes(
  root: string,
  path: string,
  fits: (text: string) => boolean,
): Promise<Buffer | undefined> {
  let left = mostBlobs;
  let found: Buffer | undefined;
  for await (const walk of walkHistory(root, { paths: [path] })) {
    if (walk.error !== undefined || left-- === 0) break;
    const { object } = walk;
    if (object.kind !== 'blob' || object.path !== path) continue;
    const blob = await readBlob(root, object.id, mostBytes);
    if (blob.error !== undefined || !Buffer.isBuffer(blob.value)) continue;
    const read = decodeText(blob.value);
    if ('text' in read && fits(read.text)) found = blob.value;
  }
  return found;
}

/** Puts a file of the workspace back. Gives why not, where it would be written outside of it or through a link. */
export function putBack(root: string, path: string, content: string | Uint8Array): string | undefined {
  const file = join(root, path);
  if (!file.startsWith(root + sep)) return 'it lies outside of the workspace';
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!(realpathSync(dirname(file)) + sep).startsWith(realpathSync(root) + sep))
      return 'a link leads out of the workspace';
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return 'it is a link';
    writeAtOnce(file, content);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const mostBytes = 16 * 1024 * 1024;
const mostKept = 512 * 1024;
const mostBlobs = 2_000;

/** What was approved stands in the file itself: a link could lead to another tomorrow. */
function readNoLink(file: string): BoundedText {
  const read = readBounded(file);
  return read && 'text' in read && lstatSync(file).isSymbolicLink() ? { error: 'it is no regular file' } : read;
}
