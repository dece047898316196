import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Crossing } from '../../core/crossing';
import type { Parts } from '../parts';
import { type Copied, told } from './copySafe';

/**
 * The command "Copy Terminal Selection Safe for AI". The selection is the terminal's own to copy, so that it is on the clipboard
 * for a moment before the redacted text takes its place; where it may not leave, what was there before does.
 */
export function registerCopyTerminal(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(commands.copyTerminal, async (): Promise<Copied | undefined> => {
    const { clipboard } = vscode.env;
    const before = await clipboard.readText();
    // An empty clipboard tells afterwards whether anything was selected.
    await clipboard.writeText('');
    let after = before;
    try {
      await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
      const selected = await clipboard.readText();
      if (selected === '') return undefined;
      const { text, action, edits } = parts.guard.pass(selected, crossing);
      if (action === 'block') return refuse();
      after = text;
      vscode.window.setStatusBarMessage(told(edits.length), 5000);
      return { replaced: edits.length };
    } finally {
      await clipboard.writeText(after);
    }
  });
}

/** A terminal cuts lines at its width, so a value may go on in the next one. */
const crossing: Crossing = {
  channel: 'clipboard',
  destination: { kind: 'clipboard', name: '' },
  source: { terminal: true },
};

function refuse(): Copied {
  const refused = vscode.l10n.t('The selection was not copied: the policy blocks what it holds.');
  void vscode.window.showWarningMessage(refused);
  return { refused };
}
