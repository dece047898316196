import * as vscode from 'vscode';
import { registerChooseGuardedModel } from './chat/chooseGuardedModel';
import { registerCoveragePage } from './coverage/coveragePage';
import { registerSetUpClient } from './coverage/setUpClient';
import { registerStartGateway } from './coverage/startGateway';
import { registerStatusBar } from './coverage/statusBar';
import { registerAcceptFindings } from './findings/acceptFindings';
import { registerAuditWorkspace } from './findings/auditWorkspace';
import { registerBackgroundAudit } from './findings/backgroundAudit';
import { registerTree } from './findings/tree';
import { registerMenu } from './menu';
import type { Parts } from './parts';
import { registerTeamPolicy } from './policy/teamPolicy';
import { registerDashboard } from './reports/dashboard';
import { registerSample } from './sample';
import { registerTerminalCommands } from './terminalCommands';
import { registerCheckTranscripts } from './transcripts/checkTranscripts';

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
