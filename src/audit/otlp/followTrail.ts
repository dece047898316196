import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { trailFormat } from '../trail/chain';
import { eventOf, idOf } from '../trail/readEntries';
import { segmentsIn } from '../trail/readTrail';
import { segmentEnding } from '../trail/segment';
import type { Otlp, Outgoing } from './openOtlp';

export interface FollowOptions {
  readonly folder: string;
  /** Where it stands how far of each segment the collector has got; all processes of this user share it. */
  readonly cursorFile: string;
  readonly otlp: Pick<Otlp, 'send'>;
  /** Does work while no other process that follows the same trail does. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Hears why a collector takes nothing, once until it takes something again. */
  tell?(message: string): void;
  /** Milliseconds between looks; the longest of waits after a failure is sixty times as much. */
  readonly interval?: number;
}

/** What follows the trail. */
export interface Follower {
  /** Sends what is there now: resolves to how many were sent, or to why they weren't. */
  flush(): Promise<{ readonly sent: number } | { readonly error: string }>;
  stop(): void;
}

/**
 * Sends what comes to the trail to a collector. The trail itself is the buffer: a cursor moves on when the collector has taken a
 * batch, so that nothing is lost while there is no network, and only a batch whose answer got lost arrives twice (with the same
 * `event.id`). Decisions never wait for it.
 */
export function followTrail(options: FollowOptions): Follower {
  const { interval = 5000, tell = () => undefined } = options;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    let sent = 0;
    for (;;) {
      const round = await options.exclusively(() => sendBatch(options)).catch(error => ({ error: errorOf(error) }));
      if ('error' in round) return round;
      sent += round.sent;
      if (round.sent === 0 || stopped) return { sent };
    }
  };
  const again = () => {
    if (stopped) return;
    const wait = Math.min(interval * 2 ** failures, interval * 60);
    timer = setTimeout(async () => {
      const result = await flush();
      if ('error' in result && failures++ === 0) tell(`the audit trail is not exported for now: ${result.error}`);
      if ('sent' in result) failures = 0;
      again();
    }, wait);
    // A process that has nothing else to do may end: the next one goes on.
    timer.unref();
  };
  again();
  return {
    flush,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Bytes of a segment that are read at once, and sent as one batch. */
const piece = 256 * 1024;

async function sendBatch({ folder, cursorFile, otlp }: FollowOptions): Promise<{ sent: number } | { error: string }> {
  const cursors = readCursors(cursorFile);
  const segments = segmentsIn(folder);
  const batch: Outgoing[] = [];
  const reached: Record<string, number> = {};
  let bytes = 0;
  for (const segment of segments) {
    const at = cursors[segment] ?? 0;
    const read = bytes < piece ? readLines(join(folder, segment + segmentEnding), at) : undefined;
    bytes += (read?.end ?? at) - at;
    reached[segment] = read?.end ?? at;
    for (const line of read?.lines ?? []) batch.push(...outgoing(segment, line));
  }
  if (bytes === 0) return { sent: 0 };
  const error = batch.length > 0 ? await otlp.send(batch) : undefined;
  if (error !== undefined) return { error };
  writeCursors(cursorFile, reached);
  // A batch may hold nothing but a header; there may be more behind it all the same.
  return { sent: Math.max(1, batch.length) };
}

/** What a line says to a collector; sealed events stay sealed, for whoever has the key to open there. */
function outgoing(segment: string, line: string): Outgoing[] {
  const link = parse(line);
  if (!link) return [];
  const { time } = link;
  if (typeof time !== 'string' || Number.isNaN(Date.parse(time))) return [];
  if (link.format === trailFormat)
    return typeof link.key === 'string'
      ? [{ name: 'lockside.segment', time, attributes: { 'lockside.segment': segment, 'lockside.key': link.key } }]
      : [];
  if (typeof link.sealed === 'string')
    return [
      { name: 'lockside.sealed', time, attributes: { 'lockside.segment': segment, 'lockside.sealed': link.sealed } },
    ];
  const event = typeof link.detector === 'string' && eventOf(link as never);
  return event ? [{ id: idOf(link as never), segment, event }] : [];
}

/** Whole lines from a place on, and where they end. A place beyond the end is one of a file that was cut: it is read anew. */
function readLines(file: string, from: number): { lines: string[]; end: number } {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const start = from > size ? 0 : from;
    for (let length = Math.min(piece, size - start); ; length = Math.min(length * 4, size - start)) {
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, start);
      const end = bytes.lastIndexOf(10) + 1;
      if (end === 0 && length < size - start) continue;
      return { lines: bytes.toString('utf8', 0, end).split('\n').slice(0, -1), end: start + end };
    }
  } finally {
    closeSync(descriptor);
  }
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

type Cursors = Readonly<Record<string, number>>;

/** A file that can't be read is as good as none: all of it goes out again, under the same ids. */
function readCursors(file: string): Cursors {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, at]) => Number.isSafeInteger(at) && at >= 0));
  } catch {
    return {};
  }
}

function writeCursors(file: string, cursors: Cursors): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(cursors), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function errorOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
