import { createHash } from 'node:crypto';
import {
  appendFile,
  closeSync,
  createReadStream,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fieldsOf, textOf } from '../../core/untyped';
import { openPatiently, type Retrying, type UrlAnswer } from '../openUrl';
import { megabytes } from '../readTextFile';

export interface Download {
  readonly url: string;
  /** Where the zip goes; a part that is left of an earlier try lies beside it. */
  readonly file: string;
  /** The mark of what is here already. */
  readonly etag?: string;
  /** In bytes. */
  readonly limit?: number;
  readonly idle?: number;
}

/** A whole zip, or word that nothing has changed since. */
export type Downloaded =
  | { readonly state: 'unchanged' }
  | { readonly state: 'fresh'; readonly etag: string | undefined };

/**
 * Fetches a zip unless it is the one that is here already. A transfer that breaks off goes on where it ended, now or the next time, as
 * long as the server still has the same file. Throws, with a message for a person, where it can't be had.
 */
export async function downloadZip(download: Download, retrying: Retrying): Promise<Downloaded> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(download, retrying);
    } catch (error) {
      if (tries === mostTries || error instanceof FinalError) throw error;
      await (retrying.wait ?? sleep)(500 * 2 ** tries);
    }
  }
}

const append = promisify(appendFile);
const mostTries = 4;
const largestZip = 4 * 1024 * 1024 * 1024;

/** Trying again changes nothing. */
class FinalError extends Error {}

async function once(download: Download, retrying: Retrying): Promise<Downloaded> {
  const { url, file, etag, idle, limit = largestZip } = download;
  const part = readPart(file, url);
  const headers = {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(part ? { range: `bytes=${part.length}-`, 'if-range': part.etag } : {}),
  };
  const answer = await openPatiently({ url, headers, ...(idle ? { idle } : {}) }, retrying).catch(notReached);
  if (answer.status === 304) {
    answer.body.resume();
    dropPart(file);
    return { state: 'unchanged' };
  }
  const start = startOf(answer, part);
  if (start === undefined) {
    answer.body.resume();
    dropPart(file);
    if (answer.status === 416 && part) throw new Error('the server no longer has the part that is missing');
    throw new FinalError(`${new URL(url).host} answered with status ${answer.status}`);
  }
  const fresh = answer.headers.etag;
  await save(answer, { file, url, start, limit });
  await verify(answer, file);
  rmSync(partState(file), { force: true });
  return { state: 'fresh', etag: fresh };
}

/** Where no answer comes at all, it has been tried often enough. */
function notReached(error: unknown): never {
  throw new FinalError((error as Error).message);
}

/** Where the body belongs in the file; undefined where it is none of it. */
function startOf({ status, headers }: UrlAnswer, part: Part | undefined): number | undefined {
  if (status === 200) return 0;
  const from = status === 206 ? /^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] : undefined;
  return part && from !== undefined && Number(from) === part.length ? part.length : undefined;
}

interface Saving {
  readonly file: string;
  readonly url: string;
  readonly start: number;
  readonly limit: number;
}

async function save(answer: UrlAnswer, { file, url, start, limit }: Saving): Promise<void> {
  const { etag, 'content-length': told } = answer.headers;
  // A weak mark doesn't promise the same bytes, so that nothing could be put together by it.
  if (etag && !etag.startsWith('W/')) writeFileSync(partState(file), JSON.stringify({ url, etag }), { mode: 0o600 });
  else rmSync(partState(file), { force: true });
  let length = 0;
  // Nothing is awaited before reading, and each piece is on the disk before the next is asked for: whatever came stays for the next try.
  const descriptor = openSync(file, start > 0 ? 'a' : 'w', 0o600);
  try {
    for await (const piece of answer.body as AsyncIterable<Buffer>) {
      length += piece.length;
      if (start + length > limit) throw new FinalError(`is larger than ${megabytes(limit)}`);
      await append(descriptor, piece);
    }
  } finally {
    closeSync(descriptor);
  }
  if (told !== undefined && length !== Number(told)) throw new Error('the connection ended before the file did');
}

/** Google's storage tells the MD5 of the whole file; without it the zip's own checksums have to do. */
async function verify({ headers }: UrlAnswer, file: string): Promise<void> {
  const told = /(?:^|,)\s*md5=([\w+/=]{24})/.exec(String(headers['x-goog-hash'] ?? ''))?.[1];
  if (told === undefined) return;
  const hash = createHash('md5');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  if (hash.digest('base64') === told) return;
  dropPart(file);
  throw new Error('what came is not what the server has: its checksum is another');
}

interface Part {
  readonly length: number;
  readonly etag: string;
}

/** What an earlier transfer left, where the server can say whether it still belongs to the same file. */
function readPart(file: string, url: string): Part | undefined {
  try {
    const state = fieldsOf(JSON.parse(readFileSync(partState(file), 'utf8')));
    const etag = textOf(state.etag);
    const length = statSync(file).size;
    return etag !== undefined && state.url === url && length > 0 ? { length, etag } : undefined;
  } catch {
    // Nothing is left, and so it begins anew.
    return undefined;
  }
}

function dropPart(file: string): void {
  rmSync(file, { force: true });
  rmSync(partState(file), { force: true });
}

function partState(file: string): string {
  return `${file}.json`;
}
