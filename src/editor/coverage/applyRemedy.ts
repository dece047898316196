import * as vscode from 'vscode';
import type { Remedy } from './coverage';

/** Closes a gap: runs its command, or writes its setting where the person says, after showing what will be written. */
export async function applyRemedy(remedy: Remedy): Promise<void> {
  if (remedy.kind === 'command') await vscode.commands.executeCommand(remedy.command, remedy.argument);
  else await applySetting(remedy.setting, remedy.value);
}

async function applySetting(name: string, value: unknown): Promise<void> {
  const target = await askTarget(name, value);
  if (target === undefined) return;
  try {
    await vscode.workspace.getConfiguration().update(name, value, target);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Lockside: {0} changed', name), 5000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const open = vscode.l10n.t('Open Setting');
    const answer = await vscode.window.showErrorMessage(vscode.l10n.t('{0} can’t be changed: {1}', name, reason), open);
    if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', name);
  }
}

async function askTarget(name: string, value: unknown): Promise<vscode.ConfigurationTarget | undefined> {
  const change = `"${name}": ${JSON.stringify(value)}`;
  const user = { label: vscode.l10n.t('For me, in every workspace'), target: vscode.ConfigurationTarget.Global };
  const workspace = { label: vscode.l10n.t('For this workspace'), target: vscode.ConfigurationTarget.Workspace };
  const choices = vscode.workspace.workspaceFolders ? [workspace, user] : [user];
  const answer = await vscode.window.showQuickPick(
    choices.map(choice => ({ ...choice, detail: change })),
    {
      title: vscode.l10n.t('Change {0}', name),
      placeHolder: vscode.l10n.t('Where should it be written? Now: {0}', current(name)),
    },
  );
  return answer?.target;
}

function current(name: string): string {
  return JSON.stringify(vscode.workspace.getConfiguration().get(name) ?? null);
}
