import * as vscode from 'vscode';
import { commands, contextKeys, settings as names } from '../../contributes';
import type { Parts } from '../parts';

/** Whether findings are shown in editors at the moment. It concerns what is shown alone: every guard holds all the same. */
export interface Pause extends vscode.Disposable {
  isPaused(): boolean;
  /** Paused, or switched off by `detection.run`. */
  isQuiet(): boolean;
  readonly onDidChange: vscode.Event<void>;
}

/** The commands "Pause" and "Resume", which hold for this window until it is closed. */
export function createPause(parts: Parts): Pause {
  const changed = new vscode.EventEmitter<void>();
  let paused = false;
  const set = async (value: boolean) => {
    paused = value;
    await vscode.commands.executeCommand('setContext', contextKeys.paused, paused);
    changed.fire();
    parts.activity.changed();
    vscode.window.setStatusBarMessage(
      paused ? pausedText() : vscode.l10n.t('Lockside: findings are shown again'),
      6000,
    );
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand(commands.pause, () => set(true)),
    vscode.commands.registerCommand(commands.resume, () => set(false)),
    parts.settings.onDidChange(() => changed.fire()),
  );
  return {
    isPaused: () => paused,
    isQuiet: () => paused || parts.settings.value<string>(names.detectionRun) === 'off',
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

function pausedText(): string {
  return vscode.l10n.t('Lockside: findings are hidden; prompts, pastes and agent reads are still guarded');
}
