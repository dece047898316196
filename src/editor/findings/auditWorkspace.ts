import * as vscode from 'vscode';
import { commands, contextKeys } from '../../contributes';
import type { Parts } from '../parts';
import { auditFiles } from './auditFiles';
import { findingCount, totalsText } from './countText';
import { type Totals, totals } from './shownFindings';
import { listWorkspaceFiles } from './workspaceFiles';

/** The command "Audit Workspace": scans every file that a person or an agent would read. Returns the counts. */
export function registerAuditWorkspace(parts: Parts): vscode.Disposable {
  let running: Promise<Totals> | undefined;
  return vscode.commands.registerCommand(commands.auditWorkspace, () => {
    running ??= audit(parts).finally(() => {
      running = undefined;
    });
    return running;
  });
}

async function audit(parts: Parts): Promise<Totals> {
  await parts.settings.ready;
  if (!vscode.workspace.workspaceFolders) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: its files are audited.'));
    return totals(parts.findings);
  }
  const finished = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Auditing the workspace'),
      cancellable: true,
    },
    (progress, token) => run(parts, progress, token),
  );
  await vscode.commands.executeCommand('setContext', contextKeys.audited, true);
  const counts = totals(parts.findings);
  void tell(parts, counts, finished);
  return counts;
}

async function run(
  parts: Parts,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<boolean> {
  progress.report({ message: vscode.l10n.t('listing files…') });
  const files = await listWorkspaceFiles(token);
  let shown = 0;
  const done = await auditFiles(parts, files, {
    token,
    onProgress(count) {
      const percent = Math.floor((100 * count) / files.length);
      if (percent === shown) return;
      const { findings } = totals(parts.findings);
      progress.report({
        increment: percent - shown,
        message: vscode.l10n.t('{0} of {1} files, {2}', count, files.length, findingCount(findings)),
      });
      shown = percent;
    },
  });
  if (done === files.length && !token.isCancellationRequested) dropGone(parts, files);
  return done === files.length && !token.isCancellationRequested;
}

/** What is in the store of files that are no longer there. */
function dropGone(parts: Parts, files: readonly vscode.Uri[]): void {
  const present = new Set(files.map(String));
  for (const { uri } of vscode.workspace.textDocuments) present.add(uri.toString());
  for (const { uri } of [...parts.findings.all()]) if (!present.has(uri.toString())) parts.findings.delete(uri);
}

async function tell(parts: Parts, counts: Totals, finished: boolean): Promise<void> {
  const { findings, files, faults } = counts;
  const message = finished ? totalsText(counts) : vscode.l10n.t('Audit cancelled. So far: {0}', totalsText(counts));
  parts.log.info(
    `audit: ${findings} findings in ${files} files, ${faults} not scanned${finished ? '' : ', cancelled'}`,
  );
  const show = vscode.l10n.t('Show Findings');
  const answer = await vscode.window.showInformationMessage(message, ...(findings + faults > 0 ? [show] : []));
  if (answer === show) await vscode.commands.executeCommand(commands.showFindings);
}
