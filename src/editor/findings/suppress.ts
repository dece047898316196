import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { commands, settings as names } from '../../contributes';
import type { Decision } from '../../core/model';
import type { Suppression } from '../../core/policy';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';
import { atCursor, openTarget, type Target, type TargetArgument } from './findingTarget';
import { type DocumentScans, pathOf } from './scanDocuments';
import { shownItems } from './shownFindings';

/** What a person says when ignoring a finding; a keybinding's or a link's arguments may say it beforehand. */
export interface Answers {
  readonly reason?: string;
  /** `YYYY-MM-DD`, or `never`. */
  readonly expires?: string;
  /** The value wherever it stands, or whatever its detector finds in this file; `value` unless given. */
  readonly scope?: 'value' | 'kindInFile';
}

/** The command "Ignore Finding…": asks for a reason and an end, and writes both into the workspace's settings. */
export function registerSuppress(parts: Parts, scans: DocumentScans): vscode.Disposable {
  return vscode.commands.registerCommand(
    commands.suppressFinding,
    async (argument: TargetArgument, given: unknown): Promise<boolean> => {
      const answers = readAnswers(given ?? argument);
      const target = (await packageTarget(parts, argument)) ?? (await openTarget(scans, argument));
      const decision = target && (target.decision ?? (await choose(target)));
      if (!target || !decision) return false;
      const refusal = whyNot();
      if (refusal) {
        void vscode.window.showWarningMessage(refusal);
        return false;
      }
      const reason = answers.reason ?? (await askReason(decision));
      const expires = reason && (answers.expires ?? (await askExpiry(true)));
      if (!reason || !expires) return false;
      return write(parts, target, decision, answers.scope ?? 'value', {
        reason,
        ...(expires === 'never' ? {} : { expires }),
      });
    },
  );
}

/** What is said of a package is found by the package, not by the text. */
async function packageTarget(parts: Parts, argument: TargetArgument): Promise<Target | undefined> {
  if (!argument || !('uri' in argument)) return undefined;
  const uri = typeof argument.uri === 'string' ? vscode.Uri.parse(argument.uri) : argument.uri;
  const file = parts.findings.get(uri, 'packages');
  const { decision: given, start, detector } = argument;
  const decision = file?.decisions.find(({ finding }) =>
    given
      ? given.finding.fingerprint === finding.fingerprint && given.finding.start === finding.start
      : finding.start === start && finding.detector === detector,
  );
  return file && decision ? { document: await vscode.workspace.openTextDocument(uri), file, decision } : undefined;
}

/** Arguments come from keybindings too, and the findings view passes a selection as the second one. */
function readAnswers(given: unknown): Answers {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Answers) : {};
}

/** Why nothing can be let go here, for the person. */
export function whyNot(): string | undefined {
  if (!vscode.workspace.workspaceFolders) {
    return vscode.l10n.t('Open a folder first: what is ignored is written into its settings, with a reason.');
  }
  return vscode.workspace.isTrusted
    ? undefined
    : vscode.l10n.t('Trust this workspace first: until then its settings can’t let findings go.');
}

async function choose(target: Target): Promise<Decision | undefined> {
  const here = atCursor(target);
  const all = shownItems(target.file).map(({ first }) => first);
  if (here || all.length < 2) return here ?? all[0];
  const items = all.map(decision => ({
    label: decision.finding.title,
    description: vscode.l10n.t('line {0}', target.file.range(decision).start.line + 1),
    decision,
  }));
  const placeHolder = vscode.l10n.t('Which finding shall be ignored?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.decision;
}

function askReason({ finding }: Decision): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore: {0}', finding.title),
    prompt: vscode.l10n.t('Why is it safe to ignore? Everyone who opens this repository can read it.'),
    placeHolder: vscode.l10n.t('A test key that opens nothing'),
    ignoreFocusOut: true,
    validateInput: text =>
      text.trim().length < 3 || text.length > 500 ? vscode.l10n.t('Between 3 and 500 characters') : undefined,
  });
}

/** Asks for a last day, `YYYY-MM-DD`; `never` where there need be none. */
export async function askExpiry(forGood: boolean): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const until = (label: string, days: number) => {
    const expires = today(new Date(Date.now() + days * 86_400_000));
    return { label, description: expires, expires };
  };
  const items = [
    until(t('For 90 days'), 90),
    until(t('For 30 days'), 30),
    until(t('For a year'), 365),
    ...(forGood ? [{ label: t('For good'), description: '', expires: 'never' }] : []),
  ];
  const placeHolder = forGood ? t('How long shall it be ignored?') : t('How long may they stand?');
  return (await vscode.window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.expires;
}

async function write(
  parts: Parts,
  { document, file }: Target,
  decision: Decision,
  scope: NonNullable<Answers['scope']>,
  told: Pick<Suppression, 'reason' | 'expires'>,
): Promise<boolean> {
  const { detector } = decision.finding;
  const value = file.subject?.(decision) ?? document.getText(file.range(decision));
  try {
    if (scope === 'value') await ensureSalt(parts, document.uri);
    const what = scope === 'value' ? { fingerprint: parts.settings.fingerprint(detector, value) } : {};
    const path = scope === 'value' ? {} : { path: pathOf(document) };
    await append(document.uri, { ...what, ...path, detector, ...told });
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Lockside could not write the settings: {0}', String(error)));
    return false;
  }
  const place = vscode.workspace.workspaceFile?.path.split('/').pop() ?? '.vscode/settings.json';
  vscode.window.setStatusBarMessage(vscode.l10n.t('Lockside: ignored; written to {0}', place), 8000);
  return true;
}

/** A fingerprint holds for the whole team only with a salt that the team shares. */
export async function ensureSalt({ settings }: Parts, uri: vscode.Uri): Promise<void> {
  if (settings.value<string>(names.fingerprintSalt)) return;
  const arrived = new Promise<void>(resolve => {
    const listener = settings.onDidChange(() => {
      listener.dispose();
      resolve();
    });
  });
  const salt = randomBytes(24).toString('base64url');
  await configuration(uri).update(names.fingerprintSalt, salt, vscode.ConfigurationTarget.Workspace);
  if (!settings.value<string>(names.fingerprintSalt)) await arrived;
}

async function append(uri: vscode.Uri, entry: Suppression): Promise<void> {
  const target = vscode.workspace.workspaceFile
    ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.ConfigurationTarget.Workspace;
  const known = configuration(uri).inspect<Suppression[]>(names.suppressions);
  const list = (vscode.workspace.workspaceFile ? known?.workspaceFolderValue : known?.workspaceValue) ?? [];
  await configuration(uri).update(names.suppressions, [...list, entry], target);
}

function configuration(uri: vscode.Uri): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('lockside', uri);
}
