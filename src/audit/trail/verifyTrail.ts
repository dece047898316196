import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointHash, isSigned, readCheckpoints, type SegmentEnd, type SignedCheckpoint } from './checkpoint';
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

/** What was kept elsewhere: a signed checkpoint, or the hash of one. */
export type Anchor = SignedCheckpoint | string;

/**
 * Follows every chain and checks it against the checkpoints of the trail and those that were kept elsewhere. Without one of these,
 * whoever can write here and sign can rewrite all of it.
 */
export function verifyTrail(folder: string, anchors: readonly Anchor[] = []): Verification {
  const segments = new Map(segmentsIn(folder).map(id => [id, readSegment(folder, id)]));
  const checkpoints = readCheckpoints(folder);
  const pruned = prunedBy(checkpoints);
  const trail = { segments, pruned };
  const defects = [
    ...[...segments.values()].flatMap(({ id, defects }) => defects.map(defect => `${id}: ${defect}`)),
    ...[...segments.values()].flatMap(segment => othersDefects(segment, trail)),
    ...unreadLines(folder, checkpoints),
    ...checkpoints.flatMap((signed, index) => checkpointDefects(signed, trail, `checkpoint ${index + 1}`)),
    ...checkpoints.flatMap((signed, index) => orderDefects(signed, checkpoints[index - 1], index)),
    ...checkpoints.flatMap(earlyDefects),
    ...anchors.flatMap((anchor, index) => anchorDefects(anchor, checkpoints, trail, `anchor ${index + 1}`)),
  ];
  const torn = [...segments.values()]
    .filter(({ torn }) => torn)
    .map(({ id }) => `${id}: its writer died in its last line`);
  const newest = signedOf(anchors.at(-1), checkpoints) ?? checkpoints.at(-1);
  const last = new Set(Object.keys(newest?.checkpoint.segments ?? {}));
  const open = [...segments.keys()].filter(id => !last.has(id)).length;
  return {
    segments: segments.size,
    events: [...segments.values()].reduce((sum, { links }) => sum + links.length, 0),
    checkpoints: checkpoints.length,
    defects: [...new Set(defects)],
    notes: [
      ...torn,
      ...(pruned.size > 0 ? [`${pruned.size} segments were too old to be kept; signed checkpoints name them`] : []),
      ...(open > 0 ? [`${open} segments came after the last checkpoint: nothing proves their ends`] : []),
    ],
  };
}

interface Trail {
  readonly segments: ReadonlyMap<string, ReadSegment>;
  readonly pruned: ReadonlyMap<string, SegmentEnd>;
}

/** What a segment saw of others when it began must still be there, or have gone as a checkpoint says. */
function othersDefects({ id, header }: ReadSegment, { segments, pruned }: Trail): string[] {
  return Object.entries(header?.others ?? {}).flatMap(([other, head]) => {
    const seen = segments.get(other);
    if (!seen) return pruned.has(other) ? [] : [`${other}: the segment is gone, and ${id} has seen it`];
    return head === '' || seen.hashes.includes(head) ? [] : [`${other}: a line is gone or changed that ${id} has seen`];
  });
}

function checkpointDefects(signed: SignedCheckpoint, { segments, pruned }: Trail, name: string): string[] {
  if (!isSigned(signed)) return [`${name}: its signature is not one of what it says`];
  return Object.entries(signed.checkpoint.segments).flatMap(([id, { head, lines }]) => {
    const segment = segments.get(id);
    if (!segment)
      return (pruned.get(id)?.lines ?? 0) >= lines ? [] : [`${id}: the segment is gone, and ${name} has it`];
    if (segment.hashes.length < lines) return [`${id}: ${name} has ${lines} lines, there are ${segment.hashes.length}`];
    return segment.hashes[lines - 1] === head ? [] : [`${id}: it is not what ${name} has signed`];
  });
}

/** The segments that signed checkpoints let go. */
function prunedBy(checkpoints: readonly SignedCheckpoint[]): Map<string, SegmentEnd> {
  return new Map(checkpoints.filter(isSigned).flatMap(({ checkpoint }) => Object.entries(checkpoint.pruned ?? {})));
}

/** A year at least is what PCI DSS wants kept; whoever lets go of newer ones hides something. */
function earlyDefects({ checkpoint: { time, pruned = {} } }: SignedCheckpoint, index: number): string[] {
  const yearBefore = new Date(Date.parse(time) - 365 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  return Object.keys(pruned)
    .filter(id => id.slice(0, 8) > yearBefore)
    .map(id => `${id}: checkpoint ${index + 1} has let it go before a year was over`);
}

function orderDefects(signed: SignedCheckpoint, before: SignedCheckpoint | undefined, index: number): string[] {
  const expected = before ? checkpointHash(before) : '';
  return signed.checkpoint.previous === expected ? [] : [`checkpoint ${index + 1} does not follow the one before it`];
}

function anchorDefects(anchor: Anchor, kept: readonly SignedCheckpoint[], trail: Trail, name: string): string[] {
  const signed = signedOf(anchor, kept);
  if (!signed) return [`${name}: the trail has no such checkpoint`];
  const named = `${name} of ${signed.checkpoint.time}`;
  const known = kept.some(one => checkpointHash(one) === checkpointHash(signed));
  return [...checkpointDefects(signed, trail, named), ...(known ? [] : [`${named}: the trail has no such checkpoint`])];
}

/** The checkpoint that an anchor stands for. */
function signedOf(anchor: Anchor | undefined, kept: readonly SignedCheckpoint[]): SignedCheckpoint | undefined {
  return typeof anchor === 'string' ? kept.find(one => checkpointHash(one) === anchor) : anchor;
}

function unreadLines(folder: string, checkpoints: readonly SignedCheckpoint[]): string[] {
  try {
    const lines = readFileSync(join(folder, 'checkpoints.jsonl'), 'utf8').split('\n').filter(Boolean).length;
    return lines === checkpoints.length ? [] : [`${lines - checkpoints.length} lines of the checkpoints are none`];
  } catch {
    return [];
  }
}
