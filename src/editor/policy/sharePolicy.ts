import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { policyRoot } from './policyFacts';

/** What of VS Code's own Git extension is used: it has no types of its own to install. */
interface GitRepository {
  readonly inputBox: { value: string };
  add(paths: string[]): Promise<void>;
}

/** The files that a team shares its policy in. */
const shared = ['.vscode/settings.json', '.lockside/waivers.json', '.lockside/policies', '.lockside/baseline.json'];

/** Stages the policy's files in VS Code's own Git and opens its view: the person looks at them and commits. */
export async function sharePolicy(): Promise<boolean> {
  const { t } = vscode.l10n;
  const root = policyRoot();
  const files = shared.map(name => join(root ?? '', name)).filter(existsSync);
  const repository = root === undefined ? undefined : await repositoryOf(vscode.Uri.file(root));
  if (!repository || files.length === 0) {
    void vscode.window.showWarningMessage(
      files.length === 0
        ? t('There is no policy to share yet: choose a profile or put a vendor on record first.')
        : t(
            'This folder is no Git repository, or Git is not there: copy .vscode/settings.json to where your team has it.',
          ),
    );
    return false;
  }
  await repository.add(files);
  if (repository.inputBox.value === '') repository.inputBox.value = t('Share the Lockside policy');
  await vscode.commands.executeCommand('workbench.view.scm');
  void vscode.window.showInformationMessage(
    t('The policy’s files are staged. Look at them and commit: everyone who pulls has the same guard.'),
  );
  return true;
}

async function repositoryOf(root: vscode.Uri): Promise<GitRepository | undefined> {
  const git = vscode.extensions.getExtension<{
    getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
  }>('vscode.git');
  try {
    return (await git?.activate())?.getAPI(1).getRepository(root) ?? undefined;
  } catch {
    return undefined;
  }
}
