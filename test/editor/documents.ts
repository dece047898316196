import * as vscode from 'vscode';
import { sample } from '../../src/core/detectors/sample';

/** A GitHub token that opens nothing, another one for each seed. */
export const token = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);

/** A place in the workspace. */
export const place = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);

let opened = 0;

/** Shows a new document with this content, under a new name: the editor restores what stood under an old one. */
export async function openText(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:opened-${++opened}`));
  await vscode.window.showTextDocument(document);
  await type(document, 0, 0, content);
  return vscode.languages.setTextDocumentLanguage(document, language);
}

/** Writes a file into the workspace and shows it. */
export async function openFile(name: string, content: string | Uint8Array): Promise<vscode.TextDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(place(name), bytes);
  const document = await vscode.workspace.openTextDocument(place(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Lockside's problems of a document. */
export function problems({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lockside');
}

/** Waits until a document has so many of Lockside's problems; returns them. */
export async function problemsOf(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  await until(() => problems(document).length === count);
  return problems(document);
}

/** Waits at most ten seconds; whoever asks looks whether it came true. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200 && !(await check()); round++) await new Promise(resolve => setTimeout(resolve, 50));
}

/** Replaces a document's text from `start` to `end`. */
export async function type(document: vscode.TextDocument, start: number, end: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** Closes every editor without asking about what wasn't saved. */
export async function closeAll(): Promise<void> {
  for (let editor = vscode.window.activeTextEditor; editor; editor = vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => vscode.window.activeTextEditor !== editor);
    if (vscode.window.activeTextEditor === editor) throw new Error('an editor does not close');
  }
  // Their names are given again, and a document that is about to go must not be taken for the next one.
  await until(() => !vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled));
}
