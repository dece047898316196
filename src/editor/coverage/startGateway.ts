import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Parts } from '../parts';
import { commandLineFile } from './setUpClient';

interface Running {
  readonly child: ChildProcess;
  /** The base URL with its token. */
  readonly base: Promise<string>;
}

/** The command that runs a gateway for clients that are told an address by hand. It ends with the window. */
export function registerStartGateway(parts: Parts): vscode.Disposable {
  let running: Running | undefined;
  const stop = () => {
    running?.child.kill();
    running = undefined;
  };
  return vscode.Disposable.from(
    new vscode.Disposable(stop),
    vscode.commands.registerCommand(commands.startGateway, async () => {
      running ??= start(parts, () => {
        running = undefined;
      });
      try {
        await offer(await running.base, stop);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        void vscode.window.showErrorMessage(vscode.l10n.t('The gateway could not be started: {0}', reason));
      }
    }),
  );
}

/** The same command line as in a terminal; its channel closes with this process, and it ends with that. */
function start(parts: Parts, ended: () => void): Running {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const args = ['gateway', '--listen', '127.0.0.1:0', ...(folder === undefined ? [] : ['--workspace', folder])];
  const child = spawn(process.execPath, [commandLineFile(parts), ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said = piece.toString('utf8').trim();
    parts.log.info(said);
  });
  child.once('exit', ended);
  const base = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', line => resolve(line.replace(/^[\w-]+: /, '')));
    child.once('error', reject);
    child.once('exit', () => reject(new Error(said || 'it ended')));
  });
  return { child, base };
}

async function offer(base: string, stop: () => void): Promise<void> {
  const [copy, end] = [vscode.l10n.t('Copy Base URL'), vscode.l10n.t('Stop')];
  const message = vscode.l10n.t(
    'The gateway runs until this window is closed. Give its base URL to a client in place of its provider’s, followed by /openai/v1, /anthropic, /gemini or /ollama.',
  );
  const answer = await vscode.window.showInformationMessage(message, copy, end);
  if (answer === copy) await vscode.env.clipboard.writeText(base);
  if (answer === end) stop();
}
