import * as vscode from 'vscode';
import { anyModel } from '../../agents/hookPorts';
import { commands } from '../../contributes';
import type { Decision } from '../../core/model';
import { createPasteProvider, pasteMetadata } from '../clipboard/pasteGuard';
import { told } from '../findings/redactFile';
import type { Parts } from '../parts';

/** The scheme of the chat's input box. It is VS Code's own and may change: without it this channel is silent, and the others hold. */
export const chatInputScheme = 'chatSessionInput';

const crossing = { channel: 'chat-input', destination: anyModel } as const;

/** Squiggles under what is typed into the chat's input box, and a code action and a command that redact it before sending. */
export function registerChatInput(parts: Parts): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('lockside-chat');
  const timers = new Map<string, NodeJS.Timeout>();
  const schedule = (document: vscode.TextDocument) => {
    if (document.uri.scheme !== chatInputScheme) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(
        () =>
          diagnostics.set(
            document.uri,
            inspect(parts, document).map(decision => toDiagnostic(document, decision)),
          ),
        60,
      ),
    );
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, context) => redactActions(parts, document, context.diagnostics),
  };
  for (const document of vscode.workspace.textDocuments) schedule(document);
  const pasteProvider = createPasteProvider(parts, { crossing: () => crossing, rank: () => 'first' });
  return vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument(schedule),
    vscode.workspace.onDidChangeTextDocument(({ document }) => schedule(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => diagnostics.delete(uri)),
    vscode.languages.registerCodeActionsProvider({ scheme: chatInputScheme }, actions, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.languages.registerDocumentPasteEditProvider({ scheme: chatInputScheme }, pasteProvider, pasteMetadata),
    vscode.commands.registerCommand(commands.redactPrompt, () => redactPrompts(parts)),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}

function inspect(parts: Parts, document: vscode.TextDocument): readonly Decision[] {
  const { decisions } = parts.guard.inspect(document.getText(), crossing);
  return decisions.filter(({ action }) => action !== 'allow' && action !== 'log');
}

function toDiagnostic(document: vscode.TextDocument, { finding, action }: Decision): vscode.Diagnostic {
  const message =
    action === 'block'
      ? vscode.l10n.t('{0}: the policy blocks it on the way to a model. Take it out before sending.', finding.title)
      : vscode.l10n.t('{0}: would go to the model with this prompt. Redact it before sending (Ctrl+.).', finding.title);
  const severity = finding.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), message, severity);
  diagnostic.source = 'Lockside';
  diagnostic.code = finding.detector;
  return diagnostic;
}

function redactActions(
  parts: Parts,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source }) => source === 'Lockside');
  if (ours.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Redact this prompt'), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [...ours];
  action.isPreferred = true;
  action.edit = redactEdit(parts, document);
  return [action];
}

function redactEdit(parts: Parts, document: vscode.TextDocument): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const { edits } = parts.guard.pass(document.getText(), crossing);
  for (const one of edits) edit.replace(document.uri, rangeOf(document, one), one.replacement);
  return edit;
}

async function redactPrompts(parts: Parts): Promise<number> {
  const inputs = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === chatInputScheme);
  let count = 0;
  for (const document of inputs) {
    const edit = redactEdit(parts, document);
    count += edit.get(document.uri).length;
    if (edit.size > 0) await vscode.workspace.applyEdit(edit);
  }
  vscode.window.setStatusBarMessage(told(count), 5000);
  return count;
}

function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
