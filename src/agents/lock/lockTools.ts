import { printable } from '../../core/printable';
import type { ToolDefinition } from '../toolDefinitions/toolDefinition';
import { keyOf, type Thing, thingOf } from './lock';
import type { ReadLock } from './readLock';

/** The tools of a server as things: each by its whole definition. */
export function toolThings(server: string, tools: readonly ToolDefinition[]): Thing[] {
  return tools.map(tool => thingOf('tool', `${server}/${tool.name}`, tool));
}

/** Whether the servers that no lock knows may be used. */
export type UnlockedServers = 'allow' | 'block';

export interface LockedOut {
  readonly name: string;
  /** A clause for a person. */
  readonly reason: string;
}

/**
 * Which tools of a server may not be used: those that are new or other than approved, and all where the lock can't be read. `lock` is
 * undefined where the workspace has none.
 */
export function judgeLockedTools(
  read: ReadLock | undefined,
  server: string,
  tools: readonly ToolDefinition[],
  unlocked: UnlockedServers,
): LockedOut[] {
  const all = (reason: string) => tools.map(({ name }) => ({ name, reason }));
  if (read?.fault) return all(`lockside.lock can't be read: ${printable(read.fault.message).slice(0, 300)}`);
  const entries = new Map((read?.lock.entries ?? []).map(entry => [keyOf(entry), entry.hash]));
  if (![...entries.keys()].some(key => key.startsWith(`tool ${server}/`)))
    return unlocked === 'allow' ? [] : all('nobody has approved this server: lockside.lock does not have it');
  const twice = new Set(
    tools.filter(({ name }, at) => tools.findIndex(it => it.name === name) !== at).map(({ name }) => name),
  );
  return toolThings(server, tools).flatMap((thing, at) => {
    const { name } = tools[at] as ToolDefinition;
    if (twice.has(name)) return [{ name, reason: 'the server lists it twice' }];
    const approved = entries.get(keyOf(thing));
    if (approved === thing.hash) return [];
    return [
      {
        name,
        reason: approved
          ? 'its definition was changed since it was approved'
          : "it is new since the server's tools were approved",
      },
    ];
  });
}
