import * as vscode from 'vscode';
import type { Fault } from '../../core/model';
import type { SettingsLayer } from '../../core/settings';
import type { Foreign } from '../../core/team/foreign';
import { foreignFiles } from '../../core/team/foreignFiles';
import { layerRules, uniqueRules } from '../../core/team/layerRules';
import type { TeamRule } from '../../core/team/teamRule';
import { readForeignRules } from '../../io/foreignRules';

/** What a folder has for other scanners. */
export interface FolderForeign extends Foreign {
  readonly folder: vscode.Uri;
}

/** The team's own rules and what it has for other scanners. */
export interface TeamRules {
  readonly rules: readonly TeamRule[];
  readonly foreign: readonly FolderForeign[];
  readonly faults: readonly Fault[];
}

/** The rules, read when they are first needed. */
export interface LateTeamRules {
  get(): TeamRules;
  /** What has been read so far: who only shows what is wrong need not be the one who waits for it. */
  known(): TeamRules | undefined;
}

/** Activation doesn't wait for them: a large `.gitleaks.toml` takes a tenth of a second. `wanted` is false where nothing foreign shall be read. */
export function createTeamRules(layers: readonly SettingsLayer[], wanted: boolean): LateTeamRules {
  let made: TeamRules | undefined;
  return {
    get() {
      made ??= readTeamRules(layers, wanted);
      return made;
    },
    known: () => made,
  };
}

/** An untrusted workspace has a say in neither: see `layerRules`. */
function readTeamRules(layers: readonly SettingsLayer[], wanted: boolean): TeamRules {
  const own = layers.map(layer => layerRules(layer, () => performance.now()));
  const folders = wanted && vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const foreign = folders
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri }) => ({ ...readForeignRules(uri.fsPath), folder: uri }));
  return {
    rules: uniqueRules([...own, ...foreign].flatMap(({ rules }) => rules)),
    foreign,
    faults: [...own, ...foreign].flatMap(({ faults }) => faults),
  };
}

/** Tells when one of the files has changed that are read, or would be if it were there. */
export function watchForeignFiles(current: () => TeamRules | undefined, changed: () => void): vscode.Disposable {
  const names = Object.values(foreignFiles).flatMap(group => group.map(name => name.replace(/^.*\//, '')));
  const watcher = vscode.workspace.createFileSystemWatcher(`**/{${[...new Set(names)].join(',')}}`);
  // A file that another one extends may have any name.
  const isRead = (uri: vscode.Uri) =>
    current()?.foreign.some(({ folder, files }) =>
      files.some(name => vscode.Uri.joinPath(folder, name).toString() === uri.toString()),
    );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (!names.some(name => uri.path.endsWith(`/${name}`)) && isRead(uri)) changed();
    }),
  );
}
