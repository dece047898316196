import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import { syntheticName } from '../../core/pseudonyms/label';
import { loadPseudonyms } from '../../core/pseudonyms/load';
import type { Parts } from '../parts';
import { type FileText, readFile } from '../readFile';
import { tellNothingOpen } from './findingTarget';
import { pathOf } from './scanDocuments';

/**
 * The command "Make Synthetic Copy": opens an unsaved twin of a file, with made-up people and dummies of secrets. It takes the file
 * that the argument names, or the one that is shown.
 */
export function registerSyntheticCopy(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(commands.synthesize, async (argument?: vscode.Uri) => {
    const source = await sourceOf(parts, argument);
    if (!source) return undefined;
    if (source.text === undefined) return tell(source.fault.message);
    await parts.ready;
    const { scanner } = parts.guard;
    const copy = loadPseudonyms().syntheticCopy(source.text, {
      ...{ scanner, fingerprint: scanner.fingerprint },
      path: pathOf(source),
    });
    if ('error' in copy) return tell(copy.error);
    const twin = await openTwin(source.uri, copy.text);
    const count = [...copy.replaced.values()].reduce((sum, it) => sum + it, 0);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Lockside: a copy with {0} values replaced', count), 5000);
    return twin;
  });
}

function tell(why: string): undefined {
  void vscode.window.showWarningMessage(vscode.l10n.t('No synthetic copy was made: {0}', why));
}

/** A document's text as it stands in the editor, or a file's, such as a notebook's. */
async function sourceOf(
  { settings }: Parts,
  argument: vscode.Uri | undefined,
): Promise<({ readonly uri: vscode.Uri } & FileText) | undefined> {
  const shown = vscode.window.activeTextEditor?.document;
  const notebook = vscode.window.activeNotebookEditor?.notebook.uri;
  const uri = argument instanceof vscode.Uri ? argument : (notebook ?? shown?.uri);
  if (!uri) return tellNothingOpen();
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  if (open) return { uri, text: open.getText() };
  const read = await readFile(uri, settings.value<number>(names.maximumFileSize));
  return read && { uri, ...read };
}

/** Its name says what it is, and where it would be saved. */
async function openTwin(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const twin = uri.with({ scheme: 'untitled', path: syntheticName(uri.path), query: '', fragment: '' });
  const document = await vscode.workspace.openTextDocument(twin);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(twin, whole, text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
  return twin;
}
