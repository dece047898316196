import * as vscode from 'vscode';
import { anyModel } from '../../agents/hookPorts';
import { commands } from '../../contributes';
import { maskedPreview } from '../../core/maskedPreview';
import type { Action, Decision, Destination, Kind } from '../../core/model';
import { lawsOf } from '../../core/records/laws';
import { revocationOf } from '../../core/revocation';
import type { FileFindings, Parts } from '../parts';
import { fieldName, fieldTable } from './fieldText';
import { decodedHidden } from './hiddenText';
import type { Pause } from './pause';
import { type DocumentScans, pathOf, scannedSchemes } from './scanDocuments';
import { isField, itemsAt, type ShownField, shownAt, shownFields } from './shownFindings';
import { checkOf, type KeyStates } from './verifyKey';

/** Says of a finding what it is, why it was found, and what happens to it on each way out. */
export function registerHover(parts: Parts, pause: Pause, scans: DocumentScans, states: KeyStates): vscode.Disposable {
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  return vscode.languages.registerHoverProvider(selector, {
    provideHover(document, position) {
      if (pause.isQuiet()) return undefined;
      const file = scans.current(document);
      const at = document.offsetAt(position);
      const [item] = itemsAt(file, at);
      if (item && isField(item)) return new vscode.Hover(aboutField(parts, document, file, item), shownAt(file, item));
      const decision = item?.first ?? accepted(file).find(one => file.range(one).contains(position));
      return decision && new vscode.Hover(content(parts, states, document, file, decision), file.range(decision));
    },
  });
}

/** What is let go isn't shown, but whoever points at it learns why. */
function accepted({ decisions }: FileFindings): Decision[] {
  return decisions.filter(({ suppressed }) => suppressed !== undefined);
}

function content(
  parts: Parts,
  states: KeyStates,
  document: vscode.TextDocument,
  file: FileFindings,
  decision: Decision,
): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const { finding } = decision;
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: linked };
  const isValue = finding.kind === 'secret' || finding.kind === 'pii';
  const preview = isValue ? ` \`${maskedPreview(document.getText(file.range(decision)), finding)}\`` : '';
  const length = t('{0} characters', finding.end - finding.start);
  markdown.appendMarkdown(`**Lockside: ${escaped(finding.title)}**${preview} (${length})\n\n`);
  const decoded = decodedHidden(parts.guard.scanner, document, finding);
  if (decoded) markdown.appendMarkdown(`${t('It says:')}\n`).appendCodeblock(decoded.slice(0, 500), 'text');
  markdown.appendMarkdown(`${t('Why: {0}', escaped(finding.reason))}\n\n`);
  markdown.appendMarkdown(`${links(document, decision)}\n\n`);
  for (const line of waysOut(parts, document, decision)) markdown.appendMarkdown(`- ${line}\n`);
  for (const line of layersSay(parts, document, decision)) markdown.appendMarkdown(`  - ${line}\n`);
  for (const line of remedies(states, decision)) markdown.appendMarkdown(`\n${line}\n`);
  const laws = lawsOf(finding.detector);
  if (laws.length > 0) markdown.appendMarkdown(`\n${t('Law: {0}', escaped(laws.join(', ')))}\n`);
  return markdown.appendMarkdown(`\n\`${finding.detector}\` · ${t('fingerprint')} \`${finding.fingerprint}\``);
}

/** A column is told as one thing, beside what the others of its text hold. */
function aboutField(
  parts: Parts,
  document: vscode.TextDocument,
  file: FileFindings,
  item: ShownField,
): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const { first, field } = item;
  const fields = shownFields(file);
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: linked };
  const target = { uri: document.uri.toString(), start: first.finding.start };
  markdown.appendMarkdown(`**Lockside: ${escaped(fieldName(item))}**\n\n`);
  markdown.appendMarkdown(`${t('Why: {0}', escaped(first.finding.reason))}\n\n`);
  const actions = [
    link('$(shield) ', t('Redact the column'), commands.redactFile, [{ ...target, scope: 'column' }]),
    ...(fields.length > 1
      ? [link('$(shield) ', t('Redact all columns'), commands.redactFile, [{ ...target, scope: 'columns' }])]
      : []),
    link('$(eye-closed) ', t('Nobody’s data? Ignore…'), commands.suppressFinding, [{ ...target, scope: 'kindInFile' }]),
  ];
  markdown.appendMarkdown(`${actions.join(' &nbsp; ')}\n\n`);
  markdown.appendMarkdown(`${fieldTable(fields)}\n\n`);
  for (const line of waysOut(parts, document, first)) markdown.appendMarkdown(`- ${line}\n`);
  const laws = lawsOf(field.detector);
  return markdown.appendMarkdown(`\n\`${field.detector}\` · ${t('Law: {0}', escaped(laws.join(', ')))}`);
}

