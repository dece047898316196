import { structuredPatch } from 'diff';
import { printable } from '../../core/printable';
import { keyOf, type Lock, type Locked, lockedOf, type Thing } from './lock';

/** What differs from what was approved: pending until a person approves it. */
export type Change =
  | { readonly change: 'added'; readonly thing: Thing; readonly before?: undefined }
  | { readonly change: 'changed'; readonly thing: Thing; readonly before: Locked }
  | { readonly change: 'removed'; readonly thing?: undefined; readonly before: Locked };

/**
 * How things differ from the lock, in the lock's order. `looked` says of an entry that nothing was found for whether anybody looked:
 * a server that isn't running has not lost its tools.
 */
export function changesOf(
  lock: Lock,
  things: readonly Thing[],
  looked: (entry: Locked) => boolean = () => true,
): Change[] {
  const locked = new Map(lock.entries.map(entry => [keyOf(entry), entry]));
  const present = new Set(things.map(keyOf));
  const found: Change[] = things.flatMap((thing): Change[] => {
    const before = locked.get(keyOf(thing));
    if (!before) return [{ change: 'added', thing }];
    return before.hash === thing.hash ? [] : [{ change: 'changed', thing, before }];
  });
  for (const before of lock.entries)
    if (!present.has(keyOf(before)) && looked(before)) found.push({ change: 'removed', before });
  return found.sort((a, b) => (keyOf(subjectOf(a)) < keyOf(subjectOf(b)) ? -1 : 1));
}

/** The lock with one change approved. */
export function approve(lock: Lock, change: Change, by: string, on: string): Lock {
  const key = keyOf(subjectOf(change));
  const others = lock.entries.filter(entry => keyOf(entry) !== key);
  return { entries: change.thing ? [...others, lockedOf(change.thing, by, on)] : others };
}

/** What a change is about. */
export function subjectOf({ thing, before }: Change): Thing | Locked {
  return (thing ?? before) as Thing | Locked;
}

/** One line about a change, for a person. */
export function describeChange(change: Change): string {
  const { kind, id } = subjectOf(change);
  const was = change.before?.says;
  const is = change.thing?.says;
  const name = `${kindNames[kind]} ${id}`;
  if (change.change === 'added') return printable(`new: ${name}${is === undefined ? '' : ` (${is})`}`);
  if (change.change === 'removed') return printable(`gone: ${name}${was === undefined ? '' : ` (${was})`}`);
  const from = is !== undefined && was !== undefined && is !== was ? `, from ${was} to ${is}` : '';
  const { by, on } = change.before;
  return printable(`changed: ${name}${from}; approved by ${by} on ${on}`);
}

const kindNames = { file: 'file', skill: 'skill', item: 'entry', tool: 'tool', extension: 'extension' } as const;

/**
 * The lines that differ, each with `+`, `-` or a blank before it, and with control characters spelled out; empty where a text isn't
 * known. `textOf` gives what has a hash.
 */
export function diffOf(change: Change, textOf: (hash: string) => string | undefined): string[] {
  const before = change.before ? textOf(change.before.hash) : '';
  const after = change.thing ? change.thing.text : '';
  if (before === undefined || after === undefined) return [];
  const patch = structuredPatch('', '', before.slice(0, longest), after.slice(0, longest), '', '', {
    context: 2,
    timeout: 2000,
    maxEditLength: 5000,
  });
  if (!patch) return ['(too much has changed to show it line by line)'];
  const lines = patch.hunks.flatMap(({ lines }) => ['@@', ...lines]).filter(line => !line.startsWith('\\'));
  return lines.slice(0, mostLines).map(printable);
}

const longest = 1_000_000;
const mostLines = 400;
