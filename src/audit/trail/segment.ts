import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AuditEvent } from './auditEvent';
import { canonicalJson, type Header, hashOf, linkEvent } from './chain';

/** What segments' files are called. */
export const segmentEnding = '.trail.jsonl';

/** A file of the trail that one process appends to. */
export interface Segment {
  readonly id: string;
  /** In bytes. */
  readonly size: number;
  /** Writes events; when it returns, they outlive the process. Throws where the disk takes none, and then none of them is written. */
  append(events: readonly AuditEvent[]): void;
  /** Makes what was written outlive a power failure, too. */
  close(): void;
}

/** Begins a segment with its header. It gets its name when that is whole: whoever dies before leaves no segment. */
export function beginSegment(folder: string, header: Header, key?: Uint8Array): Segment {
  const file = join(folder, header.segment + segmentEnding);
  const draft = `${file}.${process.pid}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  try {
    const segment = writeTo(descriptor, header.segment, '', canonicalJson(header), key);
    renameSync(draft, file);
    return segment;
  } catch (error) {
    closeSync(descriptor);
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Goes on with a segment where it ends; a last line that was cut is taken away, for it was never acknowledged. */
export function continueSegment(folder: string, segment: string, key?: Uint8Array): Segment {
  const descriptor = openSync(join(folder, segment + segmentEnding), 'r+', 0o600);
  const { head, size } = readEnd(descriptor);
  ftruncateSync(descriptor, size);
  return writeTo(descriptor, segment, head, undefined, key);
}

function writeTo(
  descriptor: number,
  id: string,
  reached: string,
  header: string | undefined,
  key?: Uint8Array,
): Segment {
  let size = fstatSync(descriptor).size;
  let head = reached;
  const write = (added: readonly string[], last: string) => {
    const bytes = Buffer.from(`${added.join('\n')}\n`);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, size + at);
    } catch (error) {
      // Half a line would break the chain for whatever comes after.
      ftruncateSync(descriptor, size);
      throw error;
    }
    size += bytes.length;
    head = last;
  };
  if (header !== undefined) write([header], hashOf(header));
  return {
    id,
    get size() {
      return size;
    },
    append(events) {
      let previous = head;
      const added = events.map(event => {
        const line = linkEvent(event, previous, key);
        previous = hashOf(line);
        return line;
      });
      if (added.length > 0) write(added, previous);
    },
    close() {
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}

/** The hash of the last whole line (empty where there is none), and how many bytes there are up to its end. */
export function readEnd(descriptor: number): { head: string; size: number } {
  const { size } = fstatSync(descriptor);
  for (let length = Math.min(size, 64 * 1024); ; length = Math.min(size, 16 * length)) {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, size - length);
    const end = bytes.lastIndexOf(newline);
    const start = end < 1 ? -1 : bytes.lastIndexOf(newline, end - 1);
    if (start < 0 && length < size) continue;
    if (end < 0) return { head: '', size: 0 };
    return { head: hashOf(bytes.toString('utf8', start + 1, end)), size: size - length + end + 1 };
  }
}

const newline = 10;
