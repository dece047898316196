import type { Ecosystem } from '../../core/packages';
import { type Advisories, type AdvisoryRow, isMalicious } from './advisoryRow';
import { openShard } from './openShard';

/** All that is known of advisories here; an ecosystem's are read when its first package is looked up. */
export interface AdvisoryBase {
  rowsOf(ecosystem: Ecosystem, key: string): readonly AdvisoryRow[];
  /** Undefined where nothing is known of an ecosystem. */
  of(ecosystem: Ecosystem): Advisories | undefined;
  /** The ecosystems that were looked up so far. */
  readonly met: ReadonlySet<Ecosystem>;
}

export interface AdvisoryBaseOptions {
  /** The bytes of a shard; undefined where there is none. */
  readShard(ecosystem: Ecosystem): Uint8Array | undefined;
  readonly inflate: (bytes: Uint8Array) => Uint8Array;
  /** What ships with Lockside, for ecosystems that have no shard; its text is loaded late. */
  starter(ecosystem: Ecosystem): Advisories | undefined;
  /** Hears of a shard that can't be read. */
  damaged(ecosystem: Ecosystem): void;
}

/** Advisories from the shards on this machine, and from the starter set where there is none. */
export function createAdvisoryBase(options: AdvisoryBaseOptions): AdvisoryBase {
  const opened = new Map<Ecosystem, Advisories | undefined>();
  const open = (ecosystem: Ecosystem) => {
    const bytes = options.readShard(ecosystem);
    const shard = bytes && openShard(bytes, options.inflate);
    if (bytes && !shard) options.damaged(ecosystem);
    if (!shard) return options.starter(ecosystem);
    const own = options.starter(ecosystem);
    return own ? withKnownAttacks(shard, own) : shard;
  };
  const met = new Set<Ecosystem>();
  const of = (ecosystem: Ecosystem) => {
    if (!opened.has(ecosystem)) opened.set(ecosystem, open(ecosystem));
    return opened.get(ecosystem);
  };
  return {
    met,
    of,
    rowsOf(ecosystem, key) {
      met.add(ecosystem);
      return of(ecosystem)?.rowsOf(key) ?? [];
    },
  };
}

/** A database may be older than an attack, or not have it: then what ships with Lockside says it. */
function withKnownAttacks(shard: Advisories, starter: Advisories): Advisories {
  return {
    ...shard,
    rowsOf(name) {
      const rows = shard.rowsOf(name);
      const attacks = starter.rowsOf(name).filter(isMalicious);
      return attacks.length === 0 || rows.some(isMalicious) ? rows : [...rows, ...attacks];
    },
  };
}
