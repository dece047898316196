import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { CodeClassifier } from './codeClassifier';
import type { Pause } from './findings/pause';
import { loadWindow } from './loadWindow';
import type { Parts } from './parts';

/** Registered with the ways out. */
const { redactPrompt, showPromptHints, pause, resume, forgetPlaceholders } = commands;
const atOnce: readonly string[] = [redactPrompt, showPromptHints, pause, resume, forgetPlaceholders];

/** Registers the window's views and commands a moment after activation; a command that is called before waits for its own. */
export function openWindow(parts: Parts, pausing: Pause, code: CodeClassifier): vscode.Disposable {
  const open: vscode.Disposable[] = [];
  let ended = false;
  const opened = new Promise<void>(resolve => setImmediate(resolve)).then(() => {
    for (const waiting of open.splice(0)) waiting.dispose();
    if (!ended) open.push(loadWindow().registerWindow(parts, pausing, code));
  });
  opened.catch(error => {
    // The ways out stand guarded all the same.
    parts.log.error(error);
    vscode.window.showErrorMessage(
      vscode.l10n.t('Lockside guards prompts, but its views could not be opened. The log says why.'),
    );
  });
  const late = Object.values(commands).filter(id => !atOnce.includes(id));
  const callLate =
    (id: string) =>
    async (...args: unknown[]) => {
      await opened;
      return vscode.commands.executeCommand(id, ...args);
    };
  open.push(...late.map(id => vscode.commands.registerCommand(id, callLate(id))));
  return new vscode.Disposable(() => {
    ended = true;
    for (const each of open) each.dispose();
  });
}
