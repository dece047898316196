import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fault } from '../core/model';
import { readSettings, type SettingsLayer } from '../core/settings';
import { readBounded } from './boundedFile';
import { parsePolicy } from './sharedPolicies';

/**
 * Where the owner of a machine puts a policy that its users can't change: a file with the same keys as settings.json. VS Code's own
 * enterprise policies can't be registered by an extension.
 */
export function managedPolicyFile(platform = process.platform, env = process.env): string {
  if (platform === 'win32') return join(env.ProgramData ?? 'C:\\ProgramData', 'Lockside', 'policy.json');
  return platform === 'darwin' ? '/Library/Application Support/Lockside/policy.json' : '/etc/lockside/policy.json';
}

/** In bytes. */
const maximumSize = 1024 * 1024;

/** A layer, and the file that it was read from. */
type ManagedPolicy = SettingsLayer & { readonly from: string };

/** The machine's policy as a layer; undefined where there is none. One that is broken holds everything back. */
export function readManagedPolicy(file = managedPolicyFile()): ManagedPolicy | undefined {
  const read = readBounded(file, maximumSize);
  if (!read) return undefined;
  const policy = 'text' in read ? parsePolicy(read.text.replace(/^\uFEFF/, '')) : read;
  if ('error' in policy) return broken(file, policy.error);
  const layer = readSettings(policy.settings, 'managed', false);
  const told = layer.faults.map(fault => ({ ...fault, where: `${file}: ${fault.where}` }));
  return { ...layer, from: file, faults: [...told, ...ownerFaults(file)] };
}

function broken(where: string, why: string): ManagedPolicy {
  const message = `${why}: until it is mended, everything that is found is held back`;
  return {
    policy: {
      layer: 'managed',
      tightenOnly: true,
      rules: [{ action: 'block', reason: 'the machine policy is broken' }],
    },
    values: {},
    from: where,
    faults: [{ code: 'settings', where, message }],
  };
}

/** Whoever may write the file or its folder may change it; that is told, and the policy counts all the same. */
function ownerFaults(file: string): Fault[] {
  if (process.platform === 'win32') return [];
  const loose = [file, dirname(file)].filter(place => {
    const { uid, mode } = statSync(place);
    return uid !== 0 || (mode & 0o022) !== 0;
  });
  return loose.map(where => ({ code: 'settings', where, message: 'others than root can change the machine policy' }));
}
