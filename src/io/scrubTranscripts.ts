import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  utimesSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isDatabase } from './databaseRows';
import { encodeLossless } from './losslessUtf8';
import { readLines } from './readLines';
import { explain } from './readTextFile';
import { createScrubber, type Scrubber } from './scrubber';
import { longestLine } from './transcriptRecords';

export interface ScrubOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Also files that were written a moment ago, whose client may still have them open. */
  readonly evenInUse?: boolean;
  /** The files in which values were found; of a database that can't be scrubbed, only these are told. */
  readonly holding: ReadonlySet<string>;
  /** Hears of each file; false ends it. */
  readonly onProgress?: (files: number) => boolean | undefined;
}

/** What became of one file. */
export type Scrubbed =
  | { readonly file: string; readonly replaced: number }
  /** A clause that says why it was left as it is. */
  | { readonly file: string; readonly left: string };

/**
 * Replaces the values in the files by a mask of the same length in bytes, each file at once or not at all. What was JSON stays
 * JSON, mode and time of change stay. Files without any of the values aren't told.
 */
export async function scrubTranscripts(
  files: readonly string[],
  values: readonly string[],
  options: ScrubOptions,
): Promise<Scrubbed[]> {
  const scrubber = createScrubber(values);
  const told: Scrubbed[] = [];
  for (const [at, file] of files.entries()) {
    if (options.onProgress?.(at) === false) break;
    const one = scrubFile(file, scrubber, options);
    if (one) told.push(one);
    await new Promise(setImmediate);
  }
  return told;
}

function scrubFile(file: string, scrubber: Scrubber, { now, evenInUse, holding }: ScrubOptions): Scrubbed | undefined {
  try {
    const status = lstatSync(file);
    if (!status.isFile()) return { file, left: 'it is no regular file any more' };
    if (isDatabase(file) ? !holding.has(file) : !holdsAny(file, scrubber)) return undefined;
    const left = reasonToLeave(file, status, now, evenInUse);
    return left === undefined ? rewrite(file, status, scrubber) : { file, left };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : { file, left: explain(error) };
  }
}

function reasonToLeave(file: string, status: Stats, now: number, evenInUse = false): string | undefined {
  if (isDatabase(file)) return 'a database: delete the session in its client';
  if (status.nlink > 1) return 'it has a second name (a hard link), which would keep the values';
  return !evenInUse && now - status.mtimeMs < moment
    ? 'it was written in the last ten minutes: end its client first, or give --even-in-use'
    : undefined;
}

const moment = 10 * 60 * 1000;

function holdsAny(file: string, scrubber: Scrubber): boolean {
  for (const part of parts(file)) if (scrubber.scrub(part.text).replaced > 0) return true;
  return false;
}

/** The lines; of a file that is JSON as a whole all of it, because a value may go over its lines, as in text. */
function* parts(file: string): Generator<{ text: string; end: string }> {
  const byLine = file.endsWith('.jsonl');
  let whole = '';
  for (const line of readLines(file, longestLine)) {
    if ('tooLong' in line || whole.length > longestLine) throw new Error('a part of it is too long to be looked at');
    if (byLine) yield line;
    else whole += `${line.text}${line.end}`;
  }
  if (!byLine) yield { text: whole, end: '' };
}

function rewrite(file: string, status: Stats, scrubber: Scrubber): Scrubbed {
  const passing = join(dirname(file), `.lockside-${randomBytes(6).toString('hex')}`);
  const handle = openSync(passing, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, status.mode & 0o777);
  let replaced = 0;
  try {
    for (const { text, end } of parts(file)) {
      const scrubbed = scrubber.scrub(text);
      if (isJson(text) && !isJson(scrubbed.text)) return { file, left: 'it would be no JSON any more' };
      replaced += scrubbed.replaced;
      const bytes = encodeLossless(scrubbed.text + end);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    }
    fsyncSync(handle);
    const now = lstatSync(file);
    if (now.size !== status.size || now.mtimeMs !== status.mtimeMs || now.ino !== status.ino)
      return { file, left: 'it was written meanwhile' };
    keepOwner(passing, status, fstatSync(handle));
    utimesSync(passing, status.atime, status.mtime);
    renameSync(passing, file);
    return { file, replaced };
  } finally {
    closeSync(handle);
    rmSync(passing, { force: true });
  }
}

function keepOwner(file: string, { uid, gid }: Stats, own: Stats): void {
  if (uid !== own.uid || gid !== own.gid) chownSync(file, uid, gid);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
