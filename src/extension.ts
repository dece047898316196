import * as vscode from 'vscode';
import { createLateTrail } from './audit/trail/loadTrail';
import { trailFolder } from './audit/trail/trailFolder';
import { settings as names } from './contributes';
import { createGuard } from './core/guard';
import { createLateScanner } from './core/loadScanning';
import { createActivity } from './editor/activity';
import { registerChatInput } from './editor/chat/chatInput';
import { createChatSessions } from './editor/chat/chatSessions';
import { registerHooks } from './editor/chat/hooks';
import { registerModels } from './editor/chat/models';
import { registerSafeFiles } from './editor/chat/safeFiles';
import { createCodeClassifier } from './editor/codeClassifier';
import { createFindings } from './editor/findings/findings';
import { createPause } from './editor/findings/pause';
import { openWindow } from './editor/openWindow';
import type { Parts } from './editor/parts';
import { openVault, registerForgetPlaceholders } from './editor/vaultStore';
import { createWorkspaceSettings } from './editor/workspaceSettings';
import { stateFolder } from './io/stateFolder';

/** Builds the parts, wires them, and hands whatever must end with the window to it. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Lockside', { log: true });
  const settings = createWorkspaceSettings(context);
  const folder = vscode.workspace.workspaceFolders?.[0]?.name ?? '';
  const surroundings = { writer: 'editor', workspace: folder };
  const trail = createLateTrail({ folder: trailFolder(stateFolder()), surroundings }, () => ({
    kept: settings.value<boolean>(names.auditTrail),
    required: settings.value<boolean>(names.auditRequired),
    recipients: settings.value<string[]>(names.auditRecipients),
  }));
  const activity = createActivity(trail.record);
  const findings = createFindings();
  const vault = openVault(context, log);
  const scanner = createLateScanner({
    fingerprint: settings.fingerprint,
    team: settings.rules,
    now: () => performance.now(),
  });
  const code = createCodeClassifier(settings, log);
  const guard = createGuard({
    ...{ scanner, vault, policy: settings.policy, audit: activity.record },
    classifier: code.get,
  });
  const parts: Parts = {
    context,
    guard,
    settings,
    findings,
    activity,
    log,
    ready: Promise.all([settings.ready, vault.ready]),
  };
  const sessions = createChatSessions(activity, (run, milliseconds) => setTimeout(run, milliseconds));
  const pause = createPause(parts);
  context.subscriptions.push(
    log,
    settings,
    findings,
    registerForgetPlaceholders(vault),
    pause,
    registerModels(parts, sessions),
    registerHooks(parts, sessions),
    registerSafeFiles(parts),
    code,
    registerChatInput(parts),
    openWindow(parts, pause, code),
    new vscode.Disposable(trail.close),
  );
}
