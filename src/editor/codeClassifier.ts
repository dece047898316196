import * as vscode from 'vscode';
import { settings as names } from '../contributes';
import type { Classifier } from '../core/classify/classify';
import type { FilePrints } from '../core/classify/codePrints';
import { printsPath } from '../core/classify/printsFile';
import { openCodeFingerprints, readCodeFingerprints } from '../io/codeFingerprints';
import { baselineFolders } from './findings/baselineFiles';
import type { WorkspaceSettings } from './parts';

/** The fingerprints of the team's code, as they stand in the workspace now. */
export interface CodeClassifier extends vscode.Disposable {
  get(): Required<Pick<Classifier, 'locate'>> & Pick<Classifier, 'prints'>;
  /** The file that fingerprints were made of; undefined for every other. */
  known(path: string): FilePrints | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** Reads them when they are first needed. Those of an untrusted workspace count as well: they can only hold more back. */
export function createCodeClassifier(settings: WorkspaceSettings, log: vscode.LogOutputChannel): CodeClassifier {
  const changed = new vscode.EventEmitter<void>();
  let made: ReturnType<typeof read> | undefined;
  const current = () => {
    made ??= read(settings, log);
    return made;
  };
  const forget = () => {
    made = undefined;
    changed.fire();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${printsPath}`);
  const subscriptions = [
    changed,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidCreate(forget),
    watcher.onDidDelete(forget),
    settings.onDidChange(forget),
  ];
  return {
    get: () => ({ prints: current().prints, locate }),
    known: path => current().files.get(path),
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

function read(settings: WorkspaceSettings, log: vscode.LogOutputChannel) {
  const folders = baselineFolders().map(({ uri }) => readCodeFingerprints(uri.fsPath));
  const files = folders.flatMap(folder => folder.files);
  const faults = folders.flatMap(folder => folder.faults);
  const opened = openCodeFingerprints({ files, faults }, settings.value<string>(names.fingerprintSalt));
  for (const { where, message } of opened.faults) log.warn(`${where}: ${message}`);
  return { prints: opened.prints, files: new Map(files.map(file => [file.path, file])) };
}

function locate(path: string): string {
  return vscode.workspace.asRelativePath(path, false);
}
