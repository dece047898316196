import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { decideRelease, type Outlet, type Release } from '../../core/egress';
import type { VaultEntry } from '../../core/model';
import { occurrences } from '../../core/placeholders';
import { isPublished } from '../../io/git';
import type { Parts } from '../parts';
import { openTarget, type TargetArgument } from './findingTarget';
import { type DocumentScans, pathOf, rangeOf } from './scanDocuments';

/** The command that puts the values back into a file, as far as the policy lets them go there. */
export function registerRestoreFile(parts: Parts, scans: DocumentScans): vscode.Disposable {
  return vscode.commands.registerCommand(commands.restoreFile, async (argument: TargetArgument) => {
    const target = await openTarget(scans, argument);
    if (!target) return 0;
    const { document } = target;
    const found = [...occurrences(document.getText(), parts.guard.vault)];
    const released = await release(parts, document, new Set(found.map(({ entry }) => entry)));
    const edit = new vscode.WorkspaceEdit();
    const restored = found.filter(({ entry }) => released.has(entry));
    for (const one of restored) edit.replace(document.uri, rangeOf(document, one), one.spell(one.entry.value));
    if (restored.length > 0) await vscode.workspace.applyEdit(edit);
    vscode.window.setStatusBarMessage(told(found.length, restored.length), 5000);
    return restored.length;
  });
}

/** Asks at most once for the whole file. */
async function release(
  parts: Parts,
  document: vscode.TextDocument,
  entries: ReadonlySet<VaultEntry>,
): Promise<ReadonlySet<VaultEntry>> {
  const outlet = await outletOf(document);
  const decided = Array.from(entries, entry => ({ entry, ...decideRelease(entry, outlet, parts.settings.policy()) }));
  const asked = decided.filter(({ action }) => action === 'ask');
  const allowed = asked.length > 0 && (await confirmed(asked.length, outlet.label));
  const goes = ({ action }: Pick<Release, 'action'>) => action === 'allow' || (action === 'ask' && allowed);
  const place = { channel: 'editor', destination: { kind: 'file', name: outlet.label } } as const;
  const unrecorded = parts.guard.recordRestore(
    decided.map(({ entry, layer, rule: reason, ...release }) => ({
      ...{ ...place, entry, layer, reason },
      action: goes(release) ? 'allow' : 'block',
    })),
  );
  if (unrecorded) void vscode.window.showErrorMessage(unrecorded.message);
  return new Set(unrecorded ? [] : decided.filter(goes).map(({ entry }) => entry));
}

async function outletOf(document: vscode.TextDocument): Promise<Outlet> {
  const path = pathOf(document);
  const published = document.uri.scheme === 'file' && (await isPublished(document.uri.fsPath));
  return { sink: published ? 'publishedFile' : 'workspaceFile', label: path, path };
}

async function confirmed(count: number, path: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const yes = t('Restore');
  const question = t('Put {0} real values into {1}?', count, path);
  const detail = t('Git would publish this file with the next commit.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

function told(found: number, restored: number): string {
  const { t } = vscode.l10n;
  if (found === 0) return t('Lockside: no known placeholders here');
  return restored === found
    ? t('Lockside: {0} placeholders restored', restored)
    : t('Lockside: {0} of {1} placeholders restored; the policy holds the others', restored, found);
}
