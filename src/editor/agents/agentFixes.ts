import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { AgentFinding, AgentFix } from '../../core/agents';
import type { Decision } from '../../core/model';
import { diagnosticSource } from '../findings/diagnostics';
import type { Pause } from '../findings/pause';
import type { AgentReadings, ReadFile } from './agentReadings';
import { askBeside } from './askBeside';

const scheme = 'lockside-fixed';

/** An action whose edit is proven when it is chosen: the text as it would be is read again. */
interface Lazy extends vscode.CodeAction {
  readonly wanted?: Wanted;
}

interface Wanted {
  readonly document: vscode.TextDocument;
  readonly finding: AgentFinding;
}

/** Which finding of which file: what links, nodes of the tree and code actions say. */
export interface FixTarget {
  readonly uri: string;
  readonly start: number;
  readonly detector: string;
}

/** Quick fixes of what is wrong in agents' files; none is offered that the check would not accept. */
export function registerAgentFixes(readings: AgentReadings, pause: Pause): vscode.Disposable {
  const provider: vscode.CodeActionProvider<Lazy> = {
    provideCodeActions(document, range, context) {
      if (pause.isQuiet()) return [];
      const read = readings.current(document);
      if (!read) return [];
      const here = read.decisions.filter(({ finding }) => read.place(finding).intersection(range));
      return here.slice(0, mostActions).flatMap(decision => actionOf(document, read, decision, context));
    },
    resolveCodeAction(action) {
      const edit = action.wanted && fixEdit(readings, action.wanted.document, action.wanted.finding);
      if (edit) action.edit = edit.edit;
      return action;
    },
  };
  const fixed = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ scheme: 'file' }, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri => fixed.get(uri.toString()) ?? '',
    }),
    vscode.commands.registerCommand(commands.fixAgentFinding, (argument?: unknown) =>
      fixWithPreview(readings, argument, (uri, text) => {
        fixed.clear();
        fixed.set(uri.toString(), text);
      }),
    ),
  );
}

const mostActions = 10;

function actionOf(
  document: vscode.TextDocument,
  read: ReadFile,
  decision: Decision,
  context: vscode.CodeActionContext,
): Lazy[] {
  const finding = decision.finding as AgentFinding;
  const { fix } = finding;
  if (!fix || fix.edits.length === 0) return [];
  const action: Lazy = Object.assign(new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix), {
    isPreferred: fix.asks === undefined,
    diagnostics: context.diagnostics.filter(
      one => one.source === diagnosticSource && one.range.isEqual(read.place(finding)),
    ),
  });
  if (fix.asks === undefined) return [Object.assign(action, { wanted: { document, finding } })];
  const argument: FixTarget = { uri: document.uri.toString(), start: finding.start, detector: finding.detector };
  action.command = { command: commands.fixAgentFinding, title: fix.title, arguments: [argument] };
  return [action];
}

interface Proven {
  readonly edit: vscode.WorkspaceEdit;
  readonly text: string;
}

/** The edit, if it takes away what it is for and brings nothing of the kind; undefined where the text has changed meanwhile, too. */
function fixEdit(
  readings: AgentReadings,
  document: vscode.TextDocument,
  { detector, start, fix: { title } = { title: '', edits: [] } }: AgentFinding,
  answer = '',
): Proven | undefined {
  const read = readings.current(document);
  const finding = read?.reading.findings.find(
    one => one.detector === detector && one.start === start && one.fix?.title === title,
  );
  if (!read || !finding?.fix) return undefined;
  const before = document.getText();
  const edits = editsOf(finding.fix, read.file.file, answer);
  const text = [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, text }) => all.slice(0, span.start) + text + all.slice(span.end), before);
  const count = (findings: readonly AgentFinding[]) => findings.filter(one => one.detector === detector).length;
  if (count(readings.read(read, text).findings) >= count(read.reading.findings)) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) edit.replace(document.uri, read.place(span), text);
  return { edit, text };
}

function editsOf(fix: AgentFix, file: string, answer: string): AgentFix['edits'] {
  return fix.edits
    .filter(edit => edit.file === file)
    .map(edit => ({ ...edit, text: fix.asks ? edit.text.replace(/‹[^›]*›/g, () => answer) : edit.text }));
}

/** Shows what would change beside what stands there, and changes it when the person says so. The file is left unsaved. */
async function fixWithPreview(
  readings: AgentReadings,
  argument: unknown,
  keep: (uri: vscode.Uri, text: string) => void,
): Promise<void> {
  const { t } = vscode.l10n;
  const target = targetOf(argument);
  if (!target) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(target.uri));
  const finding = readings
    .current(document)
    ?.reading.findings.find(one => one.detector === target.detector && one.start === target.start);
  const fix = finding?.fix;
  if (!finding || !fix || fix.edits.length === 0)
    return void vscode.window.showInformationMessage(
      fix ? fix.title : t('There is no fix that can be written for this: somebody has to decide.'),
    );
  const answer = fix.asks === undefined ? '' : await askFor(fix.asks, fix.title);
  if (answer === undefined) return;
  const proven = fixEdit(readings, document, finding, answer);
  if (!proven)
    return void vscode.window.showWarningMessage(t('The fix was not applied: the check would find the same again.'));
  const after = vscode.Uri.from({ scheme, path: document.uri.path, query: String(document.version) });
  keep(after, proven.text);
  await vscode.commands.executeCommand('vscode.diff', document.uri, after, t('{0} (now ↔ fixed)', fix.title));
  const apply = t('Apply');
  if ((await askBeside(fix.title, [apply, t('Leave it as it is')])) !== apply) return;
  const again = fixEdit(readings, document, finding, answer);
  if (!again || !(await vscode.workspace.applyEdit(again.edit)))
    return void vscode.window.showWarningMessage(t('Nothing was changed: the file is not as it was shown.'));
  readings.current(document);
  await vscode.window.showTextDocument(document, { selection: rangeAt(document, finding.start) });
  vscode.window.setStatusBarMessage(t('Lockside: fixed and checked again; save the file to keep it'), 8000);
}

function rangeAt(document: vscode.TextDocument, offset: number): vscode.Range {
  const at = document.positionAt(offset);
  return new vscode.Range(at, at);
}

function askFor(asks: NonNullable<AgentFix['asks']>, title: string): Thenable<string | undefined> {
  const { t } = vscode.l10n;
  const prompts = {
    version: t('Which version shall it be? An exact one, such as 1.2.3'),
    digest: t('Which digest? 64 hexadecimal digits'),
    folder: t('Which folder may it use? The narrowest that it needs'),
  };
  const wrong: Readonly<Record<typeof asks, RegExp>> = {
    version: /^[\w.+-]{1,100}$/,
    digest: /^[0-9a-f]{64}$/,
    folder: /^[^"\\\p{Cc}]{1,500}$/u,
  };
  return vscode.window.showInputBox({
    ...{ title, prompt: prompts[asks], ignoreFocusOut: true },
    validateInput: text => (wrong[asks].test(text) ? undefined : prompts[asks]),
  });
}

/** A node of the tree, or what a link says. */
function targetOf(argument: unknown): FixTarget | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { read, decision, ...named } = argument as { read?: ReadFile; uri?: unknown; decision?: Decision };
  const place = read?.uri ?? named.uri;
  if (decision && place instanceof vscode.Uri)
    return { uri: place.toString(), start: decision.finding.start, detector: decision.finding.detector };
  const { uri, start, detector } = argument as Partial<FixTarget>;
  return typeof uri === 'string' && typeof start === 'number' && typeof detector === 'string'
    ? { uri, start, detector }
    : undefined;
}
