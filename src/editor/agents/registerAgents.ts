import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Pause } from '../findings/pause';
import type { Parts } from '../parts';
import { loadAgents } from './loadAgents';

const startMilliseconds = 1500;

const { showAgents, refreshAgents, showWrongAgents, showAllAgents, guardServers } = commands;
const { reviewAgentChanges, lockAgents, restoreLocked, fixAgentFinding } = commands;
const late = [
  ...[showAgents, refreshAgents, showWrongAgents, showAllAgents, guardServers],
  ...[reviewAgentChanges, lockAgents, restoreLocked, fixAgentFinding],
];

/** Has AI clients listed when the window stands, or as soon as somebody asks: what reads their files is large. */
export function registerAgents(parts: Parts, pause: Pause): vscode.Disposable {
  let opened: vscode.Disposable | undefined;
  let waiting: vscode.Disposable | undefined;
  const open = () => {
    clearTimeout(timer);
    waiting?.dispose();
    opened ??= loadAgents().openAgents(parts, pause);
  };
  const timer = setTimeout(open, startMilliseconds);
  waiting = vscode.Disposable.from(
    ...late.map(id =>
      vscode.commands.registerCommand(id, (...args: unknown[]) => {
        open();
        return vscode.commands.executeCommand(id, ...args);
      }),
    ),
  );
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    waiting?.dispose();
    opened?.dispose();
  });
}
