import { realpathSync } from 'node:fs';
import { type Plan, planSetup, planUndo, type SetupState, setupNames, setupState } from '../agents/setup/setup';
import { printable } from '../core/printable';
import { write } from '../io/output';
import { applyChanges, openSetupWorld } from '../io/setupFiles';

export interface SetupOptions {
  readonly undo?: boolean;
  readonly gateway?: boolean;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

/** Guards clients for good, or takes that out again; without a client, says how each of them stands. */
export async function setupCommand(name: string | undefined, options: SetupOptions): Promise<number> {
  const world = openSetupWorld(ownFile());
  if (name === undefined && !options.all) {
    await write(
      process.stdout,
      setupNames()
        .map(one => `${tell(setupState(world, one))}\n`)
        .join(''),
    );
    return 0;
  }
  const names = name === undefined ? setupNames().filter(one => concerns(setupState(world, one), options)) : [name];
  if (names.length === 0) await write(process.stdout, 'There is nothing to do: no client is installed.\n');
  let code = 0;
  for (const one of names) {
    const plan = options.undo ? planUndo(world, one) : planSetup(world, one, options.gateway ?? false);
    const fault = 'error' in plan ? plan.error : options.dryRun ? undefined : applyChanges(plan.changes);
    if (fault === undefined) await write(process.stdout, report(one, plan, options));
    else await write(process.stderr, `lockside: ${one}: ${printable(fault)}\n`);
    if (fault !== undefined) code = 2;
  }
  return code;
}

/** The file that runs now, behind the links by which package managers name it. */
export function ownFile(): string {
  return realpathSync(process.argv[1] ?? '');
}

function concerns({ present, hooks, launcher }: SetupState, { undo }: SetupOptions): boolean {
  return undo ? launcher || (hooks !== 'none' && hooks !== 'impossible') : present;
}

function report(name: string, plan: Plan, { undo, dryRun }: SetupOptions): string {
  if ('error' in plan) return '';
  const { changes, next } = plan;
  const sign = undo ? '-' : '+';
  const files = changes.flatMap(({ file, before, after, shown }) => [
    `  ${after === undefined ? 'removed' : before === undefined ? 'made' : 'changed'} ${file}`,
    ...shown.map(line => `  ${sign} ${line}`),
  ]);
  const nothing = undo ? 'was not set up' : 'is set up already';
  const done = undo ? 'is as it was before' : 'is set up';
  const head = `${name} ${changes.length === 0 ? nothing : dryRun ? 'would be changed like this' : done}`;
  return `${[head, ...files, ...next.map(one => `  ${one}`)].map(printable).join('\n')}\n`;
}

function tell({ name, present, hooks, why, launcher, first }: SetupState): string {
  const launched = launcher ? (first ? 'launcher' : 'launcher, but not first on the PATH') : undefined;
  const hooked = {
    none: undefined,
    impossible: undefined,
    on: 'hooks',
    stale: 'hooks of an earlier place',
    off: `hooks, turned off (${why})`,
  };
  const state = [hooked[hooks], launched].filter(part => part !== undefined).join(' and ');
  return `${name.padEnd(12)} ${present ? 'installed' : 'not installed'}, ${state || 'not set up'}`;
}
