import { dirname } from 'node:path';
import { agentPlaces, readAgentFile } from '../agents/inventory/inventory';
import { hashOf, keyOf, type Thing } from '../agents/lock/lock';
import { toolThings } from '../agents/lock/lockTools';
import { fileThings, skillThing } from '../agents/lock/workspaceThings';
import type { ToolList } from '../agents/toolDefinitions/readToolLists';
import type { Fault } from '../core/model';
import type { Scanner } from '../core/scan';
import { agentFilesInSteps } from '../io/agentFiles';
import { pathFrom } from '../io/pathFrom';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';

/** The workspace that a lock is kept in. */
export interface LockWorld {
  readonly root: string;
  readonly guard: { readonly scanner: Scanner };
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** In bytes. */
  readonly maximumFileSize: number;
}

export interface LockedThings {
  readonly things: readonly Thing[];
  /** What could not be read: nothing is locked or checked as long as there is such a thing. */
  readonly faults: readonly Fault[];
}

/** Everything of a workspace that the lock is about, as it stands now. Nothing is started. */
export function lockedThings(world: LockWorld, lists: readonly ToolList[]): LockedThings {
  const steps = lockedThingsInSteps(world, lists);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same for whoever shares a thread: yields now and then, so that others can have a turn. */
export function* lockedThingsInSteps(
  world: LockWorld,
  lists: readonly ToolList[],
): Generator<undefined, LockedThings, void> {
  const { root, guard, today } = world;
  const { scanner } = guard;
  const scan = (text: string, source: { readonly path?: string }) => scanner.scan(text, source);
  const isClean = (text: string, path: string) =>
    scan(text, { path }).findings.every(({ kind, harmless }) => kind !== 'secret' || harmless === true);
  const ports = { today, fingerprint: scanner.fingerprint, scan };
  const things: Thing[] = [];
  const faults: Fault[] = [];
  const display = (file: string) => pathFrom(root, file) || '.';
  for (const read of agentFilesInSteps({ places: agentPlaces, folders: [root], display })) {
    yield undefined;
    if (!read) continue;
    if ('fault' in read) {
      faults.push(read.fault);
      continue;
    }
    const { file, absolute, referenced } = read;
    const { items } = readAgentFile(file, ports, referenced);
    things.push(...fileThings(file, items, isClean(file.text, file.path)));
    if (/(?:^|\/)SKILL\.md$/.test(file.path)) things.push(skillAt(dirname(absolute), world, faults));
  }
  for (const { server = 'server', tools } of lists)
    for (const thing of toolThings(server, tools))
      things.push(isClean(thing.text ?? '', '') ? thing : { kind: thing.kind, id: thing.id, hash: thing.hash });
  return { things: [...new Map(things.map(thing => [keyOf(thing), thing])).values()], faults };
}

/** All files of the folder, what is ignored by git too: an agent would read it. */
function skillAt(folder: string, { root, maximumFileSize }: LockWorld, faults: Fault[]): Thing {
  const files: { path: string; hash: string }[] = [];
  for (const walked of walkFiles([folder], root)) {
    if (walked.fault) {
      faults.push(walked.fault);
      continue;
    }
    const path = pathFrom(root, walked.file);
    const read = readTextFile(walked.file, maximumFileSize);
    // What is no text is told by its being there: a skill that brings a binary is looked at anyway.
    files.push({ path, hash: 'text' in read ? hashOf(read.text) : hashOf(`no text: ${path}`) });
  }
  return skillThing(pathFrom(root, folder), files);
}
