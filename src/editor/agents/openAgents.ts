import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Pause } from '../findings/pause';
import type { Parts } from '../parts';
import { registerAgentFixes } from './agentFixes';
import { registerAgentHover } from './agentHover';
import { createAgentLock } from './agentLock';
import { createAgentReadings } from './agentReadings';
import { registerAgentTree } from './agentTree';
import { guardServers } from './guardServers';
import { registerReview } from './reviewChanges';

/** AI clients in the editor: the view, what is wrong in their files, and their lock. Files are read; nothing of them is started. */
export function openAgents(parts: Parts, pause: Pause): vscode.Disposable {
  const readings = createAgentReadings(parts);
  const lock = createAgentLock(parts, readings);
  readings.refresh().catch(error => parts.log.error(`AI agents: ${error}`));
  return vscode.Disposable.from(
    ...[readings, lock],
    registerAgentTree(readings, lock),
    registerAgentHover(readings, parts.findings, pause),
    registerAgentFixes(readings, pause),
    registerReview(lock),
    vscode.commands.registerCommand(commands.guardServers, () => guardServers(parts)),
  );
}
