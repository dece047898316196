import * as vscode from 'vscode';
import { anyModel } from '../../agents/hookPorts';
import { commands } from '../../contributes';
import type { Action, Destination } from '../../core/model';
import { type Opinion, stricter } from '../../core/policy';
import type { TargetArgument } from '../findings/findingTarget';
import { pathOf } from '../findings/scanDocuments';
import type { Parts } from '../parts';
import { type ChosenFinding, chosenFinding } from './chosenFinding';
import { layerName } from './policyPage';
import { type Cell, openTablesPage, type Section, type Tables } from './tablesPage';

/** Says of a finding which layer decided on each way out, and what each layer says; undefined where there is no finding. */
export async function explainFinding(parts: Parts, argument: TargetArgument): Promise<vscode.WebviewPanel | undefined> {
  const chosen = await chosenFinding(parts, argument);
  if (!chosen) return undefined;
  const page = openTablesPage(parts.context, 'lockside.explain', tablesOf(parts, chosen));
  const listener = parts.settings.onDidChange(() => page.show(tablesOf(parts, chosen)));
  page.panel.onDidDispose(() => listener.dispose());
  return page.panel;
}

function tablesOf(parts: Parts, { uri, file, decision }: ChosenFinding): Tables {
  const { t } = vscode.l10n;
  const { finding } = decision;
  const target = { uri: uri.toString(), start: finding.start };
  const line = file.range(decision).start.line + 1;
  const ways: [string, Destination][] = [
    [t('To a guarded model'), anyModel],
    ...vendorModels(parts).map((name): [string, Destination] => [t('To {0}', name), { kind: 'model', name }]),
    [t('Into a command of an agent'), { kind: 'command', name: 'any' }],
    [t('To the clipboard, by Copy Safe for AI'), { kind: 'clipboard', name: '' }],
    [t('In this editor'), { kind: 'editor', name: pathOf({ uri }) }],
  ];
  const sections = ways.map(([title, destination]) => wayOut(parts, { uri, file, decision }, title, destination));
  return {
    title: t('What happens to this finding, and why'),
    intro: t('{0} in {1}, line {2}: {3}.', finding.title, pathOf({ uri }), line, finding.reason),
    sections: [
      ...sections,
      {
        title: t('What you can do'),
        text: t('A waiver lets it go for a while, with a reason and the signature of an approver.'),
        buttons: [
          { label: t('Waive Finding…'), run: () => vscode.commands.executeCommand(commands.waiveFinding, target) },
          { label: t('Show Policy'), run: () => vscode.commands.executeCommand(commands.showPolicy) },
        ],
      },
    ],
  };
}

/** The models on offer of which a layer has something on record. */
function vendorModels(parts: Parts): string[] {
  const { policies } = parts.settings.state();
  const named = policies.flatMap(({ vendors = [] }) => vendors.flatMap(({ destinations = [] }) => destinations));
  return [...new Set(named.filter(name => name.startsWith('model:')))]
    .map(name => name.slice('model:'.length).replace(/\*+/g, 'any'))
    .slice(0, 5);
}

function wayOut(parts: Parts, { uri, decision }: ChosenFinding, title: string, destination: Destination): Section {
  const { t } = vscode.l10n;
  const policy = parts.guard.policy();
  const source = { path: pathOf({ uri }) };
  const { action, layer, reason, suppressed } = policy.decide(decision.finding, source, destination);
  const opinions = policy.explain(decision.finding.detector, source, destination);
  const why = suppressed === undefined ? reason : t('accepted: {0}', suppressed);
  return {
    title: t('{0}: {1}', title, actionName(action)),
    text: t('{0} decided: {1}', layerName(layer), why),
    columns: [t('Layer'), t('What it says'), t('Why'), t('Counts')],
    rows: opinions.map(one => opinionRow(one, opinions, { action, layer })),
  };
}

function opinionRow(one: Opinion, all: readonly Opinion[], decided: { action: Action; layer: string }): Cell[] {
  const { t } = vscode.l10n;
  const decides = one.layer === decided.layer && one.action === decided.action;
  const loosened = one.layer === 'default' && all.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  const counts = decides
    ? t('this decided')
    : one.waiver !== undefined
      ? t('waived ({0})', one.waiver)
      : loosened
        ? t('a nearer layer has taken its place')
        : stricter(decided.action, one.action)
          ? t('another layer is stricter')
          : t('agrees');
  return [
    { text: one.vendor ? `${layerName(one.layer)} (${t('vendor')})` : layerName(one.layer) },
    { text: actionName(one.action) },
    { text: one.reason },
    { text: counts, ...(decides ? { state: 'good' as const } : {}) },
  ];
}

/** What becomes of a value, in words. */
export function actionName(action: Action): string {
  const { t } = vscode.l10n;
  const names: Readonly<Record<Action, string>> = {
    allow: t('let through'),
    log: t('let through and recorded'),
    warn: t('let through and shown'),
    ask: t('asked about first'),
    redact: t('replaced by a placeholder'),
    block: t('stopped'),
  };
  return names[action];
}
