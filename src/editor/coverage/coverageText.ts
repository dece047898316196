import * as vscode from 'vscode';
import type { CoverageRow, CoverageState } from './coverage';

/** Each state's word and icon; the icon never stands alone. */
export function stateText(state: CoverageState): { readonly word: string; readonly icon: string } {
  switch (state) {
    case 'guarded':
      return { word: vscode.l10n.t('Guarded'), icon: 'pass' };
    case 'partly':
      return { word: vscode.l10n.t('Partly'), icon: 'circle-large' };
    case 'open':
      return { word: vscode.l10n.t('Open'), icon: 'warning' };
    case 'unproven':
      return { word: vscode.l10n.t('Unproven'), icon: 'question' };
  }
}

/** The rows as a hover shows them. */
export function coverageTooltip(rows: readonly CoverageRow[], head: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString(undefined, true);
  for (const line of head) text.appendText(line).appendMarkdown('\n\n');
  for (const { state, title } of rows) {
    const { word, icon } = stateText(state);
    text.appendMarkdown(`$(${icon}) `).appendText(`${word}: ${title}`).appendMarkdown('  \n');
  }
  return text;
}
