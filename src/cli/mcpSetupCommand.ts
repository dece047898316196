import { mcpClients } from '../agents/mcpSetup/mcpPlaces';
import { mcpStates, planMcpSetup, planMcpUndo } from '../agents/mcpSetup/mcpSetup';
import type { Plan } from '../agents/setup/setup';
import { printable } from '../core/printable';
import { findRoot } from '../io/findRoot';
import { write } from '../io/output';
import { applyChanges, openSetupWorld } from '../io/setupFiles';
import { ownFile } from './setupCommand';

export interface McpSetupOptions {
  readonly undo?: boolean;
  readonly dryRun?: boolean;
  readonly project?: boolean;
  readonly remote?: boolean;
}

/** Has clients start their MCP servers by `lockside mcp`, or takes that out again; without a client, all that have servers. */
export async function mcpSetupCommand(client: string | undefined, options: McpSetupOptions): Promise<number> {
  const world = openSetupWorld(ownFile());
  const root = findRoot(process.cwd());
  let code = 0;
  let told = false;
  for (const name of client === undefined ? mcpClients.map(it => it.name) : [client]) {
    const plan = options.undo
      ? planMcpUndo(world, name, root)
      : planMcpSetup(world, name, options.project ? root : undefined, options.remote);
    const fault = 'error' in plan ? plan.error : options.dryRun ? undefined : applyChanges(plan.changes);
    if (fault !== undefined) {
      process.stderr.write(`lockside: ${name}: ${printable(fault)}\n`);
      code = 2;
      continue;
    }
    const said = report(name, plan, options, client !== undefined);
    told ||= said !== '';
    await write(process.stdout, said);
  }
  if (!told && code === 0) await write(process.stdout, 'There is nothing to do: no client here has such servers.\n');
  return code;
}

/** How each client's servers are started. */
export async function mcpStatusCommand(): Promise<number> {
  const states = mcpStates(openSetupWorld(ownFile()), findRoot(process.cwd()));
  const lines = states.flatMap(({ client, file, servers }) => [
    `${client}  ${file}`,
    ...servers.map(
      ({ name, wrapped, remote, left }) =>
        `  ${wrapped ? 'guarded' : remote ? 'remote, not guarded' : 'not guarded'}  ${name}${left ? ` (${left.why})` : ''}`,
    ),
  ]);
  const text = lines.length === 0 ? ['No client here has MCP servers.'] : lines;
  await write(process.stdout, `${text.map(printable).join('\n')}\n`);
  return 0;
}

function report(name: string, plan: Plan, { undo, dryRun }: McpSetupOptions, asked: boolean): string {
  if ('error' in plan) return '';
  const { changes, next } = plan;
  if (changes.length === 0 && next.length === 0 && !asked) return '';
  const sign = undo ? '-' : '+';
  const files = changes
    .filter(({ shown }) => shown.length > 0)
    .flatMap(({ file, shown }) => [`  changed ${file}`, ...shown.map(line => `  ${sign} ${line}`)]);
  const nothing = undo ? 'was not set up' : 'has nothing to be set up';
  const done = undo ? 'is as it was before' : 'starts its servers by Lockside';
  const head = `${name} ${changes.length === 0 ? nothing : dryRun ? 'would be changed like this' : done}`;
  return `${[head, ...files, ...next.map(one => `  ${one}`)].map(printable).join('\n')}\n`;
}
