import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { type Acceptance, acceptFindings, baselinePath, problemOf } from '../../core/baseline';
import { readBaselineFile, writeBaselineFile } from '../../io/baselineFile';
import { gitUserName } from '../../io/git';
import type { FileFindings, Parts } from '../parts';
import { today } from '../workspaceSettings';
import { baselineFolders } from './baselineFiles';
import { findingCount } from './countText';
import { pathOf } from './scanDocuments';
import { askExpiry, ensureSalt, whyNot } from './suppress';

/**
 * The command "Accept Current Findings as Baseline…": asks for a reason, an owner and an end, audits the workspace, and accepts
 * everything that is found. Its arguments may say all three beforehand. Returns the number of findings that it accepted.
 */
export function registerAcceptFindings(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.acceptFindings,
    async (given?: Partial<Acceptance>): Promise<number | undefined> => {
      const [first] = baselineFolders();
      const refusal = first
        ? whyNot()
        : vscode.l10n.t('Open a folder on this machine first: the baseline is a file in it.');
      if (!first || refusal) {
        void vscode.window.showWarningMessage(refusal ?? '');
        return undefined;
      }
      const acceptance = await ask(given ?? {}, first);
      if (!acceptance) return undefined;
      await ensureSalt(parts, first.uri);
      await vscode.commands.executeCommand(commands.auditWorkspace);
      const accepted = accept(parts, acceptance);
      void tell(accepted, acceptance, first);
      return accepted;
    },
  );
}

/** Undefined where the person gave up, or the arguments of a keybinding make no sense. */
async function ask(given: Partial<Acceptance>, { uri }: vscode.WorkspaceFolder): Promise<Acceptance | undefined> {
  const reason = given.reason ?? (await askReason());
  const owner = reason && (given.owner ?? (await askOwner((await gitUserName(uri.fsPath)) ?? '')));
  const expires = owner && (given.expires ?? (await askExpiry(false)));
  if (!reason || !owner || !expires) return undefined;
  const problem = problemOf({ reason, owner, expires }, today());
  if (problem === undefined) return { reason, owner, expires };
  void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was accepted: {0}', problem));
  return undefined;
}

function askReason(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Accept all current findings'),
    prompt: vscode.l10n.t('Why may they stand for now? Everyone who opens this repository can read it.'),
    placeHolder: vscode.l10n.t('Known before Lockside came; to be rotated by the platform team'),
    ignoreFocusOut: true,
    validateInput: text =>
      text.trim().length < 3 || text.length > 500 ? vscode.l10n.t('Between 3 and 500 characters') : undefined,
  });
}

function askOwner(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Accept all current findings'),
    prompt: vscode.l10n.t('Who answers for them? A person or a team.'),
    value,
    ignoreFocusOut: true,
  });
}

function accept(parts: Parts, acceptance: Acceptance): number {
  let accepted = 0;
  for (const folder of baselineFolders()) {
    const files = [...parts.findings.all()].filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri) === folder);
    const found = files.flatMap(file => openFindings(file));
    const { entries } = readBaselineFile(folder.uri.fsPath);
    const { added, ...change } = acceptFindings(entries, found, acceptance, today());
    if (added > 0) writeBaselineFile(folder.uri.fsPath, change.entries);
    for (const part of ['text', 'packages', 'agents'] as const)
      for (const { uri } of files) {
        const file = parts.findings.get(uri, part);
        if (file) parts.findings.set(letGo(file, acceptance.reason), part);
      }
    accepted += added;
  }
  return accepted;
}

/** What a report would tell of a file. */
function openFindings(file: FileFindings) {
  const path = pathOf(file);
  return file.decisions
    .filter(({ action, suppressed }) => action !== 'allow' && suppressed === undefined)
    .map(({ finding: { detector, fingerprint } }) => ({ path, detector, fingerprint }));
}

/** What the next audit would say; until then nobody reads these files again. */
function letGo(file: FileFindings, reason: string): FileFindings {
  const decisions = file.decisions.map(decision =>
    decision.action === 'allow'
      ? decision
      : ({ ...decision, action: 'allow', layer: 'workspace', reason, suppressed: reason } as const),
  );
  return { ...file, decisions };
}

async function tell(accepted: number, { expires }: Acceptance, { uri }: vscode.WorkspaceFolder): Promise<void> {
  const { t } = vscode.l10n;
  if (accepted === 0) return void vscode.window.showInformationMessage(t('There was nothing new to accept.'));
  const show = t('Show Baseline');
  const told = t(
    '{0} accepted until {1}, in {2}. Commit it for your team.',
    findingCount(accepted),
    expires,
    baselinePath,
  );
  if ((await vscode.window.showInformationMessage(told, show)) !== show) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(uri, baselinePath));
}
