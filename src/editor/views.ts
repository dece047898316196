import * as vscode from 'vscode';
import { registerAcceptFindings } from './acceptFindings';
import { registerAuditWorkspace } from './auditWorkspace';
import { registerBackgroundAudit } from './backgroundAudit';
import { registerCheckTranscripts } from './checkTranscripts';
import { registerChooseGuardedModel } from './chooseGuardedModel';
import { registerCoveragePage } from './coveragePage';
import { registerDashboard } from './dashboard';
import { registerMenu } from './menu';
import type { Parts } from './parts';
import { registerSample } from './sample';
import { registerSetUpClient } from './setUpClient';
import { registerStartGateway } from './startGateway';
import { registerStatusBar } from './statusBar';
import { registerTeamPolicy } from './teamPolicy';
import { registerTerminalCommands } from './terminalCommands';
import { registerTree } from './tree';

/** What a person sees of Lockside besides the editors: status, menu, coverage, findings, audit, and the first steps. */
export function registerViews(parts: Parts, isPaused: () => boolean): vscode.Disposable {
  return vscode.Disposable.from(
    registerStatusBar(parts, isPaused),
    registerMenu(parts, isPaused),
    registerCoveragePage(parts),
    registerDashboard(parts),
    registerTree(parts),
    registerAuditWorkspace(parts),
    registerCheckTranscripts(parts),
    registerBackgroundAudit(parts),
    registerSample(parts),
    registerTeamPolicy(parts),
    registerAcceptFindings(parts),
    registerChooseGuardedModel(),
    registerSetUpClient(parts),
    registerStartGateway(parts),
    registerTerminalCommands(parts),
  );
}
