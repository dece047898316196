import { settings as names } from '../contributes';
import type { AskRegistries } from '../core/registry';
import type { Workspace } from '../io/openWorkspace';
import { isAtHome, isInstalled } from '../io/registries/isInstalled';
import { loadRegistries } from '../io/registries/load';
import { openLocalBase } from '../project/advisoryBase';
import { createLateListener } from '../supply/trust/createLateListener';
import type { AnswerListener } from '../supply/trust/listenForPackages';
import { loadTrust } from '../supply/trust/load';

/** What the policy says of a command that an agent wants to run in a folder, within a second: registries have 800 milliseconds. */
export function judgeInstall(command: string, folder: string, workspace: Workspace) {
  const has = (named: Parameters<typeof isInstalled>[1]) => isInstalled(folder, named);
  return loadTrust().guardInstall(command, { ...mentionFacts(workspace, 800), has });
}

/** Tells of packages that an answer names, while it comes. */
export function listenTo(workspace: Workspace, tell: (message: string) => void): AnswerListener {
  const has = (named: Parameters<typeof isAtHome>[1]) => isAtHome(workspace.root, named);
  return createLateListener(() => ({ ...mentionFacts(workspace, 2_000), has }), tell);
}

/** What judging packages by their names takes in a workspace; registries have so many milliseconds. */
function mentionFacts(workspace: Workspace, patience: number) {
  const { root, stateFolder, settings, guard } = workspace;
  const may = settings.value<AskRegistries>(names.askRegistries) !== 'never';
  return {
    ...(may ? { ask: loadRegistries().createRegistries({ root, trusted: true, stateFolder, patience }) } : {}),
    malicious: loadTrust().maliciousBy(openLocalBase(workspace, [])),
    policy: guard.policy,
    fingerprint: guard.scanner.fingerprint,
    now: Date.now(),
    newDays: settings.value<number>(names.newWithinDays),
  };
}
