import * as vscode from 'vscode';

/** The text of a file, with what is unsaved in its editor; undefined where there is no such file yet. */
export async function documentText(file: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(file)).getText();
}
