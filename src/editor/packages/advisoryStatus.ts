import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Parts } from '../parts';
import type { PackageChecks } from './createPackageChecks';
import { oldestOf } from './packageLenses';

/** The age of what is known of packages, in the language status of a file that names some; once it is said that it's only a start. */
export function registerAdvisoryStatus(parts: Parts, checks: PackageChecks): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const file = document && checks.get(document.uri);
    const known = file && oldestOf(file.checked.advisories);
    item?.dispose();
    item = undefined;
    if (!document || !known || file.checked.packages === 0) return;
    const { t } = vscode.l10n;
    item = vscode.languages.createLanguageStatusItem('lockside.advisories', {
      scheme: document.uri.scheme,
      pattern: document.uri.fsPath,
    });
    item.name = t('Lockside: advisories');
    const isStart = known.source === 'starter';
    item.text = isStart ? t('Advisories: starter set of {0}', known.date) : t('Advisories of {0}', known.date);
    item.detail = t('{0}: {1} advisories', known.ecosystem, known.count.toLocaleString());
    item.severity = isStart ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.command = { command: commands.updateAdvisories, title: t('Update') };
    if (isStart) void tellOnce(parts);
  };
  return vscode.Disposable.from(
    checks.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    new vscode.Disposable(() => item?.dispose()),
  );
}

const told = 'lockside.toldOfStarterSet';

/** Quietly: it waits in the list of notifications until somebody looks, and never comes again. */
async function tellOnce({ context }: Parts): Promise<void> {
  if (context.globalState.get(told)) return;
  await context.globalState.update(told, true);
  const { t } = vscode.l10n;
  const update = t('Update Advisories');
  const message = t(
    'Lockside knows a starter set of advisories of this project’s packages so far. The whole databases can be fetched; package names stay on this machine.',
  );
  if ((await vscode.window.showInformationMessage(message, update)) === update)
    await vscode.commands.executeCommand(commands.updateAdvisories);
}
