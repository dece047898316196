import { type ArchiveKind, archiveHead, archiveKind } from './archiveKind';
import { isBinary, megabytes } from './readTextFile';

/** What opening one archive may cost; sizes are unpacked bytes. */
export interface ArchiveLimits {
  /** Of one text in it. */
  readonly file: number;
  /** Of one archive in it, which is held in memory. */
  readonly nested: number;
  readonly total: number;
  readonly files: number;
  /** How deep archives may stand in one another; 1 is the outermost. */
  readonly depth: number;
  readonly milliseconds: number;
}

/** Enough for a large application; a bomb ends there. */
export const archiveLimits: Omit<ArchiveLimits, 'file'> = {
  nested: 64 * 1024 * 1024,
  total: 1024 * 1024 * 1024,
  files: 100_000,
  depth: 2,
  milliseconds: 120_000,
};

/** What is left of the limits, for an archive and all that is in it. */
export interface ArchiveBudget {
  readonly limits: ArchiveLimits;
  /** Counts a file; throws where there are too many. */
  count(): void;
  /** Counts unpacked bytes; throws where they are too many, or took too long. */
  take(bytes: number): void;
  /** Why it threw. */
  spent(): { readonly code: 'too-large' | 'timeout'; readonly message: string } | undefined;
}

/** A budget that begins now. */
export function createBudget(limits: ArchiveLimits): ArchiveBudget {
  const end = performance.now() + limits.milliseconds;
  let files = 0;
  let total = 0;
  let reason: ReturnType<ArchiveBudget['spent']>;
  const stop = (code: 'too-large' | 'timeout', what: string): never => {
    reason ??= { code, message: `${what}: the rest was not scanned` };
    throw new Error(what);
  };
  return {
    limits,
    count() {
      if (++files > limits.files) stop('too-large', `an archive of more than ${limits.files} files`);
    },
    take(bytes) {
      total += bytes;
      if (total > limits.total) stop('too-large', `an archive of more than ${megabytes(limits.total)} unpacked`);
      if (performance.now() > end) stop('timeout', `unpacking took longer than ${limits.milliseconds / 1000} seconds`);
    },
    spent: () => reason,
  };
}

/** What came of one file in an archive. */
export type Taken =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly archive?: ArchiveKind }
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly limit: number };

export interface Collector {
  /** Takes a piece; false where no further one can change the outcome. */
  push(piece: Buffer): boolean;
  end(): Taken;
}

/** Gathers one file's pieces. It holds no more than its limit, and nothing of what is neither a text nor an archive. */
export function createCollector(budget: ArchiveBudget): Collector {
  let pieces: Buffer[] = [];
  let length = 0;
  let outcome: Taken | undefined;
  const head = () => {
    if (pieces.length > 1) pieces = [Buffer.concat(pieces)];
    return pieces[0] ?? Buffer.alloc(0);
  };
  let archive: ArchiveKind | undefined;
  let sniffed = false;
  const sniff = () => {
    archive = archiveKind(head());
    if (!archive && isBinary(head())) outcome = { kind: 'binary' };
  };
  return {
    push(piece) {
      budget.take(piece.length);
      if (outcome) return false;
      pieces.push(piece);
      length += piece.length;
      if (!sniffed && length >= sniffLength) {
        sniffed = true;
        sniff();
      }
      const limit = archive ? budget.limits.nested : budget.limits.file;
      if (!outcome && length > limit && length > archiveHead) outcome = { kind: 'too-large', limit };
      if (outcome) pieces = [];
      return !outcome;
    },
    end() {
      if (!outcome && !sniffed) sniff();
      return outcome ?? { kind: 'bytes', bytes: head(), archive };
    },
  };
}

/** Gathers a stream; what isn't needed of it is not read. */
export async function collect(stream: AsyncIterable<Buffer>, budget: ArchiveBudget): Promise<Taken> {
  const collector = createCollector(budget);
  for await (const piece of stream) if (!collector.push(piece)) break;
  return collector.end();
}

/** Where `isBinary` looks. */
const sniffLength = 8000;
