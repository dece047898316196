import type { Locked } from '../agents/lock/lock';
import { readToolLists, type ToolList } from '../agents/toolDefinitions/readToolLists';
import { readSeenTools } from '../io/seenTools';

/** The tools that the proxy last saw servers list in a workspace. */
export function seenLists(stateFolder: string, root: string): ToolList[] {
  return readSeenTools(stateFolder, root).flatMap(seen => readToolLists(JSON.stringify(seen)) ?? []);
}

/** Whether an entry is gone where it isn't found: tools of servers that nobody listed, and extensions, are not. */
export function wasLookedFor({ kind, id }: Locked, servers: ReadonlySet<string>): boolean {
  if (kind === 'tool') return [...servers].some(server => id.startsWith(`${server}/`));
  return kind !== 'extension';
}
