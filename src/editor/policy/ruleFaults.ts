import * as vscode from 'vscode';
import type { Fault } from '../../core/model';
import { readWorkspaceSettings } from '../../io/workspaceSettings';
import { diagnosticSource } from '../findings/diagnostics';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import type { FolderForeign } from './teamRules';

/** Problems at the rules of the team that are not applied: in the settings, and in other scanners' files. */
export function registerRuleFaults(parts: Parts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lockside-rules');
  const show = () => {
    // What is wrong with the rules is known once they have been read; the status item, which shows after this, tells it too.
    parts.settings.rules();
    collection.clear();
    const places = [...(parts.settings.foreign() ?? []).flatMap(placesIn), ...inSettings(parts)];
    // Those of one file are joined by the editor.
    collection.set(places.map(place => [place.uri, [toDiagnostic(place)]]));
  };
  void parts.settings.ready.then(show);
  return vscode.Disposable.from(collection, parts.settings.onDidChange(show));
}

/** A fault and the line that it is about. */
interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly fault: Fault;
}

/** The faults of one folder's files, which say where they are as `file`, `file:line` or `file:line:column`. */
export function placesIn({ folder, faults }: Pick<FolderForeign, 'folder' | 'faults'>): Place[] {
  return faults.map(fault => {
    const { file = '', line = '1' } = /^(?<file>.*?)(?::(?<line>\d+))?(?::\d+)?$/.exec(fault.where ?? '')?.groups ?? {};
    const at = new vscode.Position(Number(line) - 1, 0);
    const range = new vscode.Range(at, at.with({ character: wholeLine }));
    return { uri: vscode.Uri.joinPath(folder, file), range, fault };
  });
}

const wholeLine = 1000;

/** The editor itself marks what the schema refuses; what a rule's own examples refute, only we know. */
function inSettings(parts: Parts): Place[] {
  const refused = parts.settings.faults().some(({ where }) => where?.startsWith('lockside.detectors['));
  const folders = refused && vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  return folders
    .filter(({ uri }) => uri.scheme === 'file')
    .flatMap(({ uri }) => {
      const { faults } = readWorkspaceSettings({ root: uri.fsPath, userFile: undefined, today: today() });
      const ofRules = faults.filter(({ message }) => message.startsWith('lockside.detectors['));
      return placesIn({ folder: uri, faults: ofRules });
    });
}

function toDiagnostic({ range, fault: { message } }: Place): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = diagnosticSource;
  diagnostic.code = 'fault/settings';
  return diagnostic;
}
