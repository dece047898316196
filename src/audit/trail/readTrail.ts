import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditEvent } from './auditEvent';
import { type Header, hashOf, isCanonical, type Link, trailFormat, unseal } from './chain';
import { readEnd, segmentEnding } from './segment';

/** A segment as it was read. */
export interface ReadSegment {
  readonly id: string;
  readonly header: Header | undefined;
  /** Hashes of all whole lines, in their order: a checkpoint names one of them. */
  readonly hashes: readonly string[];
  readonly links: readonly Link[];
  /** What is wrong with it: a line was changed, taken out or put in. */
  readonly defects: readonly string[];
  /** Set where the last line was cut: its writer died before it was acknowledged. */
  readonly torn: boolean;
}

/** The segments of a trail, by their ids, oldest first. */
export function segmentsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith(segmentEnding))
      .map(name => name.slice(0, -segmentEnding.length))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The hash of the last line of each of the newest segments. */
export function headsIn(folder: string): Map<string, string> {
  return new Map(
    segmentsIn(folder)
      .slice(-32)
      .map(id => [id, headOf(join(folder, id + segmentEnding))]),
  );
}

function headOf(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    return readEnd(descriptor).head;
  } finally {
    closeSync(descriptor);
  }
}

/** Reads a segment and follows its chain. Never throws for what stands in it. */
export function readSegment(folder: string, id: string): ReadSegment {
  const text = readFileSync(join(folder, id + segmentEnding), 'utf8');
  const torn = text !== '' && !text.endsWith('\n');
  const lines = text.split('\n').slice(0, -1);
  const defects: string[] = [];
  const hashes = lines.map(hashOf);
  const header = readHeader(lines[0]);
  if (!header) defects.push('line 1 is no header of a segment');
  else if (header.segment !== id) defects.push(`it is the segment ${header.segment}, under another name`);
  const links = lines.slice(1).flatMap((line, index) => {
    const link = readLink(line);
    if (!link) defects.push(`line ${index + 2} is no event`);
    else if (link.previous !== hashes[index]) defects.push(`line ${index + 2} does not follow line ${index + 1}`);
    return link ?? [];
  });
  return { id, header, hashes, links, defects, torn };
}

/** The events of a segment; those that are sealed only with its key. */
export function eventsOf({ links }: ReadSegment, key?: Uint8Array): AuditEvent[] {
  return links.flatMap(link => {
    if (!('sealed' in link)) {
      const { previous: _, ...event } = link;
      return event;
    }
    return (key && unseal(link, key)) ?? [];
  });
}

/** The events of a trail that are not sealed, oldest first: all, or those of its newest segments up to so many bytes. */
export function readTrail(folder: string, mostBytes = Number.POSITIVE_INFINITY): AuditEvent[] {
  let bytes = 0;
  const newest = segmentsIn(folder)
    .toReversed()
    .filter(id => {
      bytes += statSync(join(folder, id + segmentEnding)).size;
      return bytes <= mostBytes;
    });
  const events = newest.flatMap(id => eventsOf(readSegment(folder, id)));
  return events.sort((one, other) => (one.time < other.time ? -1 : 1));
}

function readHeader(line: string | undefined): Header | undefined {
  const value = parse(line);
  if (value?.format !== trailFormat || typeof value.segment !== 'string') return undefined;
  if (typeof value.others !== 'object' || value.others === null || !isCanonical(line, value)) return undefined;
  return value as unknown as Header;
}

function readLink(line: string): Link | undefined {
  const value = parse(line);
  const isEvent =
    typeof value?.sealed === 'string' || (typeof value?.detector === 'string' && typeof value.action === 'string');
  if (!value || !isEvent || typeof value.previous !== 'string' || !isCanonical(line, value)) return undefined;
  return value as unknown as Link;
}

function parse(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
