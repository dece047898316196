import { join } from 'node:path';
import { hashOf, keyOf, type Lock, type Thing } from '../agents/lock/lock';
import { committedBytes, keptText, putBack } from '../io/lockFile';
import { readTextFile } from '../io/readTextFile';
import type { LockWorld } from './lockedThings';

/** A file that was to be put back, and why it could not be. */
export interface Restored {
  readonly path: string;
  readonly why?: string;
}

/**
 * Puts files, and those of skills, back as they were approved: as they were kept beside the lock, or as git has them. `things` is what
 * stands there now; `path` a file or a folder, or true for all.
 */
export async function restoreLocked(
  world: LockWorld,
  lock: Lock,
  things: readonly Thing[],
  path: string | true,
): Promise<Restored[]> {
  const kept = keptIn(world.root);
  const done: Restored[] = [];
  for (const { path: file, hash } of wantedFiles(world, lock, things)) {
    if (path !== true && file !== path && !file.startsWith(`${path}/`)) continue;
    const content = kept(hash) ?? (await committedBytes(world.root, file, text => hashOf(text) === hash));
    const why =
      content === undefined
        ? 'its approved content is neither in .lockside/locked nor in git'
        : putBack(world.root, file, content);
    done.push({ path: file, ...(why === undefined ? {} : { why }) });
  }
  return done;
}

/** The texts that were kept beside the lock, by their hashes; none that has another hash by now. */
export function keptIn(root: string): (hash: string) => string | undefined {
  return hash => {
    const text = keptText(root, hash);
    return text !== undefined && hashOf(text) === hash ? text : undefined;
  };
}

interface Wanted {
  readonly path: string;
  readonly hash: string;
}

function wantedFiles(world: LockWorld, lock: Lock, things: readonly Thing[]): Iterable<Wanted> {
  const standing = new Map(things.map(thing => [keyOf(thing), thing.hash]));
  const kept = keptIn(world.root);
  const wanted = lock.entries
    .filter(entry => standing.get(keyOf(entry)) !== entry.hash)
    .flatMap(({ kind, id, hash }) =>
      kind === 'file' ? [{ path: id, hash }] : kind === 'skill' ? filesOf(kept(hash)) : [],
    )
    .filter(one => hashOfFile(world, one.path) !== one.hash);
  return new Map(wanted.map(one => [one.path, one])).values();
}

function hashOfFile({ root, maximumFileSize }: LockWorld, path: string): string | undefined {
  const read = readTextFile(join(root, path), maximumFileSize);
  return 'text' in read ? hashOf(read.text) : undefined;
}

function filesOf(skill: string | undefined): Wanted[] {
  return (skill ?? '').split('\n').flatMap(line => {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    return hash !== undefined && path !== undefined ? [{ path, hash }] : [];
  });
}
