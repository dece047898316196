import * as vscode from 'vscode';
import { type BaselineEntry, baselinePath } from '../../core/baseline';
import type { Fault } from '../../core/model';
import { readBaselineFile } from '../../io/baselineFile';

/** What the folders of a trusted workspace have accepted, each in a file of its own. */
export function readBaselines(): { readonly entries: readonly BaselineEntry[]; readonly faults: readonly Fault[] } {
  const read = vscode.workspace.isTrusted ? baselineFolders().map(({ uri }) => readBaselineFile(uri.fsPath)) : [];
  return { entries: read.flatMap(({ entries }) => entries), faults: read.flatMap(({ faults }) => faults) };
}

/** The folders that can have a baseline: those on a disk. */
export function baselineFolders(): vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

/** Tells when one of them has changed, or went away with its folder. */
export function watchBaselines(changed: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${baselinePath},${baselinePath.replace(/\/.*/, '')}}`);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
