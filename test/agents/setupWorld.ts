import assert from 'node:assert/strict';
import type { SetupWorld } from '../../src/agents/setup/hookSetup';
import type { Plan } from '../../src/agents/setup/setup';

/** A machine of files alone, for what sets clients up. */
export function worldOf(files: Map<string, string>): SetupWorld {
  return {
    ...{ env: {}, home: '/home/me', windows: false, bin: '/home/me/bin', records: '/home/me/state/setup.json' },
    start: { node: '/usr/bin/node', cli: '/opt/lockside/cli.js', electron: false },
    read: file => files.get(file),
    isFolder: () => true,
    find: () => undefined,
  };
}

/** Does what a plan says, and only that. */
export function apply(files: Map<string, string>, plan: Plan): void {
  assert.ok('changes' in plan, 'error' in plan ? plan.error : '');
  for (const { file, before, after } of plan.changes) {
    assert.equal(files.get(file), before);
    if (after === undefined) files.delete(file);
    else files.set(file, after);
  }
}
