import { fieldsOf, textOf } from '../../core/untyped';
import { type Advisories, type AdvisoryRow, unpackRow } from './advisoryRow';
import { magic, namesPerBlock, type ShardHead } from './encodeShard';

/**
 * Reads a shard where it lies: a name is found by halving the index, and only the chunk of rows is unpacked that a name leads to.
 * Undefined where the bytes are none.
 */
export function openShard(
  bytes: Uint8Array,
  inflate: (bytes: Uint8Array) => Uint8Array,
): (Advisories & { readonly head: ShardHead }) | undefined {
  const head = readHead(bytes);
  if (!head) return undefined;
  const index = new DataView(bytes.buffer, bytes.byteOffset + head.at, head.value.blocks * 12);
  const namesAt = head.at + head.value.blocks * 12;
  const names = bytes.subarray(namesAt, namesAt + head.value.names);
  const chunkOf = createChunks(bytes, namesAt + head.value.names, head.value.chunks, inflate);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const reader: Reader = { bytes: names, at: 0 };
  const { date, count, malicious } = head.value;
  return {
    ...{ head: head.value, source: 'zip', date, count, malicious },
    rowsOf(name) {
      const key = encoder.encode(name);
      const block = blockOf(key, reader, index, head.value.blocks);
      const found = block < 0 ? undefined : findName(key, reader, index.getUint32(block * 12, true));
      if (!found) return [];
      if (found.malicious !== undefined) return [wholeRow(found.malicious)];
      const start = index.getUint32(block * 12 + 8, true) + found.before;
      return parseRows(
        decoder.decode(chunkOf(index.getUint32(block * 12 + 4, true)).subarray(start, start + found.length)),
      );
    },
  };
}

/** Checks all lengths against the file's own, so that nothing is read beside it later. */
function readHead(bytes: Uint8Array): { value: ShardHead; at: number } | undefined {
  const decoder = new TextDecoder();
  if (bytes.length < 8 || decoder.decode(bytes.subarray(0, 4)) !== magic) return undefined;
  const at = 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  try {
    const read = fieldsOf(JSON.parse(decoder.decode(bytes.subarray(8, at))));
    const { blocks, names, chunks, count, malicious } = read;
    const numbers = [blocks, names, count, malicious, ...(Array.isArray(chunks) ? chunks : [-1])];
    if (!numbers.every(one => Number.isSafeInteger(one) && one >= 0)) return undefined;
    const value = { ...read, ecosystem: textOf(read.ecosystem) ?? '', date: textOf(read.date) ?? '' } as ShardHead;
    const length = at + value.blocks * 12 + value.names + value.chunks.reduce((sum, one) => sum + one, 0);
    return length === bytes.length ? { value, at } : undefined;
  } catch {
    // A head that isn't JSON is as good as none; whoever opened the file says so.
    return undefined;
  }
}

function createChunks(
  bytes: Uint8Array,
  at: number,
  lengths: readonly number[],
  inflate: (bytes: Uint8Array) => Uint8Array,
): (chunk: number) => Uint8Array {
  const unpacked = new Map<number, Uint8Array>();
  return chunk => {
    const known = unpacked.get(chunk);
    if (known) return known;
    const start = lengths.slice(0, chunk).reduce((sum, one) => sum + one, at);
    const fresh = inflate(bytes.subarray(start, start + (lengths[chunk] ?? 0)));
    unpacked.set(chunk, fresh);
    return fresh;
  };
}

/** The last block whose first name isn't behind the key; -1 where all are. */
function blockOf(key: Uint8Array, reader: Reader, index: DataView, blocks: number): number {
  let low = 0;
  let high = blocks;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (firstIsBehind(key, reader, index.getUint32(middle * 12, true))) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

function firstIsBehind(key: Uint8Array, reader: Reader, at: number): boolean {
  // A block's first name shares nothing, so that one byte of zero stands before its length.
  reader.at = at + 1;
  const length = varint(reader);
  const { bytes: names, at: start } = reader;
  for (let i = 0; i < length; i++) {
    if (i >= key.length) return true;
    const difference = names[start + i]! - key[i]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}

interface FoundName {
  /** How many bytes of rows stand before it in its block. */
  readonly before: number;
  readonly length: number;
  /** The number of its id where it is malicious as a whole. */
  readonly malicious?: number;
}

/** Follows the names of a block: of each it is enough to know how many bytes it has in common with the key. */
function findName(key: Uint8Array, reader: Reader, at: number): FoundName | undefined {
  const names = reader.bytes;
  reader.at = at;
  let matched = 0;
  let before = 0;
  for (let i = 0; i < namesPerBlock && reader.at < names.length; i++) {
    const shared = varint(reader);
    const length = varint(reader);
    const start = reader.at;
    reader.at += length;
    const rows = varint(reader);
    const malicious = rows === 0 ? varint(reader) : undefined;
    if (shared < matched) return undefined;
    if (shared === matched) {
      let same = 0;
      while (same < length && matched + same < key.length && names[start + same] === key[matched + same]) same++;
      matched += same;
      if (same === length && matched === key.length)
        return { before, length: rows, ...(malicious === undefined ? {} : { malicious }) };
    }
    before += rows;
  }
  return undefined;
}

/** One for a shard: a lookup takes some dozen numbers, and there are thousands of lookups. */
interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function varint(reader: Reader): number {
  const { bytes } = reader;
  let number = 0;
  for (let scale = 1; reader.at < bytes.length; scale *= 128) {
    const byte = bytes[reader.at++]!;
    number += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return number;
}

/** What a package is called whose every version is an attack. */
function wholeRow(number: number): AdvisoryRow {
  const id = `MAL-20${String(Math.floor(number / 1e8)).padStart(2, '0')}-${number % 1e8}`;
  const summary = 'a malicious package: every version is an attack';
  return { id, aliases: [], summary, severity: 'critical', malicious: true, ranges: [{ from: '0' }], versions: [] };
}

function parseRows(text: string): readonly AdvisoryRow[] {
  const list: unknown = JSON.parse(text);
  return Array.isArray(list) ? list.map(toRow).filter(row => row !== undefined) : [];
}

function toRow(packed: unknown): AdvisoryRow | undefined {
  return typeof packed === 'number' ? wholeRow(packed) : unpackRow(packed);
}
