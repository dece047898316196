import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { isTable } from '../../core/fields';
import type { Decision } from '../../core/model';
import { redact } from '../../core/redact';
import type { Parts } from '../parts';
import { openTarget, type Target, type TargetArgument } from './findingTarget';
import { type DocumentScans, pathOf, rangeOf } from './scanDocuments';
import { shownFields, shownFindings } from './shownFindings';

/** The command that replaces findings of a file by placeholders: all of them, or the one that the argument names. */
export function registerRedactFile(parts: Parts, scans: DocumentScans): vscode.Disposable {
  return vscode.commands.registerCommand(commands.redactFile, async (argument: TargetArgument) => {
    const target = await openTarget(scans, argument);
    if (!target) return 0;
    const decisions = chosen(target);
    if (decisions.length > 0) await vscode.workspace.applyEdit(redactEdit(parts, target, decisions));
    vscode.window.setStatusBarMessage(told(decisions.length), 5000);
    return decisions.length;
  });
}

/** What an argument names, in the order of the text: a finding, the column that it stands in, all columns, or everything. */
function chosen({ file, decision, scope }: Target): readonly Decision[] {
  if (scope === 'columns') return shownFindings(file).filter(({ finding }) => isTable(finding.field));
  if (scope === 'column' && decision) {
    const item = shownFields(file).find(({ field }) => field === decision.finding.field);
    return item?.all ?? [decision];
  }
  return decision ? [decision] : shownFindings(file);
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
  const text = document.getText();
  const { text: redacted, edits } = redact(text, findings, parts.guard.vault, undefined, path);
  if (edits.length > mostEdits) {
    const span = { start: edits[0]!.start, end: edits.at(-1)!.end };
    const replaced = redacted.slice(span.start, redacted.length - (text.length - span.end));
    edit.replace(document.uri, rangeOf(document, span), replaced);
  }
  for (const one of edits)
    if (edits.length <= mostEdits) edit.replace(document.uri, rangeOf(document, one), one.replacement);
  const place = { channel: 'editor', destination: { kind: 'editor', name: path }, action: 'redact', path } as const;
  parts.activity.record(
    edits.map(({ finding: { detector, fingerprint }, placeholder }, index) => {
      const { layer, reason } = decisions[index]!;
      return { ...place, layer, reason, detector, fingerprint, placeholder };
    }),
  );
  return edit;
}

/** The editor takes long for thousands of edits, and none for one that is long. */
const mostEdits = 200;

/** What the person is told after values have been replaced. */
export function told(count: number): string {
  if (count === 0) return vscode.l10n.t('Lockside: nothing to redact here');
  return count === 1
    ? vscode.l10n.t('Lockside: 1 value replaced by a placeholder')
    : vscode.l10n.t('Lockside: {0} values replaced by placeholders', count);
}
