import { dirname, join } from 'node:path';
import { agentPlaces, readAgentFile } from '../agents/inventory/inventory';
import { hashOf, type Thing } from '../agents/lock/lock';
import { toolThings } from '../agents/lock/lockTools';
import { fileThings, skillThing } from '../agents/lock/workspaceThings';
import type { ToolList } from '../agents/toolDefinitions/readToolLists';
import type { Fault } from '../core/model';
import { agentFiles } from '../io/agentFiles';
import type { Workspace } from '../io/openWorkspace';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';
import { displayed } from './displayed';

export interface LockedThings {
  readonly things: readonly Thing[];
  /** What could not be read: nothing is locked or checked as long as there is such a thing. */
  readonly faults: readonly Fault[];
}

/** Everything of a workspace that the lock is about, as it stands now. Nothing is started. */
export function lockedThings(workspace: Workspace, lists: readonly ToolList[]): LockedThings {
  const { root, guard, today } = workspace;
  const { scanner } = guard;
  const scan = (text: string, source: { readonly path?: string }) => scanner.scan(text, source);
  const isClean = (text: string, path: string) =>
    scan(text, { path }).findings.every(({ kind, harmless }) => kind !== 'secret' || harmless === true);
  const ports = { today, fingerprint: scanner.fingerprint, scan };
  const things: Thing[] = [];
  const faults: Fault[] = [];
  for (const read of agentFiles({ places: agentPlaces, folders: [root], display: file => displayed(file, root) })) {
    if ('fault' in read) {
      faults.push(read.fault);
      continue;
    }
    const { file, absolute, referenced } = read;
    const { items } = readAgentFile(file, ports, referenced);
    things.push(...fileThings(file, items, isClean(file.text, file.path)));
    if (/(?:^|\/)SKILL\.md$/.test(file.path)) things.push(skillAt(dirname(absolute), workspace, faults));
  }
  for (const { server = 'server', tools } of lists)
    for (const thing of toolThings(server, tools))
      things.push(isClean(thing.text ?? '', '') ? thing : { kind: thing.kind, id: thing.id, hash: thing.hash });
  return { things: [...new Map(things.map(thing => [`${thing.kind} ${thing.id}`, thing])).values()], faults };
}

/** All files of the folder, what is ignored by git too: an agent would read it. */
function skillAt(folder: string, workspace: Workspace, faults: Fault[]): Thing {
  const files: { path: string; hash: string }[] = [];
  for (const walked of walkFiles([folder], workspace.root)) {
    if (walked.fault) {
      faults.push(walked.fault);
      continue;
    }
    const path = workspace.pathOf(walked.file);
    const read = readTextFile(join(walked.file), workspace.maximumFileSize);
    // What is no text is told by its being there: a skill that brings a binary is looked at anyway.
    files.push({ path, hash: 'text' in read ? hashOf(read.text) : hashOf(`no text: ${path}`) });
  }
  return skillThing(workspace.pathOf(folder), files);
}
