import * as vscode from 'vscode';

/** What the workspace's own settings say, without what other layers say. */
export function workspaceSetting<T>(name: string): T | undefined {
  const said = vscode.workspace.getConfiguration('lockside').inspect<T>(name);
  return said?.workspaceValue;
}

/** Writes a setting for everybody who opens the workspace; false where that is not possible, which is told. */
export async function writeSetting(name: string, value: unknown): Promise<boolean> {
  const { t } = vscode.l10n;
  const refusal = !vscode.workspace.workspaceFolders
    ? t('Open a folder first: the policy stands in its settings.')
    : vscode.workspace.isTrusted
      ? undefined
      : t('Trust this workspace first: until then its settings only make things stricter.');
  if (refusal !== undefined) {
    void vscode.window.showWarningMessage(refusal);
    return false;
  }
  try {
    const configuration = vscode.workspace.getConfiguration('lockside');
    await configuration.update(name, value, vscode.ConfigurationTarget.Workspace);
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(t('Lockside could not write the settings: {0}', String(error)));
    return false;
  }
}
