import * as vscode from 'vscode';
import { commandLineFile } from './coverage/setUpClient';
import type { Parts } from './parts';

/**
 * Runs the command line that comes with the extension, in a terminal of its own that stays open: there a person reads what
 * it says, follows its links and answers it. The exit code; undefined where somebody closed it.
 */
export async function runInTerminal(
  parts: Parts,
  name: string,
  words: readonly string[],
  cwd: string,
): Promise<number | undefined> {
  const execution = new vscode.ProcessExecution(process.execPath, [commandLineFile(parts), ...words], {
    cwd,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task({ type: 'process' }, vscode.TaskScope.Workspace, name, 'Lockside', execution, []);
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    focus: true,
    panel: vscode.TaskPanelKind.Dedicated,
    clear: true,
    showReuseMessage: false,
  };
  const started = await vscode.tasks.executeTask(task);
  return new Promise(resolve => {
    const ended = vscode.tasks.onDidEndTaskProcess(({ execution: one, exitCode }) => {
      if (one !== started) return;
      ended.dispose();
      resolve(exitCode);
    });
  });
}
