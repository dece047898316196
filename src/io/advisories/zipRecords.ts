import * as zlib from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { megabytes } from '../readTextFile';

/** What a zip of advisories may cost. */
export interface ZipLimits {
  readonly entries: number;
  /** Unpacked bytes, of one record and of all. */
  readonly record: number;
  readonly total: number;
  /** How many times larger a record of some size may become. */
  readonly ratio: number;
}

/** Several times what the largest ecosystem has. */
const zipLimits: ZipLimits = {
  entries: 1_500_000,
  record: 8 * 1024 * 1024,
  total: 12 * 1024 * 1024 * 1024,
  ratio: 400,
};

/**
 * The records of an OSV `all.zip`, one by one. Throws, with a message for a person, where the zip is damaged, was cut off or unpacks to
 * more than the limits, and where a record is no JSON: half a database must not stand for a whole one.
 */
export async function* zipRecords(file: string, limits: ZipLimits = zipLimits): AsyncGenerator<unknown> {
  const zip = await openPromise(file, { autoClose: false, validateEntrySizes: true });
  let total = 0;
  try {
    if (zip.entryCount > limits.entries) throw new Error(`has ${zip.entryCount} entries, more than ${limits.entries}`);
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('.json')) continue;
      total += entry.uncompressedSize;
      const problem = excess(entry, total, limits);
      if (problem) throw new Error(`${entry.fileName}: ${problem}`);
      yield parseRecord(entry.fileName, await readEntry(zip, entry));
    }
  } finally {
    zip.close();
  }
}

/** A record of ordinary text shrinks to a tenth; what shrinks far more was made to burst. */
const smallRecord = 1024 * 1024;

function excess(entry: Entry, total: number, limits: ZipLimits): string | undefined {
  const { uncompressedSize: size, compressedSize } = entry;
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return 'packed in a way that OSV does not use';
  if (size > limits.record) return `${megabytes(size)} unpacked, more than ${megabytes(limits.record)}`;
  if (size > smallRecord && size > compressedSize * limits.ratio)
    return `unpacks to ${megabytes(size)}, like a zip bomb`;
  return total > limits.total ? `more than ${megabytes(limits.total)} unpacked in all` : undefined;
}

/** yauzl ends the stream where it is longer than the directory says; the checksum is ours to look at. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  // Node 20.15 is the first that has it.
  if (typeof zlib.crc32 === 'function' && zlib.crc32(bytes) !== entry.crc32)
    throw new Error(`${entry.fileName}: damaged, its checksum is another`);
  return bytes;
}

function parseRecord(name: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new Error(`${name}: not valid JSON`);
  }
}
