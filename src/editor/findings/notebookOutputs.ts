import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { FileFindings, Parts } from '../parts';
import { diagnosticSource } from './diagnostics';
import { fieldName } from './fieldText';
import type { Pause } from './pause';
import { isField, type ShownItem, shownItems } from './shownFindings';
import { textPlaces } from './textPlaces';

const scheme = 'vscode-notebook-cell';

/**
 * Says at the cells of open notebooks what their outputs hold, and clears these. The cells' own text is a document like any
 * other; an output goes to a model with its notebook, though no editor shows it as a text.
 */
export function registerNotebookOutputs(parts: Parts, pause: Pause): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lockside-outputs');
  const timers = new Map<vscode.NotebookDocument, ReturnType<typeof setTimeout>>();
  const look = async (notebook: vscode.NotebookDocument) => {
    timers.delete(notebook);
    await parts.settings.ready;
    if (notebook.isClosed) return;
    for (const cell of notebook.getCells())
      collection.set(cell.document.uri, pause.isQuiet() ? [] : diagnosticsOf(parts, cell));
  };
  const soon = (notebook: vscode.NotebookDocument) => {
    clearTimeout(timers.get(notebook));
    timers.set(
      notebook,
      setTimeout(() => look(notebook).catch(error => parts.log.error(`outputs: ${error}`)), 300),
    );
  };
  const all = () => vscode.workspace.notebookDocuments.forEach(soon);
  all();
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenNotebookDocument(soon),
    vscode.workspace.onDidChangeNotebookDocument(event => {
      for (const { removedCells } of event.contentChanges)
        for (const { document } of removedCells) collection.delete(document.uri);
      if (event.contentChanges.length > 0 || event.cellChanges.some(({ outputs }) => outputs)) soon(event.notebook);
    }),
    vscode.workspace.onDidCloseNotebookDocument(notebook => {
      clearTimeout(timers.get(notebook));
      for (const { document } of notebook.getCells()) collection.delete(document.uri);
    }),
    pause.onDidChange(all),
    registerFixes(collection),
    new vscode.Disposable(() => timers.forEach(clearTimeout)),
  );
}

/** At the cell's last line, which its output stands under. */
function diagnosticsOf(parts: Parts, cell: vscode.NotebookCell): vscode.Diagnostic[] {
  const items = shownItems(findingsIn(parts, cell));
  const [first] = items;
  if (!first) return [];
  const { range } = cell.document.lineAt(cell.document.lineCount - 1);
  const loud = items.some(
    ({ first: { finding, action } }) => parts.settings.severity(finding, action) !== 'information',
  );
  const severity = loud ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
  const message = vscode.l10n.t(
    'In the output: {0}. It would be sent to AI with the notebook. Clear it.',
    names(items),
  );
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = diagnosticSource;
  diagnostic.code = first.first.finding.detector;
  return [diagnostic];
}

function findingsIn({ guard }: Parts, { document, notebook, outputs }: vscode.NotebookCell): FileFindings {
  const text = textOf(outputs);
  const path = vscode.workspace.asRelativePath(notebook.uri, false);
  const destination = { kind: 'editor', name: path } as const;
  const { decisions, faults } =
    text === '' ? nothing : guard.inspect(text, { channel: 'editor', destination, source: { path } });
  return { uri: document.uri, decisions, faults, ...textPlaces(text) };
}

const nothing = { decisions: [], faults: [] };

/** What can be read of outputs; pictures aside, and not more than an editor would scan at once. */
function textOf(outputs: readonly vscode.NotebookCellOutput[]): string {
  const readable = outputs.flatMap(({ items }) => items).filter(({ mime }) => textual.test(mime));
  const decoder = new TextDecoder();
  return readable
    .map(({ data }) => decoder.decode(data.subarray(0, longest)))
    .join('\n\n')
    .slice(0, longest);
}

const textual = /^(?:text\/|application\/(?:json|vnd\.code\.notebook\.(?:stdout|stderr|error)))/;
const longest = 1_000_000;

function names(items: readonly ShownItem[]): string {
  const shown = items.slice(0, 1).map(item => (isField(item) ? fieldName(item) : item.first.finding.title));
  const over = items.length - shown.length;
  return over > 0 ? vscode.l10n.t('{0} and {1} more', shown.join(', '), over) : shown.join(', ');
}

/** Fixes that call the command: the editor takes no edits of notebooks from them. */
function registerFixes(collection: vscode.DiagnosticCollection): vscode.Disposable {
  const told = ({ document }: vscode.NotebookCell) => (collection.get(document.uri) ?? []).length > 0;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range) {
      const own = (collection.get(document.uri) ?? []).filter(one => one.range.intersection(range));
      const notebook = own.length > 0 ? cellOf(document)?.notebook : undefined;
      if (!notebook) return [];
      const one = fix(vscode.l10n.t('Clear this output'), own, document.uri);
      one.isPreferred = true;
      const all = fix(vscode.l10n.t('Clear all outputs with findings'), own, notebook.uri);
      return notebook.getCells().filter(told).length > 1 ? [one, all] : [one];
    },
  };
  const { QuickFix } = vscode.CodeActionKind;
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider({ scheme }, provider, { providedCodeActionKinds: [QuickFix] }),
    vscode.commands.registerCommand(commands.clearOutputs, (uri?: vscode.Uri) => clear(cellsFor(uri).filter(told))),
  );
}

function fix(title: string, diagnostics: vscode.Diagnostic[], uri: vscode.Uri): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics;
  action.command = { command: commands.clearOutputs, title, arguments: [uri] };
  return action;
}

/** One cell, or all of a notebook: the one that is named, else the active one. */
function cellsFor(uri: vscode.Uri | undefined): vscode.NotebookCell[] {
  const active = vscode.window.activeNotebookEditor?.notebook;
  const notebooks = uri ? vscode.workspace.notebookDocuments : active ? [active] : [];
  const cells = notebooks.flatMap(notebook => notebook.getCells());
  const wanted = uri?.toString();
  return cells.filter(
    ({ document, notebook }) => !wanted || [document.uri, notebook.uri].some(one => one.toString() === wanted),
  );
}

function cellOf(document: vscode.TextDocument): vscode.NotebookCell | undefined {
  return cellsFor(document.uri)[0];
}

async function clear(cells: readonly vscode.NotebookCell[]): Promise<void> {
  const [first] = cells;
  if (!first) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No output of a shown notebook holds a finding.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(first.notebook.uri, cells.map(withoutOutput));
  await vscode.workspace.applyEdit(edit);
}

function withoutOutput({ index, kind, document, metadata }: vscode.NotebookCell): vscode.NotebookEdit {
  const data = new vscode.NotebookCellData(kind, document.getText(), document.languageId);
  data.metadata = metadata;
  return vscode.NotebookEdit.replaceCells(new vscode.NotebookRange(index, index + 1), [data]);
}
