import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { fieldsOf, textOf } from '../../core/untyped';

/** Where shards lie in the user's state. */
export function advisoryFolder(stateFolder: string): string {
  return join(stateFolder, 'advisories');
}

/** An ecosystem's file name without its ending: `GitHub Actions` becomes `github-actions`. */
export function shardName(ecosystem: string): string {
  return ecosystem.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}

/** The bytes of a shard; undefined where there is none, or where it is larger than any can be. */
export function readShard(folder: string, ecosystem: string): Uint8Array | undefined {
  try {
    return readFileSync(shardFile(folder, ecosystem));
  } catch {
    // None is kept: the starter set stands for it, and the report says so.
    return undefined;
  }
}

/** What is known of a shard beside it. */
export interface ShardState {
  /** The server's mark of the zip that it was made of. */
  readonly etag?: string;
  /** When the server was last asked, or a zip was imported; ISO 8601. */
  readonly checked?: string;
}

/** Empty where nothing is known. */
export function readShardState(folder: string, ecosystem: string): ShardState {
  try {
    const { etag, checked } = fieldsOf(JSON.parse(readFileSync(stateFile(folder, ecosystem), 'utf8')));
    statSync(shardFile(folder, ecosystem));
    return { etag: textOf(etag), checked: textOf(checked) };
  } catch {
    // Without a shard its state says nothing, and one that is broken only means another download.
    return {};
  }
}

/** Puts a new shard in the old one's place in one step, and then writes down what it was made of. */
export function writeShard(folder: string, ecosystem: string, bytes: Uint8Array, state: ShardState): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A state that is older than its shard would keep the next update from coming; without one, it only comes once too often.
  rmSync(stateFile(folder, ecosystem), { force: true });
  replace(shardFile(folder, ecosystem), bytes);
  writeShardState(folder, ecosystem, state);
}

export function writeShardState(folder: string, ecosystem: string, state: ShardState): void {
  replace(stateFile(folder, ecosystem), JSON.stringify(state));
}

/** The highest quality: it takes some seconds for the largest ecosystem, and a tenth of the bytes off. */
export function deflateChunk(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/** A chunk is 128 kB and what one package has; what grows further was not made here. */
export function inflateChunk(bytes: Uint8Array): Uint8Array {
  return brotliDecompressSync(bytes, { maxOutputLength: 64 * 1024 * 1024 });
}

function replace(file: string, content: Uint8Array | string): void {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, content, { mode: 0o600 });
  renameSync(fresh, file);
}

function shardFile(folder: string, ecosystem: string): string {
  return join(folder, `${shardName(ecosystem)}.shard`);
}

function stateFile(folder: string, ecosystem: string): string {
  return join(folder, `${shardName(ecosystem)}.json`);
}
