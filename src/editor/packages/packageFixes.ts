import * as vscode from 'vscode';
import { commands } from '../../contributes';
import { type OverrideTool, overrideEdit } from '../../supply/formats/editVersion';
import { diagnosticSource } from '../findings/diagnostics';
import type { Pause } from '../findings/pause';
import { rangeOf, scannedSchemes } from '../findings/scanDocuments';
import type { PackageChecks } from './createPackageChecks';
import type { Judged, PackageDecisions } from './packageDecisions';
import { advisoryPage, isPackageFinding } from './packageText';

const { QuickFix } = vscode.CodeActionKind;

/** An action whose edit is made when it is chosen, of the text as it stands then. */
interface Lazy extends vscode.CodeAction {
  make?: () => Promise<vscode.WorkspaceEdit | undefined>;
}

/** What can be done about a package. A manifest is changed only by what somebody chooses here; what has been changed is checked again. */
export function registerPackageFixes(pause: Pause, checks: PackageChecks): vscode.Disposable {
  const provider: vscode.CodeActionProvider<Lazy> = {
    async provideCodeActions(document, range, context) {
      const automatic = context.triggerKind === vscode.CodeActionTriggerKind.Automatic;
      if (pause.isQuiet() || (context.only && !context.only.contains(QuickFix))) return [];
      // The light bulb is asked for after each key.
      const file = automatic ? checks.get(document.uri) : await checks.current(document);
      const here = file?.decisions.filter(one => file.range(one).intersection(range)) ?? [];
      return here
        .slice(0, mostPlaces)
        .flatMap(decision => fixesAt(checks, document, file!, decision.finding.start, context));
    },
    async resolveCodeAction(action) {
      const edit = await action.make?.();
      if (edit) action.edit = edit;
      return action;
    },
  };
  const selector = scannedSchemes.map(scheme => ({ scheme }));
  return vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [QuickFix] });
}

const mostPlaces = 5;

function fixesAt(
  checks: PackageChecks,
  document: vscode.TextDocument,
  file: PackageDecisions,
  start: number,
  context: vscode.CodeActionContext,
): Lazy[] {
  const all = file.at(start);
  const [first] = all;
  if (!first) return [];
  const actions = [...once(all.flatMap(one => changes(checks, document, one))), ...others(document, first)];
  if (actions[0]?.make) actions[0].isPreferred = true;
  const own = context.diagnostics.filter(
    one => one.source === diagnosticSource && one.range.isEqual(file.range(first.decision)),
  );
  for (const action of actions) action.diagnostics = own;
  return actions;
}

/** Several things that are said of a package may have the same remedy. */
function once(actions: readonly Lazy[]): Lazy[] {
  return [...new Map(actions.map(action => [action.title, action])).values()];
}

/** What mends it: a version, another name, no scripts. */
function changes(checks: PackageChecks, document: vscode.TextDocument, judged: Judged): Lazy[] {
  const { finding } = judged.decision;
  const { upgrade, meant, override } = judged.found;
  if (!isPackageFinding(finding)) return [];
  const { t } = vscode.l10n;
  const { entry, fixed, detector } = finding;
  const now =
    (pick: (found: Judged['found']) => { span: { start: number; end: number }; text: string } | undefined) =>
    async () => {
      // The text may have changed between the offer and the choice.
      const file = await checks.current(document);
      const same = file?.at(finding.start).find(({ decision }) => decision.finding.detector === detector);
      const change = same && pick(same.found);
      return change && replaced(document, change);
    };
  return [
    ...(upgrade && fixed
      ? [
          lazy(
            t('Raise {0} to {1}', entry.name, fixed.version),
            now(found => found.upgrade),
          ),
        ]
      : []),
    ...(meant
      ? [
          lazy(
            t('Did you mean {0}?', meant.name),
            now(found => found.meant?.change),
          ),
        ]
      : []),
    ...(override && fixed
      ? [
          lazy(t('Hold {0} at {1} for all that ask for it', entry.name, fixed.version), () =>
            overridden(override.manifest, override.tool as OverrideTool, entry.name, fixed.version),
          ),
        ]
      : []),
    ...(detector === 'supply/install-script' && entry.ecosystem === 'npm' && document.uri.scheme === 'file'
      ? [lazy(t('Let no package run scripts when it is installed (.npmrc)'), () => withoutScripts(document))]
      : []),
  ];
}

function others(document: vscode.TextDocument, { decision }: Judged): Lazy[] {
  const { t } = vscode.l10n;
  const { finding } = decision;
  const page = isPackageFinding(finding) ? advisoryPage(finding) : undefined;
  const target = { uri: document.uri.toString(), start: finding.start, detector: finding.detector };
  return [
    ...(decision.suppressed === undefined
      ? [run(t('Ignore this package’s finding…'), commands.suppressFinding, target)]
      : []),
    ...(page ? [run(t('Open the advisory'), 'vscode.open', page)] : []),
    run(t('Show what is known of this package'), 'editor.action.showHover'),
  ];
}

function replaced(
  document: vscode.TextDocument,
  { span, text }: { span: { start: number; end: number }; text: string },
) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, span), text);
  return edit;
}

/** The tool's table stands in the manifest beside the lockfile, which need not be this one. */
async function overridden(manifest: string, tool: OverrideTool, name: string, version: string) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(manifest));
  const change = overrideEdit(document.getText(), tool, name, version);
  return change && replaced(document, change);
}

async function withoutScripts({ uri }: vscode.TextDocument): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const file = vscode.Uri.joinPath(uri, '..', '.npmrc');
  const text = await vscode.workspace.openTextDocument(file).then(
    document => document,
    () => undefined,
  );
  if (!text) {
    edit.createFile(file, { ignoreIfExists: true });
    edit.insert(file, new vscode.Position(0, 0), 'ignore-scripts=true\n');
    return edit;
  }
  const known = /^[ \t]*ignore-scripts[ \t]*=.*$/m.exec(text.getText());
  if (known)
    edit.replace(
      file,
      rangeOf(text, { start: known.index, end: known.index + known[0].length }),
      'ignore-scripts=true',
    );
  else {
    const end = text.lineAt(text.lineCount - 1).range.end;
    edit.insert(file, end, `${end.character > 0 ? '\n' : ''}ignore-scripts=true\n`);
  }
  return edit;
}

function lazy(title: string, make: NonNullable<Lazy['make']>): Lazy {
  return Object.assign(new vscode.CodeAction(title, QuickFix), { make });
}

function run(title: string, command: string, ...args: readonly unknown[]): Lazy {
  return Object.assign(new vscode.CodeAction(title, QuickFix), { command: { command, title, arguments: [...args] } });
}
