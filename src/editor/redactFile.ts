import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { Decision } from '../core/model';
import { redact } from '../core/redact';
import { openTarget, type Target, type TargetArgument } from './findingTarget';
import type { Parts } from './parts';
import { type DocumentScans, pathOf, rangeOf } from './scanDocuments';
import { shownFindings } from './shownFindings';

/** The command that replaces findings of a file by placeholders: all of them, or the one that the argument names. */
export function registerRedactFile(parts: Parts, scans: DocumentScans): vscode.Disposable {
  return vscode.commands.registerCommand(commands.redactFile, async (argument: TargetArgument) => {
    const target = await openTarget(scans, argument);
    if (!target) return 0;
    const decisions = target.decision ? [target.decision] : shownFindings(target.file);
    if (decisions.length > 0) await vscode.workspace.applyEdit(redactEdit(parts, target, decisions));
    vscode.window.setStatusBarMessage(told(decisions.length), 5000);
    return decisions.length;
  });
}

/** Replaces some findings of a document by placeholders. Made when it is wanted, since it gives placeholders out. */
export function redactEdit(
  parts: Parts,
  { document }: Pick<Target, 'document'>,
  decisions: readonly Decision[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const path = pathOf(document);
  const findings = decisions.map(({ finding }) => finding);
  const { edits } = redact(document.getText(), findings, parts.guard.vault, undefined, path);
  for (const [index, one] of edits.entries()) {
    edit.replace(document.uri, rangeOf(document, one), one.replacement);
    const { detector, fingerprint } = one.finding;
    const { layer } = decisions[index]!;
    const destination = { kind: 'editor', name: path } as const;
    const { placeholder } = one;
    parts.activity.record({
      channel: 'editor',
      destination,
      action: 'redact',
      layer,
      detector,
      fingerprint,
      placeholder,
    });
  }
  return edit;
}

/** What the person is told after values have been replaced. */
export function told(count: number): string {
  if (count === 0) return vscode.l10n.t('Lockside: nothing to redact here');
  return count === 1
    ? vscode.l10n.t('Lockside: 1 value replaced by a placeholder')
    : vscode.l10n.t('Lockside: {0} values replaced by placeholders', count);
}
