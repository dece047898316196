import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settings as names } from '../contributes';
import type { AskRegistries } from '../core/registry';
import type { Workspace } from '../io/openWorkspace';
import { loadRegistries } from '../io/registries/load';
import type { PackageMention } from '../supply/mentions/packageMention';
import { loadTrust } from '../supply/trust/load';

/** What the policy says of a command that an agent wants to run in a folder, within a second: registries have 800 milliseconds. */
export function judgeInstall(command: string, folder: string, workspace: Workspace) {
  return loadTrust().guardInstall(command, {
    ...mentionFacts(workspace, 800),
    has: mention => isInstalled(folder, mention),
  });
}

/** What judging packages by their names takes in a workspace. */
export function mentionFacts({ root, stateFolder, settings, guard }: Workspace, patience: number) {
  const may = settings.value<AskRegistries>(names.askRegistries) !== 'never';
  return {
    ...(may ? { ask: loadRegistries().createRegistries({ root, trusted: true, stateFolder, patience }) } : {}),
    policy: guard.policy,
    fingerprint: guard.scanner.fingerprint,
    now: Date.now(),
    newDays: settings.value<number>(names.newWithinDays),
  };
}

/** npx runs what is there, and asks nobody. */
export function isInstalled(folder: string, { ecosystem, name, how, version }: PackageMention): boolean {
  if (ecosystem !== 'npm' || version !== undefined || name.includes('..')) return false;
  return (
    existsSync(join(folder, 'node_modules', name)) ||
    (how === 'run' && existsSync(join(folder, 'node_modules', '.bin', name)))
  );
}
