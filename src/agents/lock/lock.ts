import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { isTable, type Table } from '../../core/untyped';

/** Kinds of things that are held to what a person approved. */
export const lockedKinds = ['file', 'skill', 'item', 'tool', 'extension'] as const;
export type LockedKind = (typeof lockedKinds)[number];

/** A thing as it is now. */
export interface Thing {
  readonly kind: LockedKind;
  /** A file's or a skill's path, an item's id, `server/tool`, an extension's id. */
  readonly id: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
  /** What it says, for a person to compare; undefined where it isn't text, or holds secrets. */
  readonly text?: string;
  /** One line that tells it apart: what a server is started as, a version. */
  readonly says?: string;
}

/** A thing as it was approved. */
export interface Locked {
  readonly kind: LockedKind;
  readonly id: string;
  readonly hash: string;
  readonly says?: string;
  /** Who approved it, and on which day. */
  readonly by: string;
  readonly on: string;
}

export interface Lock {
  readonly entries: readonly Locked[];
}

/** A thing that is known as a value: its text is the value's JSON with sorted keys, and the hash is that text's. */
export function thingOf(kind: LockedKind, id: string, value: unknown, says?: string): Thing {
  return textThing(kind, id, `${JSON.stringify(sorted(value, 0), null, 2)}\n`, says);
}

export function textThing(kind: LockedKind, id: string, text: string, says?: string): Thing {
  return { kind, id, hash: hashOf(text), text, ...(says === undefined ? {} : { says }) };
}

/** SHA-256 of bytes, or of a text in UTF-8. */
export function hashOf(content: string | Uint8Array): string {
  return bytesToHex(sha256(content));
}

/** What a thing is, approved by somebody on a day. */
export function lockedOf({ kind, id, hash, says }: Thing, by: string, on: string): Locked {
  return { kind, id, hash, ...(says === undefined ? {} : { says }), by, on };
}

/** What makes a thing the same one from one time to the next. */
export function keyOf({ kind, id }: Pick<Locked, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** What stands deeper is left as it is: JSON's own order then counts. */
const deepest = 200;

function sorted(value: unknown, depth: number): unknown {
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map(item => sorted(item, depth + 1));
  if (!isTable(value)) return value;
  // Without a prototype, a key such as `__proto__` is a key like any other.
  const made: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value as Table).sort()) made[key] = sorted((value as Table)[key], depth + 1);
  return made;
}
