import * as vscode from 'vscode';
import { anyModel } from '../../agents/hookPorts';
import { commands } from '../../contributes';
import { namesIn } from '../../core/placeholders';
import { pathOf } from '../findings/scanDocuments';
import type { Parts } from '../parts';

/**
 * The command "Paste Safe for AI": pastes with placeholders whatever plain pastes do, where the cursor is: in an editor, a
 * notebook's cell or the chat input.
 */
export function registerPasteSafe(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(commands.pasteSafe, async () => {
    const clipboard = await vscode.env.clipboard.readText();
    const document = vscode.window.activeTextEditor?.document;
    const { text, action } = parts.guard.pass(clipboard, {
      channel: 'paste',
      destination: anyModel,
      source: document ? { path: pathOf(document) } : {},
      taken: namesIn([clipboard, document?.getText() ?? '']),
    });
    if (action === 'block') {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Nothing was pasted: the policy blocks what the clipboard holds.'),
      );
      return;
    }
    // The focused editor's own way to insert a text, which no API gives: the chat input is none of `visibleTextEditors`.
    await vscode.commands.executeCommand('paste', { text, pasteOnNewLine: false, multicursorText: null, mode: null });
  });
}
