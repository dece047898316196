import * as vscode from 'vscode';
import { chatInputScheme } from '../chat/chatInput';
import type { Parts } from '../parts';
import { type CoverageFacts, type CoverageRow, coverageRows } from './coverage';

export interface Coverage extends vscode.Disposable {
  rows(): CoverageRow[];
  readonly onDidChange: vscode.Event<void>;
}

/** The coverage of this window, watched. */
export function watchCoverage(parts: Parts): Coverage {
  const changed = new vscode.EventEmitter<void>();
  let chatInputSeen = vscode.workspace.textDocuments.some(isChatInput);
  const fire = () => changed.fire();
  const subscriptions = vscode.Disposable.from(
    changed,
    parts.activity.onDidChange(fire),
    parts.settings.onDidChange(fire),
    vscode.extensions.onDidChange(fire),
    vscode.workspace.onDidGrantWorkspaceTrust(fire),
    vscode.workspace.onDidChangeConfiguration(
      event => watched.some(name => event.affectsConfiguration(name)) && fire(),
    ),
    vscode.workspace.onDidOpenTextDocument(document => {
      if (chatInputSeen || !isChatInput(document)) return;
      chatInputSeen = true;
      fire();
    }),
  );
  return {
    rows: () => coverageRows(gatherFacts(parts, chatInputSeen), vscode.l10n.t),
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

const watched = ['chat', 'github.copilot', 'editor.inlineSuggest'];

function isChatInput({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === chatInputScheme;
}

function gatherFacts({ activity, settings }: Parts, chatInputSeen: boolean): CoverageFacts {
  const configuration = vscode.workspace.getConfiguration();
  return {
    trusted: vscode.workspace.isTrusted,
    onDisk: vscode.workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file') ?? true,
    guardedModels: activity.guardedModels,
    lastPrompt: activity.lastPrompt,
    unguardedModels: settings.policy().unguardedModels,
    hookCalls: activity.hookCalls,
    useHooks: configuration.get('chat.useHooks', true),
    managedHooksOnly: configuration.get('chat.hooks.allowManagedOnly', false),
    chatInputSeen,
    copilotInstalled: ['github.copilot', 'github.copilot-chat'].some(id => vscode.extensions.getExtension(id)),
    inlineSuggest: configuration.get('editor.inlineSuggest.enabled', true),
    copilotEnable: configuration.get<Record<string, boolean>>('github.copilot.enable', {}),
    nextEdits: configuration.get('github.copilot.nextEditSuggestions.enabled', true),
    implicitContext: configuration.get<Record<string, string>>('chat.implicitContext.enabled', {}).panel ?? 'always',
  };
}
