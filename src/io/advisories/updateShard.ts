import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Retrying } from '../openUrl';
import { explain } from '../readTextFile';
import { withLock } from '../withLock';
import { downloadZip } from './downloadZip';
import { deflateChunk, readShardState, shardName, writeShard, writeShardState } from './shardFiles';
import { zipRecords } from './zipRecords';

export interface ShardUpdate {
  readonly folder: string;
  /** As OSV calls it. */
  readonly ecosystem: string;
  /** ISO 8601. */
  readonly now: string;
  /** `compactRecords` of an ecosystem. */
  compact(
    records: AsyncIterable<unknown>,
    deflate: (bytes: Uint8Array) => Uint8Array,
  ): Promise<{ readonly bytes: Uint8Array; readonly count: number }>;
}

export type Updated =
  | { readonly state: 'fresh'; readonly count: number; readonly bytes: number }
  | { readonly state: 'unchanged' }
  | { readonly state: 'failed'; readonly message: string };

/** Fetches an ecosystem's zip, if there is a newer one, and puts what comes of it in the old shard's place. The old one stays if anything fails. */
export function downloadShard(update: ShardUpdate, base: string, retrying: Retrying): Promise<Updated> {
  const { folder, ecosystem, now } = update;
  const url = `${base.replace(/\/+$/, '')}/${encodeURIComponent(ecosystem)}/all.zip`;
  const file = join(folder, `${shardName(ecosystem)}.zip`);
  return guarded(update, async () => {
    const { etag } = readShardState(folder, ecosystem);
    const downloaded = await downloadZip({ url, file, ...(etag ? { etag } : {}) }, retrying);
    if (downloaded.state === 'unchanged') {
      writeShardState(folder, ecosystem, { etag, checked: now });
      return downloaded;
    }
    try {
      return await makeShard(update, file, downloaded.etag);
    } finally {
      rmSync(file, { force: true });
    }
  });
}

/** The same with a zip that somebody brought. */
export function importShard(update: ShardUpdate, file: string): Promise<Updated> {
  return guarded(update, () => makeShard(update, file, undefined));
}

async function makeShard(update: ShardUpdate, file: string, etag: string | undefined): Promise<Updated> {
  const { folder, ecosystem, now } = update;
  const { bytes, count } = await update.compact(zipRecords(file), deflateChunk);
  if (count === 0) return { state: 'failed', message: `has no advisory of ${ecosystem}: nothing was changed` };
  writeShard(folder, ecosystem, bytes, { etag, checked: now });
  return { state: 'fresh', count, bytes: bytes.length };
}

/** One process at a time works at a shard; what goes wrong is told, and nothing has changed. */
async function guarded({ folder, ecosystem }: ShardUpdate, work: () => Promise<Updated>): Promise<Updated> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await withLock(join(folder, `${shardName(ecosystem)}.lock`), work);
  } catch (error) {
    return { state: 'failed', message: `${explain(error)}: nothing was changed` };
  }
}
