import * as vscode from 'vscode';
import type { Decision } from '../../core/model';
import { isPublished } from '../../io/git';
import { documentText } from '../documentText';
import { envName, envReference, envValue, readEnv } from './envReference';
import { rangeOf } from './scanDocuments';

/** Whether a value can be moved into the folder's .env file: there is a folder, and the language can read it from there. */
export function canMoveToEnv(document: vscode.TextDocument, { finding }: Decision): boolean {
  const { languageId, uri } = document;
  return (
    finding.kind === 'secret' &&
    vscode.workspace.getWorkspaceFolder(uri) !== undefined &&
    envReference(languageId, document.getText(), finding.start, finding.end) !== undefined
  );
}

/** Moves a value into the folder's .env file, which git is told to ignore, and lets the code read it from there: in one edit. */
export async function moveToEnvEdit(
  document: vscode.TextDocument,
  { finding }: Decision,
): Promise<vscode.WorkspaceEdit | undefined> {
  const text = document.getText();
  const reference = envReference(document.languageId, text, finding.start, finding.end);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!reference || !folder) return undefined;
  const value = envValue(text.slice(finding.start, finding.end));
  const file = vscode.Uri.joinPath(folder.uri, '.env');
  const known = readEnv((await documentText(file)) ?? '');
  const name = uniqueName(known, envName(text, finding.start, finding.detector), value);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, reference), reference.text(name));
  if (document.languageId === 'python') importOs(edit, document);
  if (!known.has(name)) await addLine(edit, file, `${name}=${value}`);
  if (file.scheme === 'file' && (await isPublished(file.fsPath))) {
    await addLine(edit, vscode.Uri.joinPath(folder.uri, '.gitignore'), '.env');
  }
  return edit;
}

/** The name that holds this very value already, or one that isn't taken. */
function uniqueName(known: ReadonlyMap<string, string>, wanted: string, value: string): string {
  for (const [name, held] of known) if (held === value) return name;
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!known.has(name)) return name;
  }
}

function importOs(edit: vscode.WorkspaceEdit, document: vscode.TextDocument): void {
  const text = document.getText();
  if (/^import\s+(?:[\w.]+\s*,\s*)*os\b(?!\.)/m.test(text)) return;
  const first = /^(?:import|from(?!\s+__future__))\s/m.exec(text)?.index;
  const top = text.startsWith('#!') ? document.lineAt(0).rangeIncludingLineBreak.end : new vscode.Position(0, 0);
  edit.insert(document.uri, first === undefined ? top : document.positionAt(first), 'import os\n');
}

async function addLine(edit: vscode.WorkspaceEdit, file: vscode.Uri, line: string): Promise<void> {
  const text = await documentText(file);
  if (text === undefined) {
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(`${line}\n`) });
    return;
  }
  const document = await vscode.workspace.openTextDocument(file);
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.insert(file, end, end.character > 0 ? `\n${line}\n` : `${line}\n`);
}
