import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditRecord, AuditSink } from '../../core/model';
import { type AuditEvent, type Surroundings, toEvent } from './auditEvent';
import { hashOf, trailFormat } from './chain';
import { headsIn } from './readTrail';
import type { SealKey } from './sealKey';
import { beginSegment, continueSegment, type Segment, segmentEnding } from './segment';

export interface TrailOptions {
  /** Where the trail lies; made if need be, for this user alone. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** Set for a process that ends soon, such as a hook: it shares a segment with others of its kind, one at a time under this lock file. */
  readonly exclusively?: <T>(lock: string, work: () => T) => T;
  /** What new segments are sealed with, asked for each of them; undefined for none. Throws where it should be and can't. */
  key?(now: number): SealKey | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** In bytes; a segment that is longer is followed by a new one. */
  readonly rotateAt?: number;
}

export { sealKeyOf } from './sealKey';

/** The trail as one process writes it. */
export interface Trail {
  readonly record: AuditSink;
  /** Why events can't be written at the moment, and how many were not; undefined where all is well. */
  state(): { readonly error: string; readonly lost: number } | undefined;
  close(): void;
}

const defaultRotation = 16 * 1024 * 1024;

/**
 * Opens the trail. Each process that lasts writes a segment of its own, so that none waits for another; each new segment names
 * how far the others had come. Where the disk takes no events, that is a state that is told, and their number is written as soon as
 * it can be.
 */
export function openTrail(options: TrailOptions): Trail {
  const { folder, surroundings, exclusively, now = Date.now } = options;
  let segment: Segment | undefined;
  let failing: { error: string; lost: number } | undefined;
  const write = (events: readonly AuditEvent[]) => {
    if (!segment) mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (exclusively) return exclusively(join(folder, 'lock'), () => appendShared(options, events));
    segment ??= begin(options);
    segment.append(events);
    if (segment.size > (options.rotateAt ?? defaultRotation)) {
      segment.close();
      segment = undefined;
    }
  };
  return {
    record(records) {
      const events = records.map(record => toEvent(record, surroundings, now()));
      const gap = failing ? [toEvent(gapOf(failing.lost), surroundings, now())] : [];
      try {
        write([...gap, ...events]);
        failing = undefined;
      } catch (error) {
        const { message } = error as Error;
        failing = { error: message, lost: (failing?.lost ?? 0) + events.length };
      }
    },
    state: () => failing,
    close() {
      segment?.close();
      segment = undefined;
    },
  };
}

/** The event that says that others are missing before it. */
function gapOf(count: number): AuditRecord {
  return {
    channel: 'audit',
    destination: { kind: 'file', name: 'trail' },
    action: 'log',
    layer: 'default',
    reason: 'events before this one could not be written',
    detector: 'fault/trail-gap',
    fingerprint: '',
    count,
  };
}

function begin(options: TrailOptions, key = options.key?.(options.now?.() ?? Date.now()), name = ''): Segment {
  const { folder, surroundings, now = Date.now } = options;
  const { writer } = surroundings;
  const time = new Date(now()).toISOString();
  const id = name || `${time.replaceAll(/[-:.]/g, '')}-${writer}-${randomBytes(4).toString('hex')}`;
  const header = {
    format: trailFormat,
    segment: id,
    time,
    writer,
    others: Object.fromEntries(headsIn(folder)),
  } as const;
  return beginSegment(folder, key ? { ...header, key: key.wrapped } : header, key?.bytes);
}

/** One segment a day and kind for those that end soon; those that are sealed have the key of the day. */
function appendShared(options: TrailOptions, events: readonly AuditEvent[]): void {
  const { folder, surroundings, now = Date.now, rotateAt = defaultRotation } = options;
  const time = now();
  const key = options.key?.(time);
  const day = new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
  const kind = key ? `sealed${hashOf(key.wrapped).slice(0, 12)}` : 'shared';
  const ofDay = `${day}T-${surroundings.writer}-${kind}`;
  const known = readdirSync(folder)
    .filter(name => name.startsWith(ofDay) && name.endsWith(segmentEnding))
    .sort();
  const last = known.at(-1);
  const open = last !== undefined && statSync(join(folder, last)).size < rotateAt;
  const next = `${ofDay}-${String(known.length).padStart(4, '0')}`;
  const segment = open
    ? continueSegment(folder, last.slice(0, -segmentEnding.length), key?.bytes)
    : begin(options, key, next);
  segment.append(events);
  segment.close();
}
