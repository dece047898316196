import { closeSync, openSync, readSync } from 'node:fs';
import type { Fault } from '../core/model';
import { databaseRows, isDatabase } from './databaseRows';
import { readLines } from './readLines';
import { explain, megabytes } from './readTextFile';

/**
 * The records of a client's file: the lines of JSONL, one for JSON, the rows of a database, else pieces of text. What can't be
 * read as JSON is text. Never throws: what can't be read is a fault.
 */
export function* transcriptRecords(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  try {
    if (isDatabase(file)) yield* databaseRows(file);
    else if (file.endsWith('.jsonl')) yield* jsonLines(file);
    else if (file.endsWith('.json')) yield* wholeJson(file);
    else if (!isBinary(file)) yield* texts(file);
  } catch (error) {
    // A client tidies up while we look: what is gone holds nothing.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    yield { fault: { code: 'unreadable', message: explain(error), where: file } };
  }
}

/** So long a line may be, or a JSON file, in UTF-16 units: a session with pictures has lines of some megabytes. */
export const longestLine = 64 * 1024 * 1024;

function* jsonLines(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  for (const line of readLines(file, longestLine)) {
    if ('tooLong' in line) yield { fault: tooLong(file, 'a line') };
    else if (line.text.trim() !== '') yield { record: parsed(line.text) };
  }
}

function* wholeJson(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  let text = '';
  for (const line of readLines(file, longestLine)) {
    if ('tooLong' in line || text.length + line.text.length > longestLine) return yield { fault: tooLong(file, 'it') };
    text += `${line.text}${line.end}`;
  }
  yield { record: parsed(text) };
}

/** Pieces of at most some hundred thousand units, cut where a paragraph ends, else where a line does. */
function* texts(file: string): Generator<{ record: unknown } | { fault: Fault }> {
  let text = '';
  for (const line of readLines(file, longestLine)) {
    if ('tooLong' in line) {
      yield { fault: tooLong(file, 'a line') };
      continue;
    }
    text += `${line.text}${line.end}`;
    if (text.length > piece && (line.text === '' || text.length > 2 * piece)) {
      yield { record: text };
      text = '';
    }
  }
  if (text !== '') yield { record: text };
}

const piece = 256 * 1024;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function tooLong(file: string, what: string): Fault {
  return { code: 'too-large', message: `${what} is longer than ${megabytes(longestLine)}: not scanned`, where: file };
}

function isBinary(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(8000);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0)).includes(0);
  } finally {
    closeSync(handle);
  }
}
