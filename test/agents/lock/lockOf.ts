import { type Lock, lockedOf, type Thing } from '../../../src/agents/lock/lock';

/** What the things are, approved by somebody on a day. */
export function lockOf(things: readonly Thing[], by: string, on: string): Lock {
  return { entries: things.map(thing => lockedOf(thing, by, on)) };
}
