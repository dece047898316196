import * as vscode from 'vscode';
import { commands } from '../contributes';
import type { Fault } from '../core/model';
import { hintsText } from './chat/promptHints';
import { openCount } from './coverage/coverage';
import { watchCoverage } from './coverage/coverageFacts';
import { totals } from './findings/shownFindings';
import type { Parts } from './parts';
import { placesIn } from './policy/ruleFaults';

type Item = vscode.QuickPickItem & { readonly command?: string; readonly arguments?: readonly unknown[] };

/** The menu behind the status item, and the log. */
export function registerMenu(parts: Parts, isPaused: () => boolean): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showLog, () => parts.log.show()),
    vscode.commands.registerCommand(commands.showMenu, () => showMenu(parts, isPaused())),
  );
}

async function showMenu(parts: Parts, paused: boolean): Promise<void> {
  const choice = await vscode.window.showQuickPick<Item>([...faultItems(parts), ...items(parts, paused)], {
    title: 'Lockside',
    placeHolder: vscode.l10n.t('What would you like to do?'),
    matchOnDescription: true,
  });
  if (choice?.command) await vscode.commands.executeCommand(choice.command, ...(choice.arguments ?? []));
}

/** What is wrong with the settings comes first: until it is mended, an entry isn't applied. */
function faultItems(parts: Parts): Item[] {
  const faults = parts.settings.faults();
  if (faults.length === 0) return [];
  return [
    separator(vscode.l10n.t('Settings that are not applied')),
    ...faults.slice(0, 5).map(fault => ({
      label: `$(error) ${fault.where ?? 'lockside'}`,
      detail: fault.message,
      ...placeOf(parts, fault),
    })),
  ];
}

/** Where it can be mended: another scanner's file, or the settings. */
function placeOf(parts: Parts, fault: Fault): Pick<Item, 'command' | 'arguments'> {
  const place = parts.settings.foreign()?.flatMap(folder => placesIn(folder).filter(one => one.fault === fault))[0];
  if (place) return { command: 'vscode.open', arguments: [place.uri, { selection: place.range }] };
  const setting = (fault.where ?? 'lockside').replace(/\[.*$/, '');
  return { command: 'workbench.action.openSettings', arguments: [setting] };
}

function items(parts: Parts, paused: boolean): Item[] {
  const { t } = vscode.l10n;
  return [
    separator(t('Guard')),
    { label: `$(shield) ${t('Show Coverage')}`, description: openText(parts), command: commands.showCoverage },
    { label: `$(comment-discussion) ${t('Choose Guarded Model')}`, command: commands.chooseGuardedModel },
    { label: `$(terminal) ${t('Set Up an AI Client')}`, command: commands.setUpClient },
    { label: `$(edit) ${t('Redact Chat Input')}`, command: commands.redactPrompt },
    ...hintItems(parts),
    separator(t('Workspace')),
    { label: `$(search) ${t('Audit Workspace')}`, command: commands.auditWorkspace },
    { label: `$(history) ${t('Check AI Transcripts')}`, command: commands.checkTranscripts },
    { label: `$(list-tree) ${t('Show Findings')}`, description: findingsText(parts), command: commands.showFindings },
    { label: `$(copy) ${t('Make Synthetic Copy')}`, command: commands.synthesize },
    { label: `$(lock) ${t('Why Is This File Confidential?')}`, command: commands.showClass },
    paused
      ? { label: `$(debug-start) ${t('Resume Findings in the Editor')}`, command: commands.resume }
      : { label: `$(debug-pause) ${t('Pause Findings in the Editor')}`, command: commands.pause },
    separator(t('Team and help')),
    { label: `$(law) ${t('Show Policy')}`, command: commands.showPolicy },
    { label: `$(organization) ${t('Set Up Team Policy')}`, command: commands.shareTeamPolicy },
    { label: `$(pass) ${t('Accept Current Findings as Baseline…')}`, command: commands.acceptFindings },
    { label: `$(beaker) ${t('Open Sample Finding')}`, command: commands.openSample },
    { label: `$(output) ${t('Show Log')}`, command: commands.showLog },
  ];
}

function hintItems({ activity: { advice } }: Parts): Item[] {
  if (advice.length === 0) return [];
  const label = `$(fold) ${vscode.l10n.t('What the Last Prompt Didn’t Need')}`;
  return [{ label, description: hintsText(advice), command: commands.showPromptHints }];
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function openText(parts: Parts): string {
  const coverage = watchCoverage(parts);
  const open = openCount(coverage.rows());
  coverage.dispose();
  return open > 0 ? vscode.l10n.t('{0} open', open) : '';
}

function findingsText(parts: Parts): string {
  const { findings } = totals(parts.findings);
  return findings > 0 ? String(findings) : '';
}
