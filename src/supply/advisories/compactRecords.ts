import type { Ecosystem } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { compareIn } from './compareIn';
import { createShardBuilder } from './encodeShard';
import { readOsvRecord } from './readOsvRecord';

/** What came of an ecosystem's records. */
export interface Compacted {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** Makes a shard out of OSV's records of one ecosystem, one after the other, so that never all of them are in memory. */
export async function compactRecords(
  ecosystem: Ecosystem,
  records: AsyncIterable<unknown>,
  deflate: (bytes: Uint8Array) => Uint8Array,
): Promise<Compacted> {
  const builder = createShardBuilder();
  for await (const record of records) {
    const modified = dateOf(record);
    for (const one of readOsvRecord(record, compareIn))
      if (one.ecosystem === ecosystem) builder.add(one.name, one.row, modified);
  }
  return { bytes: builder.encode(ecosystem, deflate), count: builder.count };
}

/** When a record was last changed; databases that don't know write the year 1. */
function dateOf(record: unknown): string {
  const { modified, published } = fieldsOf(record);
  return [modified, published].map(one => textOf(one) ?? '').reduce((one, other) => (one > other ? one : other));
}
