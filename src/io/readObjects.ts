import { archiveKind } from './archiveKind';
import { type ByteReader, createByteReader } from './byteReader';
import { startGit } from './gitProcess';
import type { HistoryObject, Walk } from './history';
import { isBinary } from './readTextFile';

/** What stood in an object, or why that isn't told. `date` is the day of its commit, `YYYY-MM-DD`, where it has one. */
export type ReadObject =
  | { readonly object: HistoryObject; readonly date: string; readonly content: Content }
  | { readonly error: string };

export type Content =
  /** A blob's bytes, or the message of a commit or a tag without the names of people before it. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'binary' }
  /** A partial clone lacks it. */
  | { readonly kind: 'missing' }
  /** It was not asked for. */
  | { readonly kind: 'known' };

export interface ReadOptions {
  /** Bytes; what is larger is passed over without being kept. */
  readonly limit: number;
  /** The same for archives; without it, they are binary like any other. */
  readonly archiveLimit?: number;
  /** Says which objects need not be read again. */
  isKnown?(object: HistoryObject): boolean;
}

/** Reads objects in the order of a walk, through one `git cat-file`. A commit's day is that of what follows it. */
export async function* readObjects(
  folder: string,
  walk: AsyncIterable<Walk>,
  options: ReadOptions,
): AsyncGenerator<ReadObject> {
  const git = startGit(folder, ['cat-file', '--batch']);
  const reader = createByteReader(git.child.stdout);
  let date = '';
  try {
    for await (const batch of batches(walk)) {
      const known = new Set(batch.filter(item => item.error === undefined && options.isKnown?.(item.object)));
      const ids = batch.flatMap(item => (item.error === undefined && !known.has(item) ? [`${item.object.id}\n`] : []));
      git.child.stdin.write(ids.join(''));
      for (const item of batch) {
        if (item.error !== undefined) yield item;
        else if (known.has(item)) yield { object: item.object, date, content: { kind: 'known' } };
        else {
          const answer = await readAnswer(reader, item.object, options);
          if (!answer) return yield { error: (await git.ended) ?? 'git ended before its time' };
          if (item.object.kind === 'commit') date = answer.date;
          yield { object: item.object, date: item.object.commit ? date : '', content: answer.content };
        }
      }
    }
  } finally {
    git.stop();
  }
}

/** So many ids fit into a pipe that nobody reads yet: git can take them all before we ask for its first answer. */
const batchSize = 256;

async function* batches(walk: AsyncIterable<Walk>): AsyncGenerator<readonly Walk[]> {
  let batch: Walk[] = [];
  for await (const item of walk) {
    batch.push(item);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Answer {
  readonly content: Content;
  readonly date: string;
}

/** `<id> <type> <size>`, the content and a line's end; or `<id> missing`. */
async function readAnswer(
  reader: ByteReader,
  object: HistoryObject,
  options: ReadOptions,
): Promise<Answer | undefined> {
  const line = (await reader.until(newline))?.toString();
  if (line === undefined) return undefined;
  const size = Number(/ \w+ (\d+)$/.exec(line)?.[1] ?? Number.NaN);
  if (Number.isNaN(size)) return { content: { kind: 'missing' }, date: '' };
  const content = await readContent(reader, size, options);
  await reader.skip(1);
  return object.kind !== 'blob' && content.kind === 'bytes' ? messageOf(content.bytes) : { content, date: '' };
}

async function readContent(reader: ByteReader, size: number, options: ReadOptions): Promise<Content> {
  const head = await reader.peek(Math.min(size, sniffed));
  const isArchive = options.archiveLimit !== undefined && archiveKind(head) !== undefined;
  const limit = isArchive ? (options.archiveLimit ?? 0) : options.limit;
  const isPassed = !isArchive && isBinary(head);
  if (!isPassed && size <= limit) return { kind: 'bytes', bytes: await reader.take(size) };
  await reader.skip(size);
  return isPassed ? { kind: 'binary' } : { kind: 'too-large', size, limit };
}

function messageOf(bytes: Buffer): Answer {
  const body = bytes.indexOf('\n\n');
  const [head, message] = body < 0 ? [bytes, Buffer.alloc(0)] : [bytes.subarray(0, body), bytes.subarray(body + 2)];
  return { content: { kind: 'bytes', bytes: message }, date: dayOf(head.toString()) };
}

/** The author's day there, from `author Name <address> seconds +0100`. */
function dayOf(header: string): string {
  const [, seconds, sign, hours, minutes] = /^author .*> (\d{1,11}) ([+-])(\d\d)(\d\d)$/m.exec(header) ?? [];
  if (seconds === undefined) return '';
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return new Date((Number(seconds) + offset) * 1000).toISOString().slice(0, 10);
}

const newline = 0x0a;
const sniffed = 8000;
