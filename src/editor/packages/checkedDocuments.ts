import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import type { LicencePolicy } from '../../core/packages';
import type { CheckedText, CheckFacts } from '../../core/packageThread';
import type { AskRegistries } from '../../core/registry';
import { stateFolder } from '../../io/stateFolder';
import { pathOf, scannedSchemes } from '../findings/scanDocuments';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { mayNamePackages, type NamesPackages } from './mayNamePackages';

/** Whether it is a document whose packages are the project's own. */
export function isChecked({ uri }: vscode.TextDocument): boolean {
  return scannedSchemes.includes(uri.scheme) && !installed.test(uri.path);
}

/** What has been installed isn't the project's own. */
const installed = /\/(?:node_modules|bower_components|site-packages|\.venv|venv|vendor|Pods)\//;

/** What a document may name packages in. */
export function lookedAt(document: vscode.TextDocument): NamesPackages {
  const path = targetPath(document);
  return mayNamePackages({ path, language: document.languageId, getText: () => document.getText() });
}

/** A notebook's cell is no notebook. */
function targetPath(document: vscode.TextDocument): string {
  return document.uri.scheme === 'vscode-notebook-cell' ? `${pathOf(document)}/cell` : pathOf(document);
}

/** A document as it is handed to the thread. */
export function targetOf(document: vscode.TextDocument): CheckedText {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? firstFolder();
  const file =
    document.uri.scheme === 'file' || document.uri.scheme === 'vscode-notebook-cell' ? document.uri.fsPath : undefined;
  return {
    ...(file === undefined ? {} : { file }),
    ...(folder?.uri.scheme === 'file' ? { root: folder.uri.fsPath } : {}),
    path: targetPath(document),
    text: document.getText(),
    language: document.languageId,
  };
}

function firstFolder(): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
}

/** Only the person's own settings say whether names leave this machine: a repository's must not. */
export function factsOf({ settings }: Parts, target?: vscode.TextDocument): CheckFacts {
  const own = <T>(name: string) => {
    const asked = vscode.workspace.getConfiguration('lockside').inspect<T>(name);
    return (asked?.globalValue ?? asked?.defaultValue) as T;
  };
  return {
    source: own<CheckFacts['source']>(names.advisoriesSource),
    url: own<string>(names.advisoriesUrl),
    ask: own<AskRegistries>(names.askRegistries),
    stateFolder: stateFolder(),
    today: today(),
    trusted: vscode.workspace.isTrusted,
    newDays: settings.value<number>(names.newWithinDays),
    licences: settings
      .state()
      .layers.flatMap(({ values }) => (values[names.licences] as LicencePolicy | undefined) ?? []),
    unsaved: Object.fromEntries(
      vscode.workspace.textDocuments
        .filter(one => one !== target && one.isDirty && one.uri.scheme === 'file' && lookedAtByName(one))
        .map(document => [document.uri.fsPath, document.getText()]),
    ),
  };
}

function lookedAtByName({ uri }: vscode.TextDocument): boolean {
  return mayNamePackages({ path: uri.path, language: '', getText: () => '' }) === 'file';
}
