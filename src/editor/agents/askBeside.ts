import * as vscode from 'vscode';

/**
 * Asks beside an open diff, and stays until it is answered: a notice would be gone before anybody has read so far. It lies over the
 * diff's first lines, so what a short file has there is told with the first choice.
 */
export async function askBeside(
  title: string,
  choices: readonly string[],
  detail?: string,
): Promise<string | undefined> {
  const items = choices.map((label, at) => ({ label, ...(at === 0 && detail ? { detail } : {}) }));
  const answer = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  return answer?.label;
}
