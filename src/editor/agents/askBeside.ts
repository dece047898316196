import * as vscode from 'vscode';

/** Asks beside an open diff, and stays until it is answered: a notice would be gone before anybody has read so far. */
export async function askBeside(title: string, choices: readonly string[]): Promise<string | undefined> {
  const items = choices.map(label => ({ label }));
  const answer = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  return answer?.label;
}
