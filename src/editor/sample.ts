import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import { commands, contextKeys } from '../contributes';
import { sample } from '../core/detectors/sample';
import { entriesIn } from '../core/placeholders';
import type { Parts } from './parts';

/** The command "Open Sample Finding": a file with a made-up token; notices when it has been redacted. */
export function registerSample(parts: Parts): vscode.Disposable {
  const samples = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openSample, async () => {
      const token = sample('ghp_{alnum:30}{crc62:6}', randomInt(2 ** 31));
      const document = await vscode.workspace.openTextDocument({ language: await language(), content: content(token) });
      samples.set(document.uri.toString(), token);
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      select(editor, token);
      return document.uri;
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const token = samples.get(document.uri.toString());
      if (token !== undefined && isRedacted(parts, document.getText(), token)) {
        void vscode.commands.executeCommand('setContext', contextKeys.sampleRedacted, true);
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => samples.delete(uri.toString())),
  );
}

async function language(): Promise<string> {
  return (await vscode.languages.getLanguages()).includes('dotenv') ? 'dotenv' : 'properties';
}

function content(token: string): string {
  return [
    `# ${vscode.l10n.t('Lockside sample: a token that opens nothing.')}`,
    `# ${vscode.l10n.t('Hover it to see why it was found.')}`,
    `# ${vscode.l10n.t('Then press Ctrl+. (⌘. on a Mac) to redact it.')}`,
    'SERVICE_URL=http://localhost:8080',
    `ACCESS_TOKEN=${token}`,
    '',
  ].join('\n');
}

/** Puts the cursor on the value, so that the quick fixes are one key away. */
function select(editor: vscode.TextEditor, token: string): void {
  const position = editor.document.positionAt(editor.document.getText().indexOf(token) + 1);
  editor.selection = new vscode.Selection(position, position);
}

function isRedacted({ guard }: Parts, text: string, token: string): boolean {
  return !text.includes(token) && entriesIn(text, guard.vault).some(({ value }) => value === token);
}
