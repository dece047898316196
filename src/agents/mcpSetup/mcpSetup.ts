import { fieldsOf, readConfig } from '../launch/readConfig';
import type { SetupWorld } from '../setup/hookSetup';
import { ownProgram, ownProgramText } from '../setup/scripts';
import { type Change, mcpRecords, type Plan, scriptChange } from '../setup/setup';
import { type McpClient, type McpPlace, mcpClients, placesOf } from './mcpPlaces';
import { type ServerState, serversIn, unwrapServers, wrapServers } from './wrapServers';

/** How the servers of a file stand. */
export interface McpState {
  readonly client: string;
  readonly file: string;
  readonly servers: readonly ServerState[];
}

/**
 * What starts each server of a client by us. `root` is given where the project's own files are meant as well; `even` is set for servers
 * behind an address that a client may have to log in to.
 */
export function planMcpSetup(world: SetupWorld, name: string, root?: string, even = false): Plan {
  const client = mcpClients.find(it => it.name === name);
  if (!client) return noClient(name);
  const program = ownProgram(world);
  const changes: Change[] = [];
  const next: string[] = [];
  for (const place of standing(client, world, root)) {
    const done = wrapServers(place.before, place, program, even);
    if ('error' in done) return { error: `${place.file} was left as it is: ${done.error}` };
    for (const { name: server, why, login } of done.left)
      next.push(
        `${server} was left as it is: ${why}.${login ? ' `lockside mcp setup --remote` changes it all the same.' : ''}`,
      );
    if (done.names.length === 0) continue;
    changes.push({
      file: place.file,
      before: place.before,
      after: done.text,
      shown: done.names.map(
        one => `${one}: lockside mcp --name ${one} ${done.reached.includes(one) ? '--stdio' : '-- …'}`,
      ),
    });
    if (place.shared) next.push(`${place.file} is the project's: whoever shares it needs Lockside at ${program}.`);
  }
  if (changes.length === 0) return { changes, next };
  const files = [...new Set([...wrappedFiles(world), ...changes.map(({ file }) => file)])];
  return {
    changes: [...scriptChange(world, program, ownProgramText(world)), recordChange(world, files), ...changes],
    next,
  };
}

/** What takes exactly that out again; from the project's files too. */
export function planMcpUndo(world: SetupWorld, name: string, root: string): Plan {
  const client = mcpClients.find(it => it.name === name);
  if (!client) return noClient(name);
  const changes: Change[] = [];
  for (const place of standing(client, world, root)) {
    const done = unwrapServers(place.before, place);
    if ('error' in done) return { error: `${place.file} was left as it is: ${done.error}` };
    if (done.names.length > 0)
      changes.push({ file: place.file, before: place.before, after: done.text, shown: done.names });
  }
  if (changes.length === 0) return { changes, next: [] };
  const left = wrappedFiles(world).filter(file => changes.every(change => change.file !== file));
  return { changes: [...changes, recordChange(world, left)], next: [] };
}

/** All files of all clients in which servers stand. */
export function mcpStates(world: SetupWorld, root: string): McpState[] {
  return mcpClients.flatMap(client =>
    standing(client, world, root).flatMap(({ file, before, ...tables }) => {
      const servers = serversIn(before, tables);
      return servers.length === 0 ? [] : [{ client: client.name, file, servers }];
    }),
  );
}

/** The files that start servers by our own program, which therefore stays. */
function wrappedFiles(world: Pick<SetupWorld, 'records' | 'read'>): string[] {
  const { files } = fieldsOf(readConfig('mcp-setup.json', world.read(mcpRecords(world))));
  return Array.isArray(files) ? files.filter(it => typeof it === 'string') : [];
}

function standing(
  client: McpClient,
  world: SetupWorld,
  root: string | undefined,
): (McpPlace & { readonly before: string })[] {
  return placesOf(client, world, root).flatMap(place => {
    const before = world.read(place.file);
    return before === undefined ? [] : [{ ...place, before }];
  });
}

function noClient(name: string): Plan {
  return { error: `there is no client "${name}"; there are: ${mcpClients.map(it => it.name).join(', ')}` };
}

function recordChange(world: SetupWorld, files: readonly string[]): Change {
  const file = mcpRecords(world);
  const after = files.length > 0 ? `${JSON.stringify({ files }, null, 2)}\n` : undefined;
  return { file, before: world.read(file), after, shown: [] };
}
