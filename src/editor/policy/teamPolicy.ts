import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { commands, contextKeys } from '../../contributes';
import { addSettings } from '../../io/addSettings';
import { documentText } from '../documentText';
import type { Parts } from '../parts';
import { starterPolicy } from './policyStarter';

const previewScheme = 'lockside-preview';

/** The command "Set Up Team Policy": shows as a diff what it would add to .vscode/settings.json, and adds it on consent. */
export function registerTeamPolicy(parts: Parts): vscode.Disposable {
  const previews = new Map<string, string>();
  showTeamPolicy();
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.shareTeamPolicy, () => shareTeamPolicy(previews)),
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      provideTextDocumentContent: uri => previews.get(uri.query) ?? '',
    }),
    parts.settings.onDidChange(showTeamPolicy),
  );
}

/** The walkthrough's last step is done when the workspace has rules, whoever wrote them. */
function showTeamPolicy(): void {
  const rules = vscode.workspace.getConfiguration('lockside').inspect('rules');
  const shared = rules?.workspaceValue !== undefined || rules?.workspaceFolderValue !== undefined;
  void vscode.commands.executeCommand('setContext', contextKeys.teamPolicy, shared);
}

async function shareTeamPolicy(previews: Map<string, string>): Promise<void> {
  const folder = await pickFolder();
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
  const before = await documentText(file);
  const after = addSettings(before ?? '', starterPolicy(randomBytes(24).toString('base64url')));
  if (after === undefined) return tellBroken(file);
  if (after === before) return tellPresent(file);
  if (await consent(previews, before ?? '', after)) await write(file, before, after);
}

async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: the policy stands in its settings.'));
  }
  return folders[0];
}

/** Both sides are previews, so that the file is never open and changed before the person has said yes. */
async function consent(previews: Map<string, string>, before: string, after: string): Promise<boolean> {
  const id = randomBytes(6).toString('hex');
  const preview = (side: string, text: string) => {
    previews.set(`${side}-${id}`, text);
    return vscode.Uri.from({ scheme: previewScheme, path: '/.vscode/settings.json', query: `${side}-${id}` });
  };
  const title = vscode.l10n.t('What would be added to .vscode/settings.json');
  const sides = [preview('before', before), preview('after', after)] as const;
  await vscode.commands.executeCommand('vscode.diff', ...sides, title, { preview: true });
  const yes = vscode.l10n.t('Write It');
  const question = vscode.l10n.t(
    'Add this policy to .vscode/settings.json? Everyone who opens the repository gets it with the next commit.',
  );
  const answer = await vscode.window.showInformationMessage(question, yes, vscode.l10n.t('Cancel'));
  await closePreview(sides[1]);
  for (const { query } of sides) previews.delete(query);
  return answer === yes;
}

async function closePreview(modified: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  const ours = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === modified.toString(),
  );
  await vscode.window.tabGroups.close(ours);
}

/** Goes through the editor, so that a file that is open with changes of its own keeps them. */
async function write(file: vscode.Uri, before: string | undefined, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) edit.createFile(file, { contents: new TextEncoder().encode(after) });
  else edit.replace(file, new vscode.Range(0, 0, before.split('\n').length, 0), after);
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(file);
  await document.save();
  await vscode.window.showTextDocument(document);
}

async function tellBroken(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open File');
  const message = vscode.l10n.t(
    '.vscode/settings.json isn’t valid JSON, so nothing was added to it. Mend it and try again.',
  );
  if ((await vscode.window.showErrorMessage(message, open)) === open) await vscode.window.showTextDocument(file);
}

async function tellPresent(file: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(file);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Lockside: the workspace has a team policy already'), 5000);
}
