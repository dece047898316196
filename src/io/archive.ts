import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { isOffice, officeText } from '../core/officeText';
import {
  type ArchiveBudget,
  type ArchiveLimits,
  collect,
  createBudget,
  createCollector,
  type Taken,
} from './archiveBudget';
import { type ArchiveKind, archiveHead, archiveKind } from './archiveKind';
import { explain, megabytes } from './readTextFile';

/** A file in an archive, named `outer.zip!/inner/path`: its bytes, or why they aren't told. */
export type ArchivedFile = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly skipped: 'binary' }
  | { readonly fault: { readonly code: 'too-large' | 'unreadable' | 'timeout'; readonly message: string } }
);

/** An archive on a disk or in memory. */
export type ArchiveSource = { readonly file: string } | { readonly bytes: Buffer };

/**
 * Gives the files of an archive one by one: of zip and all that is one (jar, whl, vsix, docx), tar, and either of them in gzip;
 * archives in it too, as deep as the limits allow. Nothing is written, so a name is only a label. Whatever can't be opened or
 * would take too much is said.
 */
export async function* readArchive(
  name: string,
  kind: ArchiveKind,
  source: ArchiveSource,
  limits: ArchiveLimits,
): AsyncGenerator<ArchivedFile> {
  const budget = createBudget(limits);
  yield* open({ name, kind, source, depth: 1, budget });
  if (budget.spent()) yield { name, fault: budget.spent()! };
}

interface Opened {
  readonly name: string;
  readonly kind: ArchiveKind;
  readonly source: ArchiveSource;
  /** 1 for the outermost. */
  readonly depth: number;
  readonly budget: ArchiveBudget;
}

async function* open(archive: Opened): AsyncGenerator<ArchivedFile> {
  const { name, kind, source, depth, budget } = archive;
  if (depth > budget.limits.depth) return yield unreadable(name, `an archive ${depth} deep: not scanned (unpack it)`);
  try {
    if (kind === 'zip') yield* readZip(archive, source);
    else if (kind === 'gzip') yield* readGzip(archive, streamOf(source));
    else if (kind === 'tar') yield* readTar(archive, streamOf(source));
    else yield unreadable(name, `${kind}: can't be opened here, not scanned (unpack it first)`);
  } catch (error) {
    // What the budget stops is told once, at the end.
    if (!budget.spent()) yield unreadable(name, `a damaged ${kind} file: the rest was not scanned (${explain(error)})`);
  }
}

function streamOf(source: ArchiveSource): Readable {
  return 'file' in source ? createReadStream(source.file) : Readable.from([source.bytes]);
}

async function* readZip(archive: Opened, source: ArchiveSource): AsyncGenerator<ArchivedFile> {
  const options = { decodeStrings: false, autoClose: false };
  const zip = await ('file' in source ? openPromise(source.file, options) : fromBufferPromise(source.bytes, options));
  try {
    for await (const entry of zip.eachEntry()) yield* readZipEntry(archive, zip, entry);
  } finally {
    zip.close();
  }
}

async function* readZipEntry(archive: Opened, zip: ZipFile, entry: Entry): AsyncGenerator<ArchivedFile> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields, compressionMethod } = entry;
  const inner = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  const name = `${archive.name}!/${inner}`;
  archive.budget.count();
  if (inner.endsWith('/')) return;
  if (entry.isEncrypted()) return yield unreadable(name, 'encrypted: not scanned');
  if (!entry.canDecodeFileData())
    return yield unreadable(name, `compressed in a way that can't be read (${compressionMethod}): not scanned`);
  try {
    yield* give(archive, name, await collect(await zip.openReadStreamPromise(entry), archive.budget));
  } catch (error) {
    if (archive.budget.spent()) throw error;
    yield unreadable(name, `damaged: not scanned (${explain(error)})`);
  }
}

/** The parser gives an entry's bytes while they are written to it: entries are told after each piece of the file. */
async function* readTar(archive: Opened, stream: AsyncIterable<Buffer>): AsyncGenerator<ArchivedFile> {
  const done: { readonly name: string; readonly taken: Taken }[] = [];
  let problem: Error | undefined;
  const parser = new Parser({
    maxDecompressionRatio: Number.POSITIVE_INFINITY,
    onReadEntry(entry: ReadEntry) {
      archive.budget.count();
      const collector = createCollector(archive.budget);
      entry.on('data', (piece: Buffer) => void collector.push(piece));
      if (isFile(entry))
        entry.on('end', () => done.push({ name: `${archive.name}!/${entry.path}`, taken: collector.end() }));
    },
    onwarn(code: string, message: string | Error) {
      if (code !== 'TAR_ENTRY_INFO') problem ??= new Error(String(message));
    },
  });
  for await (const piece of stream) {
    parser.write(piece);
    for (const { name, taken } of done.splice(0)) yield* give(archive, name, taken);
  }
  parser.end();
  for (const { name, taken } of done.splice(0)) yield* give(archive, name, taken);
  if (problem) throw problem;
}

/** Not links and folders. */
function isFile({ type }: ReadEntry): boolean {
  return type === 'File' || type === 'OldFile' || type === 'ContiguousFile';
}

/** With a tar in it, it is one archive, as `.tgz` says; anything else is a single file. */
async function* readGzip(archive: Opened, compressed: Readable): AsyncGenerator<ArchivedFile> {
  const unpacked = compressed.pipe(createGunzip());
  compressed.on('error', error => unpacked.destroy(error));
  try {
    const pieces: AsyncIterator<Buffer> = unpacked[Symbol.asyncIterator]();
    const head = await takeHead(pieces);
    const whole = joined(head, pieces);
    if (archiveKind(head) === 'tar') return yield* readTar(archive, whole);
    archive.budget.count();
    const inner = archive.name.slice(archive.name.lastIndexOf('/') + 1).replace(/\.gz$/i, '');
    yield* give(archive, `${archive.name}!/${inner}`, await collect(whole, archive.budget));
  } finally {
    compressed.destroy();
    unpacked.destroy();
  }
}

async function takeHead(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < archiveHead) {
    const { done, value } = await pieces.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* joined(head: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
}

async function* give(archive: Opened, name: string, taken: Taken): AsyncGenerator<ArchivedFile> {
  if (taken.kind === 'binary') yield { name, skipped: 'binary' };
  else if (taken.kind === 'too-large')
    yield { name, fault: { code: 'too-large', message: `more than ${megabytes(taken.limit)} unpacked: not scanned` } };
  else if (taken.archive)
    yield* open({ ...archive, name, kind: taken.archive, source: taken, depth: archive.depth + 1 });
  else if (name.endsWith('.xml') && isOffice(archive.name))
    yield { name, bytes: Buffer.from(officeText(taken.bytes.toString())) };
  else yield { name, bytes: taken.bytes };
}

function unreadable(name: string, message: string): ArchivedFile {
  return { name, fault: { code: 'unreadable', message } };
}
