import { type JSONPath, modify } from 'jsonc-parser';
import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { fetchPolicy } from '../../io/fetchPolicy';
import type { Parts } from '../parts';
import type { PolicyDiagnostics } from './policyDiagnostics';
import { integrityNow, policyRoot } from './policyFacts';
import type { PolicyFix } from './policyProblems';
import { showSigning } from './waiveFinding';

/** The quick fixes of the problems at a place. */
export function provideFixes(
  { of }: PolicyDiagnostics,
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return of(document.uri)
    .filter(one => one.range.intersection(range))
    .flatMap(({ range, problem }) =>
      problem.fixes.map((fix, index) => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = diagnostics.filter(one => one.code === problem.code && one.range.isEqual(range));
        action.isPreferred = index === 0 && fix.kind !== 'sign';
        if (fix.kind === 'replace' || fix.kind === 'remove') action.edit = editOf(document, fix);
        else action.command = { ...run, title: fix.title, arguments: [document.uri.toString(), fix] };
        return action;
      }),
    );
}

const run = { command: commands.mendPolicy };

/** Does what a quick fix couldn't say as an edit: asks where a policy comes from, or shows how a person signs. */
export async function runFix(parts: Parts, where: string, fix: PolicyFix): Promise<void> {
  if (fix.kind === 'sign') return showSigning(parts, fix.id);
  if (fix.kind !== 'pin') return;
  const integrity = await integrityFor(fix.from);
  if (integrity === undefined) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(where));
  await vscode.workspace.applyEdit(editOf(document, { path: [...fix.path, 'integrity'], value: integrity }));
  await document.save();
}

async function integrityFor(from: string): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const root = policyRoot();
  if (root === undefined || !vscode.workspace.isTrusted) return undefined;
  const { integrity } = integrityNow(root, { from });
  if (integrity !== undefined) return integrity;
  const fetched = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t('Lockside fetches {0}', from) },
    () => fetchPolicy(root, { from }),
  );
  if ('error' in fetched) {
    void vscode.window.showErrorMessage(t('The policy could not be fetched: {0}', fetched.error));
    return undefined;
  }
  await vscode.window.showTextDocument(vscode.Uri.file(fetched.file), { preview: true });
  const pin = t('Pin It');
  const question = t(
    'This is the policy that came. Shall it hold from now on? Its hash is pinned, so that no other one can take its place.',
  );
  return (await vscode.window.showInformationMessage(question, pin)) === pin ? fetched.integrity : undefined;
}

function editOf(document: vscode.TextDocument, fix: { path: JSONPath; value?: unknown }): vscode.WorkspaceEdit {
  const text = document.getText();
  const formattingOptions = {
    tabSize: 2,
    insertSpaces: !/^\t/m.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, length, content } of modify(text, fix.path, fix.value, { formattingOptions }))
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
      content,
    );
  return edit;
}
