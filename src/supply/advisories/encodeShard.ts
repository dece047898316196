import type { Ecosystem } from '../../core/packages';
import { type AdvisoryRow, isMalicious, packRow } from './advisoryRow';

/** What a shard says of itself. */
export interface ShardHead {
  readonly ecosystem: Ecosystem;
  /** Of the newest record, `YYYY-MM-DD`. */
  readonly date: string;
  readonly count: number;
  readonly malicious: number;
  readonly blocks: number;
  readonly names: number;
  /** The lengths of the packed chunks of rows. */
  readonly chunks: readonly number[];
}

/** How many names share a place in the index. */
export const namesPerBlock = 16;
export const magic = 'LSA1';

/** Gathers an ecosystem's rows; what it holds meanwhile is as small as what comes of it. */
export function createShardBuilder() {
  const byName = new Map<string, string[]>();
  const ids = new Set<string>();
  let malicious = 0;
  let date = '';
  return {
    add(name: string, row: AdvisoryRow, modified = '') {
      if (name === '' || name.length > longestName) return;
      const whole = wholeMalicious(row);
      const packed = whole ?? JSON.stringify(packRow(row));
      const rows = byName.get(name);
      if (rows) rows.push(packed);
      else byName.set(name, [packed]);
      if (!ids.has(row.id) && isMalicious(row)) malicious++;
      ids.add(row.id);
      if (modified > date && /^\d{4}-\d\d-\d\d/.test(modified)) date = modified.slice(0, 10);
    },
    get count() {
      return ids.size;
    },
    encode: (ecosystem: Ecosystem, deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array =>
      encode(byName, { ecosystem, date, count: ids.size, malicious }, deflate),
  };
}

/** Registries have names of at most 214 characters; Go modules are longer, but not much. */
const longestName = 500;

/** Rows up to here are packed together. */
const chunkLength = 128 * 1024;

/** Of a package that is malicious as a whole, the number of its id is all there is to say. */
function wholeMalicious({ id, aliases, ranges, versions }: AdvisoryRow): string | undefined {
  const [only, ...more] = ranges;
  const whole = only?.from === '0' && !only.end && more.length === 0 && versions.length === 0 && aliases.length === 0;
  const number = whole ? /^MAL-20(\d\d)-(\d{1,8})$/.exec(id) : undefined;
  return number ? `${Number(number[1]) * 1e8 + Number(number[2])}` : undefined;
}

function encode(
  byName: ReadonlyMap<string, readonly string[]>,
  about: Pick<ShardHead, 'ecosystem' | 'date' | 'count' | 'malicious'>,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const encoder = new TextEncoder();
  const entries = [...byName].map(([name, rows]) => ({ name: encoder.encode(name), rows }));
  entries.sort((one, other) => compareBytes(one.name, other.name));
  const names = createWriter();
  const index: number[] = [];
  const chunks: Uint8Array[] = [];
  let rows = createWriter();
  let before: Uint8Array = new Uint8Array();
  entries.forEach((entry, place) => {
    if (place % namesPerBlock === 0) {
      if (rows.length >= chunkLength) {
        chunks.push(deflate(rows.take()));
        rows = createWriter();
      }
      index.push(names.length, chunks.length, rows.length);
      before = new Uint8Array();
    }
    const shared = sharedLength(before, entry.name);
    names.varint(shared);
    names.varint(entry.name.length - shared);
    names.bytes(entry.name.subarray(shared));
    before = entry.name;
    const [only = '', ...more] = entry.rows;
    if (more.length === 0 && !only.startsWith('[')) {
      names.varint(0);
      names.varint(Number(only));
    } else {
      const text = encoder.encode(`[${entry.rows.join(',')}]`);
      names.varint(text.length);
      rows.bytes(text);
    }
  });
  if (rows.length > 0) chunks.push(deflate(rows.take()));
  const head: ShardHead = {
    ...about,
    blocks: index.length / 3,
    names: names.length,
    chunks: chunks.map(({ length }) => length),
  };
  const text = encoder.encode(JSON.stringify(head));
  const whole = createWriter();
  whole.bytes(encoder.encode(magic));
  whole.fixed(text.length);
  whole.bytes(text);
  for (const number of index) whole.fixed(number);
  whole.bytes(names.take());
  for (const chunk of chunks) whole.bytes(chunk);
  return whole.take();
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shared = sharedLength(one, other);
  return shared === one.length || shared === other.length ? one.length - other.length : one[shared]! - other[shared]!;
}

function sharedLength(one: Uint8Array, other: Uint8Array): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** Bytes that grow. */
function createWriter() {
  let buffer = new Uint8Array(4096);
  let length = 0;
  const room = (more: number) => {
    if (length + more <= buffer.length) return;
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + more));
    grown.set(buffer);
    buffer = grown;
  };
  return {
    get length() {
      return length;
    },
    bytes(piece: Uint8Array) {
      room(piece.length);
      buffer.set(piece, length);
      length += piece.length;
    },
    /** Seven bits a byte, the least first; up to 2^53. */
    varint(number: number) {
      room(8);
      let rest = number;
      for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[length++] = 128 + (rest % 128);
      buffer[length++] = rest;
    },
    fixed(number: number) {
      room(4);
      new DataView(buffer.buffer).setUint32(length, number, true);
      length += 4;
    },
    take: () => buffer.subarray(0, length),
  };
}
