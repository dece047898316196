import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Waiver } from '../../core/waivers';
import { readKeptWaivers, waiversPath, writeWaivers } from '../../io/waiversFile';
import { commandLineFile } from '../coverage/setUpClient';
import type { TargetArgument } from '../findings/findingTarget';
import { pathOf } from '../findings/scanDocuments';
import { askExpiry } from '../findings/suppress';
import type { Parts } from '../parts';
import { usualKey } from '../usualKey';
import { type ChosenFinding, chosenFinding } from './chosenFinding';
import { openAt } from './openAt';
import { policyRoot } from './policyFacts';

/** What a person says of a waiver beforehand, by a keybinding's arguments. */
export interface WaiverAnswers {
  readonly reason?: string;
  readonly owner?: string;
  /** The last day, `YYYY-MM-DD`, or an instant in UTC. */
  readonly expires?: string;
  readonly destinations?: readonly string[];
}

/** Writes down a waiver that nobody has signed: it changes nothing until an approver does. The waiver's id, undefined where none was written. */
export async function waiveFinding(
  parts: Parts,
  argument: TargetArgument,
  given: WaiverAnswers = {},
): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const root = policyRoot();
  if (root === undefined || !vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(
      t('A waiver stands in the files of a trusted folder: open one, and trust it.'),
    );
    return undefined;
  }
  const kept = readKeptWaivers(root);
  if ('error' in kept) {
    void vscode.window.showErrorMessage(t('{0} can’t be read: {1}', waiversPath, kept.error));
    return undefined;
  }
  const chosen = await chosenFinding(parts, argument);
  const waiver = chosen && (await askWaiver(chosen, given));
  if (!waiver) return undefined;
  writeWaivers(root, [...kept.waivers, waiver]);
  await openAt(vscode.Uri.file(join(root, waiversPath)), [kept.waivers.length]);
  void showSigning(parts, waiver.id);
  return waiver.id;
}

async function askWaiver({ uri, decision }: ChosenFinding, given: WaiverAnswers): Promise<Waiver | undefined> {
  const { t } = vscode.l10n;
  const { finding } = decision;
  const title = t('Waive: {0}', finding.title);
  const destinations = given.destinations ?? (await askDestinations(title));
  const reason =
    destinations &&
    (given.reason ?? (await askText(title, t('Why may it go? Everyone who opens this repository can read it.'))));
  const owner = reason && (given.owner ?? (await askText(title, t('Who answers for it? A name or an address.'))));
  const day = owner && (given.expires ?? (await askExpiry(false)));
  if (!destinations || !reason || !owner || !day) return undefined;
  return {
    id: randomBytes(6).toString('hex'),
    detectors: [finding.detector],
    paths: [pathOf({ uri })],
    ...(destinations.length > 0 ? { destinations } : {}),
    action: 'allow',
    ...{ reason, owner, expires: new Date(/T/.test(day) ? day : `${day}T23:59:59Z`).toISOString() },
  };
}

async function askDestinations(title: string): Promise<readonly string[] | undefined> {
  const { t } = vscode.l10n;
  const items = [
    { label: t('To models'), description: 'model:*', destinations: ['model:*'] },
    { label: t('Into commands of agents'), description: 'command:*', destinations: ['command:*'] },
    { label: t('To the clipboard'), description: 'clipboard:', destinations: ['clipboard:'] },
    { label: t('Everywhere'), description: '', destinations: [] as string[] },
  ];
  const placeHolder = t('Where may it go?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.destinations;
}

function askText(title: string, prompt: string): Thenable<string | undefined> {
  const validateInput = (text: string) =>
    text.trim().length < 3 || text.length > 500 ? vscode.l10n.t('Between 3 and 500 characters') : undefined;
  return vscode.window.showInputBox({ title, prompt, validateInput, ignoreFocusOut: true });
}

/** Tells how an approver signs: in a terminal of their own, by their own hand. Nothing is run here. */
export async function showSigning(parts: Parts, id: string): Promise<void> {
  const { t } = vscode.l10n;
  const command = `lockside waiver sign ${id} --key ~/.ssh/${usualKey()}`;
  const [open, copy] = [t('Open a Terminal with It'), t('Copy the Command')];
  const message = t('The waiver {0} changes nothing until an approver signs it: {1}', id, command);
  const answer = await vscode.window.showInformationMessage(message, open, copy);
  if (answer === copy) await vscode.env.clipboard.writeText(command);
  if (answer === open) openTerminal(parts, id);
}

/** The command stands on the line, and the person runs it, or not. */
function openTerminal(parts: Parts, id: string): void {
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('Sign a waiver'),
    ...(policyRoot() === undefined ? {} : { cwd: policyRoot()! }),
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  terminal.show();
  const program = [process.execPath, commandLineFile(parts)].map(file => `"${file}"`).join(' ');
  const call = process.platform === 'win32' ? `& ${program}` : program;
  terminal.sendText(`${call} waiver sign ${id} --key ~/.ssh/${usualKey()}`, false);
}
