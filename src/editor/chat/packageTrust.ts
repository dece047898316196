import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import { isAtHome, isInstalled } from '../../io/registries/isInstalled';
import { loadRegistries } from '../../io/registries/load';
import { stateFolder } from '../../io/stateFolder';
import { loadAdvisoryBase } from '../../project/loadAdvisoryBase';
import { createLateListener } from '../../supply/trust/createLateListener';
import type { AnswerListener } from '../../supply/trust/listenForPackages';
import { loadTrust } from '../../supply/trust/load';
import type { Parts } from '../parts';

/** What the policy says of a command that an agent wants to run, within a second: registries have 800 milliseconds. */
export function judgeInstall(parts: Parts, command: string, cwd: string) {
  const root = rootOf(cwd);
  const has = (named: Parameters<typeof isInstalled>[1]) => root !== undefined && isInstalled(cwd || root, named);
  return loadTrust().guardInstall(command, { ...mentionFacts(parts, root, 800), has });
}

/** Tells of packages that a guarded model's answer names: at once in a notice, and at its end in what `end` gives. */
export function listenToAnswer(
  parts: Parts,
  model: string,
): Omit<AnswerListener, 'end'> & { end(): Promise<readonly string[]> } {
  const root = rootOf('');
  const told: string[] = [];
  const has = (named: Parameters<typeof isAtHome>[1]) => root !== undefined && isAtHome(root, named);
  const listener = createLateListener(
    () => ({ ...mentionFacts(parts, root, 2_000), has }),
    message => {
      told.push(message);
      parts.log.warn(`${model} names ${message}`);
      void vscode.window.showWarningMessage(vscode.l10n.t('Lockside: the answer names {0}.', message));
    },
  );
  return {
    push: listener.push,
    async end() {
      await Promise.race([listener.end(), new Promise(resolve => setTimeout(resolve, 1_000))]);
      return told;
    },
  };
}

function rootOf(cwd: string): string | undefined {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const around = folders.find(
    ({ uri }) => cwd === uri.fsPath || cwd.startsWith(`${uri.fsPath}/`) || cwd.startsWith(`${uri.fsPath}\\`),
  );
  return (around ?? folders[0])?.uri.fsPath;
}

/** Only the person's own settings say whether registries are asked: a repository's must not. */
function mentionFacts({ guard, settings }: Parts, root: string | undefined, patience: number) {
  const asks = vscode.workspace.getConfiguration().inspect<string>(`lockside.${names.askRegistries}`);
  const may = (asks?.globalValue ?? asks?.defaultValue) !== 'never' && root !== undefined;
  const { isTrusted: trusted } = vscode.workspace;
  return {
    ...(may ? { ask: loadRegistries().createRegistries({ root, trusted, stateFolder: stateFolder(), patience }) } : {}),
    malicious: loadTrust().maliciousBy(loadAdvisoryBase().openLocalBase({ stateFolder: stateFolder() }, [])),
    policy: guard.policy,
    fingerprint: guard.scanner.fingerprint,
    now: Date.now(),
    newDays: settings.value<number>(names.newWithinDays),
  };
}
