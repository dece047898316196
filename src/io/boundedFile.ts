import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readBytes } from './readBytes';

/** A file's text, or why it can't be read, as a clause for a person; undefined where there is no such file. */
export type BoundedText = { readonly text: string } | { readonly error: string } | undefined;

/**
 * Reads one of Lockside's own files, or one that configures something: UTF-8 of at most `limit` bytes, with its byte-order mark, as
 * hashes of it need. A repository can have such a name lead to a device that never ends, or to a pipe that never begins: only
 * regular files are read, and opening never waits.
 */
export function readBounded(file: string, limit = 16 * 1024 * 1024): BoundedText {
  let handle: number | undefined;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(handle);
    if (!status.isFile()) return { error: 'it is no regular file' };
    const bytes = status.size > limit ? undefined : readBytes(handle, status.size, limit);
    return bytes ? { text: decoder.decode(bytes) } : { error: `it is larger than ${inUnits(limit)}` };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { error: `it can't be read (${code ?? message})` };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Writes a file in one step: whoever reads it meanwhile gets the one before. */
export function writeAtOnce(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const passing = `${file}.${process.pid}.tmp`;
  writeFileSync(passing, content);
  renameSync(passing, file);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function inUnits(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`;
}
