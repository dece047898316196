import { isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Fault } from '../core/model';
import type { Skipped } from '../core/report';
import { mostShared, readBytes } from './readBytes';

/** A file's text; or none, with the fault that says why, or with the reason for which it was passed over. */
export type TextFile =
  | { readonly text: string; readonly faults: readonly Fault[] }
  | { readonly fault: Fault }
  | { readonly skipped: Skipped };

/** Reads a regular file of at most `limit` bytes. Never waits: a pipe, a socket or a device is refused. */
export function readTextFile(file: string, limit: number): TextFile {
  let handle: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it. Windows has no such flag, nor such pipes.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(handle);
    if (!status.isFile()) return { skipped: 'special' };
    // Of what is large, the beginning may be enough.
    if (status.size > mostShared && beginsBinary(handle)) return { skipped: 'binary' };
    if (status.size > limit) return { fault: tooLarge(status.size, limit) };
    const bytes = readBytes(handle, status.size, limit);
    return bytes ? decodeText(bytes) : { fault: tooLarge(undefined, limit) };
  } catch (error) {
    return { fault: { code: 'unreadable', message: explain(error) } };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * The text of a file's bytes: UTF-8, or UTF-16 where a byte-order mark or its NULs say so. The mark is no part of the text, and a
 * sequence that isn't UTF-8 becomes U+FFFD, as in the editor: so offsets are the editor's own. Such a text is scanned, with
 * a fault, because what was there before is unknown.
 */
export function decodeText(bytes: Uint8Array): TextFile {
  if (isBinary(bytes)) return { skipped: 'binary' };
  const encoding = encodingOf(bytes);
  // Most code is ASCII, where a byte is a unit: much quicker to find out and to copy than to decode.
  if (encoding === 'utf-8' && isAscii(bytes)) return { text: latin1(bytes), faults: [] };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), faults: [] };
  } catch {
    const message = `not valid ${encoding.toUpperCase()}: scanned with the bad bytes replaced`;
    return { text: new TextDecoder(encoding).decode(bytes), faults: [{ code: 'encoding', message }] };
  }
}

function latin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

/** Whether bytes are no text, by their first ones: git looks as far for the NUL that makes a file binary. */
export function isBinary(bytes: Uint8Array): boolean {
  return encodingOf(bytes) === 'utf-8' && bytes.subarray(0, binaryHead).includes(0);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return alternates(bytes, 1) ? 'utf-16le' : alternates(bytes, 0) ? 'utf-16be' : 'utf-8';
}

/** Whether just every second byte is NUL: ASCII letters in UTF-16, which VS Code tells in the same way where no mark does. */
function alternates(bytes: Uint8Array, nul: 0 | 1): boolean {
  const end = Math.min(bytes.length, 512);
  for (let i = 0; i < end; i++) if ((bytes[i] === 0) !== (i % 2 === nul)) return false;
  return end >= 8;
}

/** A size for a person. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What a file-system error means, in words. */
export function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && errors[code]) || message;
}

export function tooLarge(size: number | undefined, limit: number): Fault {
  const is = size === undefined ? 'larger than its size says' : megabytes(size);
  return {
    code: 'too-large',
    message: `${is}, more than the limit of ${megabytes(limit)}: not scanned (--max-file-size)`,
  };
}

const binaryHead = 8000;

const errors: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it: not scanned',
  EPERM: 'no permission to read it: not scanned',
  ENOENT: 'no such file or folder',
  ELOOP: 'a loop of symbolic links: not followed',
  ENXIO: 'not a regular file: not scanned',
  EIO: 'the disk gives an error: not scanned',
};

function beginsBinary(handle: number): boolean {
  const head = Buffer.alloc(binaryHead);
  return isBinary(head.subarray(0, readSync(handle, head, 0, binaryHead, 0)));
}