const linked = [
  ...[commands.redactFile, commands.suppressFinding, commands.showCoverage, commands.verifyKey],
  ...[commands.explainFinding, commands.waiveFinding],
];

/** What a provider said of the key, and what makes it worthless. */
function remedies(states: KeyStates, { finding }: Decision): string[] {
  const { t } = vscode.l10n;
  const asked = states.of(finding);
  const revocation = revocationOf(finding);
  const page = revocation?.url ? ` [${t('Open the Page')}](${revocation.url})` : '';
  return [
    ...(asked?.state === 'live' ? [`**${t('The provider accepts this key: it is live.')}**\n`] : []),
    ...(asked?.state === 'inactive' ? [`${t('The provider does not accept this key (any more).')}\n`] : []),
    ...(revocation ? [t('If it has leaked: {0}', escaped(revocation.how)) + page] : []),
  ];
}

/** The reasons come from settings and other files and are shown as they are. */
function waysOut(parts: Parts, document: vscode.TextDocument, here: Decision): string[] {
  const { t } = vscode.l10n;
  const ways: [string, Destination][] = [
    [t('To a guarded model'), anyModel],
    [t('Copy Safe for AI'), { kind: 'clipboard', name: '' }],
    [t('In this editor'), { kind: 'editor', name: pathOf(document) }],
  ];
  const policy = parts.guard.policy();
  return ways.map(([way, destination]) => {
    const { action, layer, reason } =
      destination.kind === 'editor' ? here : policy.decide(here.finding, { path: pathOf(document) }, destination);
    const why = layer === 'default' ? t('by default') : t('{0} policy: {1}', layer, escaped(reason));
    return `${way}: **${outcome(action, destination)}** (${why})`;
  });
}

/** What each layer says of the way to a model, where more than one does; the waiver that is in force with it. */
function layersSay(parts: Parts, document: vscode.TextDocument, { finding }: Decision): string[] {
  const { t } = vscode.l10n;
  const opinions = parts.guard.policy().explain(finding.detector, { path: pathOf(document) }, anyModel);
  if (opinions.length < 2) return [];
  return opinions.map(({ layer, action, reason }) =>
    t('{0} says {1}: {2}', layer, outcome(action, anyModel), escaped(reason)),
  );
}

function outcome(action: Action, { kind }: Destination): string {
  const { t } = vscode.l10n;
  const texts: Readonly<Record<Action, string>> = {
    allow: t('let through'),
    log: t('let through and recorded'),
    warn: kind === 'editor' ? t('shown') : t('let through and shown'),
    ask: t('asked about first'),
    redact: kind === 'editor' ? t('shown') : t('replaced by a placeholder'),
    block: kind === 'editor' ? t('shown') : t('stopped'),
  };
  return texts[action];
}

function links(document: vscode.TextDocument, decision: Decision): string {
  const { t } = vscode.l10n;
  const { finding } = decision;
  const target = [{ uri: document.uri.toString(), start: finding.start }];
  return [
    link('$(shield) ', t('Redact this'), commands.redactFile, target),
    link('$(eye-closed) ', doubt(finding.kind), commands.suppressFinding, target),
    ...(checkOf(decision) ? [link('$(plug) ', t('Is it live?'), commands.verifyKey, target)] : []),
    link('$(law) ', t('Which layer says so?'), commands.explainFinding, target),
    ...(vscode.workspace.isTrusted ? [link('$(key) ', t('Waive…'), commands.waiveFinding, target)] : []),
    link('', t('What is guarded?'), commands.showCoverage, []),
  ].join(' &nbsp; ');
}

function doubt(kind: Kind): string {
  const { t } = vscode.l10n;
  return kind === 'secret' || kind === 'pii' ? t('Not a secret? Ignore…') : t('Harmless? Ignore…');
}

function link(icon: string, text: string, command: string, args: readonly unknown[]): string {
  return `${icon}[${text}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|$~&]/g, '\\$&').replace(/\s+/g, ' ');
}
