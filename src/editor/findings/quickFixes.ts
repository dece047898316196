import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Decision } from '../../core/model';
import { safeUri } from '../chat/safeFiles';
import type { FileFindings, Parts } from '../parts';
import { diagnosticSource } from './diagnostics';
import { canReveal, removeHiddenEdit, revealHiddenEdit } from './hiddenText';
import { canMoveToEnv, moveToEnvEdit } from './moveToEnv';
import type { Pause } from './pause';
import { redactEdit } from './redactFile';
import { type DocumentScans, scannedSchemes } from './scanDocuments';
import { isField, itemsAt, type ShownField, shownAt, shownFields, shownFindings } from './shownFindings';
import { checkOf } from './verifyKey';

const { QuickFix, Source } = vscode.CodeActionKind;
const redactAll = Source.append('redact.lockside');

/** An action whose edit is made when it is chosen: making it gives placeholders out and reads files. */
interface Lazy extends vscode.CodeAction {
  make?: () => Promise<vscode.WorkspaceEdit | undefined> | vscode.WorkspaceEdit | undefined;
}

/** What can be done about a finding, always in the same order, and one of them preferred. */
export function registerQuickFixes(parts: Parts, pause: Pause, scans: DocumentScans): vscode.Disposable {
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  const provider: vscode.CodeActionProvider<Lazy> = {
    provideCodeActions(document, range, context) {
      // The light bulb is asked for after each key.
      const unasked = context.triggerKind === vscode.CodeActionTriggerKind.Automatic;
      if (pause.isQuiet() || (unasked && scans.waits(document))) return [];
      const file = scans.current(document);
      const shown = shownFindings(file);
      if (context.only && Source.contains(context.only)) return shown.length > 0 ? [all(document, redactAll)] : [];
      const here = itemsAt(file, document.offsetAt(range.start), document.offsetAt(range.end)).slice(0, mostItems);
      return here.flatMap(item =>
        isField(item)
          ? fieldFixes(document, file, item, context)
          : fixes(parts, scans, document, file, item.first, context, shown.length),
      );
    },
    async resolveCodeAction(action) {
      const edit = await action.make?.();
      if (edit) action.edit = edit;
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [QuickFix, redactAll],
  });
}

/** A selection may hold any number of findings, and nobody reads so long a menu. */
const mostItems = 10;

/** What can be done about a column; in place of a thousand fixes of its values. */
function fieldFixes(
  document: vscode.TextDocument,
  file: FileFindings,
  item: ShownField,
  context: vscode.CodeActionContext,
): Lazy[] {
  const { t } = vscode.l10n;
  const target = { uri: document.uri.toString(), start: item.first.finding.start };
  const fields = shownFields(file);
  const actions = [
    run(t('Redact the column {0}', item.field.name), commands.redactFile, { ...target, scope: 'column' }),
    ...(fields.length > 1
      ? [run(t('Redact all {0} columns', fields.length), commands.redactFile, { ...target, scope: 'columns' })]
      : []),
    run(t('Open a redacted copy'), 'vscode.open', vscode.Uri.parse(safeUri(document.uri))),
    run(t('Ignore findings of this kind in this file…'), commands.suppressFinding, { ...target, scope: 'kindInFile' }),
    run(t('Show why'), 'editor.action.showHover'),
  ];
  (actions[0] as Lazy).isPreferred = true;
  const own = context.diagnostics.filter(
    one => one.source === diagnosticSource && one.range.isEqual(shownAt(file, item)),
  );
  for (const action of actions) action.diagnostics = own;
  return actions;
}

function fixes(
  parts: Parts,
  scans: DocumentScans,
  document: vscode.TextDocument,
  file: FileFindings,
  decision: Decision,
  context: vscode.CodeActionContext,
  count: number,
): Lazy[] {
  const { t } = vscode.l10n;
  const { title, start } = decision.finding;
  const target = { uri: document.uri.toString(), start };
  // The text may have changed between the offer and the choice.
  const stillThere = () =>
    scans.current(document).decisions.find(one => one.finding.start === start && sameFinding(one, decision));
  const redact = lazy(t('Redact this {0}', withinSentence(title)), () => {
    const now = stillThere();
    return now && redactEdit(parts, { document }, [now]);
  });
  const hidden = shownFindings(file).filter(({ finding }) => finding.kind === 'hidden');
  const reveal = decision.finding.kind === 'hidden' ? removals(document, decision, hidden) : [];
  (reveal[0] ?? redact).isPreferred = true;
  const actions = [
    ...reveal,
    redact,
    ...(canMoveToEnv(document, decision)
      ? [lazy(t('Move to .env and reference it'), () => stillThere() && moveToEnvEdit(document, decision))]
      : []),
    ...(count > 1 ? [all(document, QuickFix)] : []),
    run(t('Ignore this finding…'), commands.suppressFinding, target),
    run(t('Ignore findings of this kind in this file…'), commands.suppressFinding, { ...target, scope: 'kindInFile' }),
    ...(checkOf(decision) ? [run(t('Check whether this key is live…'), commands.verifyKey, target)] : []),
    run(t('Show why'), 'editor.action.showHover'),
  ];
  const own = context.diagnostics.filter(
    one => one.source === diagnosticSource && one.range.isEqual(file.range(decision)),
  );
  for (const action of actions) action.diagnostics = own;
  return actions;
}

function removals(document: vscode.TextDocument, decision: Decision, all: readonly Decision[]): Lazy[] {
  const { t } = vscode.l10n;
  return [
    lazy(t('Take out what is hidden here'), () => removeHiddenEdit(document, [decision])),
    ...(all.length > 1
      ? [lazy(t('Take out whatever is hidden in this file'), () => removeHiddenEdit(document, all))]
      : []),
    ...(canReveal(document, decision)
      ? [lazy(t('Write what it says where everybody sees it'), () => revealHiddenEdit(document, decision))]
      : []),
  ];
}

function sameFinding({ finding: one }: Decision, { finding: other }: Decision): boolean {
  return one.fingerprint === other.fingerprint && one.detector === other.detector;
}

function all({ uri }: vscode.TextDocument, kind: vscode.CodeActionKind): Lazy {
  const target = { uri: uri.toString() };
  return Object.assign(run(vscode.l10n.t('Redact all findings in this file'), commands.redactFile, target), { kind });
}

function lazy(title: string, make: NonNullable<Lazy['make']>): Lazy {
  return Object.assign(new vscode.CodeAction(title, QuickFix), { make });
}

function run(title: string, command: string, ...args: readonly unknown[]): Lazy {
  return Object.assign(new vscode.CodeAction(title, QuickFix), {
    command: { command, title, arguments: [...args] },
  });
}

/** "Password in a URL" becomes "password in a URL"; names and abbreviations stay: "GitHub token", "AWS access key". */
function withinSentence(title: string): string {
  return commonNoun.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
}

const commonNoun =
  /^(?:Password|Secret|Private|Email|Phone|Payment|Connection|Token|Credentials?|Basic|Bearer|Database)\b/;
