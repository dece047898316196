import type { AuditEvent } from './auditEvent';
import { hashOf, type Link, unseal } from './chain';
import { readSegment, segmentsIn } from './readTrail';

/** An event, and what tells it from all others: the hash of its line. */
export interface Entry {
  readonly id: string;
  readonly segment: string;
  readonly event: AuditEvent;
}

/** What opens a segment's key, as its header has it; undefined where none of the reader's identities does. */
export type Unwrap = (wrapped: string) => Promise<Uint8Array | undefined>;

export interface ReadOptions {
  /** ISO 8601; events before it are left out. */
  readonly since?: string;
  /** For segments that are sealed; without it, and where it can't, their events are left out and counted. */
  readonly unwrap?: Unwrap;
  /** Hears of events that could not be read. */
  closed?(segment: string, count: number): void;
}

/** The events of a trail, segment by segment, so that no more than one of these is in memory. */
export async function* readEntries(folder: string, options: ReadOptions = {}): AsyncGenerator<Entry> {
  const { since = '', unwrap, closed } = options;
  for (const segment of segmentsIn(folder)) {
    const { header, links } = readSegment(folder, segment);
    const key = header?.key === undefined ? undefined : await unwrap?.(header.key);
    let missing = 0;
    for (const link of links) {
      const event = eventOf(link, key);
      if (!event) missing++;
      else if (event.time >= since) yield { id: idOf(link), segment, event };
    }
    if (missing > 0) closed?.(segment, missing);
  }
}

/** The event that a line holds; undefined where it is sealed to another key. */
export function eventOf(link: Link, key?: Uint8Array): AuditEvent | undefined {
  if ('sealed' in link) return key && unseal(link, key);
  const { previous: _, ...event } = link;
  return event;
}

/** What tells a line from all others, the same one each time: `previous` differs from line to line. */
export function idOf(link: Link): string {
  return hashOf(`${link.previous}\0${'sealed' in link ? link.sealed : `${link.time}${link.detector}`}`).slice(0, 32);
}
