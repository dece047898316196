import * as vscode from 'vscode';
import type { Parts } from '../parts';
import { auditFiles } from './auditFiles';
import { isWalked, listSensitiveFiles, sensitiveFiles } from './workspaceFiles';

const startMilliseconds = 3000;
const budgetMilliseconds = 2000;
const restMilliseconds = 20;
const most = 2000;

/**
 * A quiet look at the files that hold credentials by custom, soon after the start, and again when one of them changes: agent
 * hooks must know which files hold findings before anyone has asked for an audit. What an audit found in files that aren't
 * open is decided anew when the settings change.
 */
export function registerBackgroundAudit(parts: Parts): vscode.Disposable {
  const cancellation = new vscode.CancellationTokenSource();
  const { token } = cancellation;
  const options = { token, restMilliseconds, budgetMilliseconds };
  const audit = (files: readonly vscode.Uri[]) =>
    auditFiles(parts, files, options).catch(error => parts.log.error(`background audit: ${error}`));
  const start = async () => {
    await parts.settings.ready;
    const files = await listSensitiveFiles(token, most);
    const done = await audit(files);
    parts.log.debug(`background audit: ${done} of ${files.length} files`);
  };
  const timer = setTimeout(
    () => start().catch(error => parts.log.error(`background audit: ${error}`)),
    startMilliseconds,
  );
  const changed = (uri: vscode.Uri) => (isWalked(uri) ? audit([uri]) : undefined);
  const watcher = vscode.workspace.createFileSystemWatcher(sensitiveFiles);
  return vscode.Disposable.from(
    cancellation,
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    vscode.workspace.onDidDeleteFiles(({ files }) => forget(parts, files)),
    watcher.onDidDelete(uri => forget(parts, [uri])),
    parts.settings.onDidChange(() => audit(closedFiles(parts))),
    new vscode.Disposable(() => {
      clearTimeout(timer);
      cancellation.cancel();
    }),
  );
}

function closedFiles(parts: Parts): vscode.Uri[] {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  return Array.from(parts.findings.all('text'), ({ uri }) => uri).filter(uri => !open.has(uri.toString()));
}

/** Forgets files, and what lay in folders, that were deleted. */
function forget(parts: Parts, deleted: readonly vscode.Uri[]): void {
  for (const { uri } of [...parts.findings.all()]) {
    if (deleted.some(({ path }) => uri.path === path || uri.path.startsWith(`${path}/`))) parts.findings.delete(uri);
  }
}
