import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointHash, isSigned, readCheckpoints, type SignedCheckpoint } from './checkpoint';
import { type ReadSegment, readSegment, segmentsIn } from './readTrail';

/** What a verification came to. */
export interface Verification {
  readonly segments: number;
  readonly events: number;
  readonly checkpoints: number;
  /** What proves that somebody has edited, cut or rewritten the trail; empty where nothing does. */
  readonly defects: readonly string[];
  /** What is no proof of it, but worth knowing: a writer that died, segments that no checkpoint holds. */
  readonly notes: readonly string[];
}

/**
 * Follows every chain and checks it against the checkpoints of the trail and those that were kept elsewhere. Without one of these,
 * whoever can write here and sign can rewrite all of it.
 */
export function verifyTrail(folder: string, anchors: readonly SignedCheckpoint[] = []): Verification {
  const segments = new Map(segmentsIn(folder).map(id => [id, readSegment(folder, id)]));
  const checkpoints = readCheckpoints(folder);
  const defects = [
    ...[...segments.values()].flatMap(({ id, defects }) => defects.map(defect => `${id}: ${defect}`)),
    ...[...segments.values()].flatMap(segment => othersDefects(segment, segments)),
    ...unreadLines(folder, checkpoints),
    ...checkpoints.flatMap((signed, index) => checkpointDefects(signed, segments, `checkpoint ${index + 1}`)),
    ...checkpoints.flatMap((signed, index) => orderDefects(signed, checkpoints[index - 1], index)),
    ...anchors.flatMap((signed, index) => [
      ...checkpointDefects(signed, segments, `anchor ${index + 1} of ${signed.checkpoint.time}`),
      ...anchorDefects(signed, checkpoints, index),
    ]),
  ];
  const torn = [...segments.values()]
    .filter(({ torn }) => torn)
    .map(({ id }) => `${id}: its writer died in its last line`);
  const last = new Set(Object.keys((anchors.at(-1) ?? checkpoints.at(-1))?.checkpoint.segments ?? {}));
  const open = [...segments.keys()].filter(id => !last.has(id)).length;
  return {
    segments: segments.size,
    events: [...segments.values()].reduce((sum, { links }) => sum + links.length, 0),
    checkpoints: checkpoints.length,
    defects: [...new Set(defects)],
    notes: [
      ...torn,
      ...(open > 0 ? [`${open} segments came after the last checkpoint: nothing proves their ends`] : []),
    ],
  };
}

/** What a segment saw of others when it began must still be there. */
function othersDefects({ id, header }: ReadSegment, segments: ReadonlyMap<string, ReadSegment>): string[] {
  return Object.entries(header?.others ?? {}).flatMap(([other, head]) => {
    const seen = segments.get(other);
    if (!seen) return [`${other}: the segment is gone, and ${id} has seen it`];
    return head === '' || seen.hashes.includes(head) ? [] : [`${other}: a line is gone or changed that ${id} has seen`];
  });
}

function checkpointDefects(
  signed: SignedCheckpoint,
  segments: ReadonlyMap<string, ReadSegment>,
  name: string,
): string[] {
  if (!isSigned(signed)) return [`${name}: its signature is not one of what it says`];
  return Object.entries(signed.checkpoint.segments).flatMap(([id, { head, lines }]) => {
    const segment = segments.get(id);
    if (!segment) return [`${id}: the segment is gone, and ${name} has it`];
    if (segment.hashes.length < lines) return [`${id}: ${name} has ${lines} lines, there are ${segment.hashes.length}`];
    return segment.hashes[lines - 1] === head ? [] : [`${id}: it is not what ${name} has signed`];
  });
}

function orderDefects(signed: SignedCheckpoint, before: SignedCheckpoint | undefined, index: number): string[] {
  const expected = before ? checkpointHash(before) : '';
  return signed.checkpoint.previous === expected ? [] : [`checkpoint ${index + 1} does not follow the one before it`];
}

function anchorDefects(anchor: SignedCheckpoint, kept: readonly SignedCheckpoint[], index: number): string[] {
  const hash = checkpointHash(anchor);
  const known = kept.some(one => checkpointHash(one) === hash);
  return known ? [] : [`anchor ${index + 1} of ${anchor.checkpoint.time}: the trail has no such checkpoint`];
}

function unreadLines(folder: string, checkpoints: readonly SignedCheckpoint[]): string[] {
  try {
    const lines = readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8').split('\n').filter(Boolean).length;
    return lines === checkpoints.length ? [] : [`${lines - checkpoints.length} lines of the checkpoints are none`];
  } catch {
    return [];
  }
}
