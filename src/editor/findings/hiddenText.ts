import * as vscode from 'vscode';
import type { HiddenText } from '../../core/hidden/hiddenText';
import { loadScanning } from '../../core/loadScanning';
import { maskedPreview } from '../../core/maskedPreview';
import type { Decision, Finding, Span } from '../../core/model';
import type { Scanner } from '../../core/scan';
import { rangeOf } from './scanDocuments';

/** What a hidden text says, where it can be read, without secrets and personal data; it comes from a stranger. */
export function decodedHidden({ scan }: Scanner, document: vscode.TextDocument, finding: Finding): string | undefined {
  const decoded = finding.kind === 'hidden' ? hiddenAt(document, finding)?.decoded : undefined;
  return decoded && masked(scan, decoded);
}

/**
 * Takes out what is hidden: characters, and comments with the lines that they fill. Lookalike letters become those they look
 * like, and what stood out of sight comes near.
 */
export function removeHiddenEdit(document: vscode.TextDocument, decisions: readonly Decision[]): vscode.WorkspaceEdit {
  return edited(document, decisions, shown);
}

/** Whether a hidden text can be written where everybody sees it; what is merely disguised or far away is there already. */
export function canReveal(document: vscode.TextDocument, { finding }: Decision): boolean {
  const one = hiddenAt(document, finding);
  return one?.decoded !== undefined && one.kind !== 'homoglyph' && one.kind !== 'blanks';
}

/** Writes what is hidden where it stands, in quotation marks, so that it is seen and means nothing but itself. */
export function revealHiddenEdit(document: vscode.TextDocument, decision: Decision): vscode.WorkspaceEdit {
  return edited(
    document,
    [decision],
    (_, { decoded }) => `“${decoded?.replace(/\s+/g, ' ').replace(/<!--|-->/g, '')}”`,
  );
}

function edited(
  document: vscode.TextDocument,
  decisions: readonly Decision[],
  write: (text: string, one: HiddenText) => string,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const all = new Set(decisions.flatMap(({ finding }) => hiddenAt(document, finding) ?? []));
  let end = 0;
  for (const one of [...all].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // What is hidden inside a comment goes with it.
    if (one.start < end) continue;
    end = one.end;
    const range = rangeOf(document, one);
    const text = write(document.getText(range), one);
    edit.replace(document.uri, text === '' ? wholeLines(document, range) : range, text);
  }
  return edit;
}

/** With the line break, where nothing else stands in these lines. */
function wholeLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const { start, end } = range;
  const around = document.lineAt(start).text.slice(0, start.character) + document.lineAt(end).text.slice(end.character);
  const fills = around.trim() === '' && end.line + 1 < document.lineCount && !range.isEmpty;
  return fills ? new vscode.Range(start.line, 0, end.line + 1, 0) : range;
}

/** A finding may begin later and end earlier than what holds it, where something else was found in it. */
function hiddenAt(document: vscode.TextDocument, { start, end }: Span): HiddenText | undefined {
  const around = hiddenIn(document).filter(one => one.start <= start && end <= one.end);
  return around.find(one => one.start === start && one.end === end) ?? around[0];
}

/** What was found in a version of a document, because each of its decisions asks. */
const found = new WeakMap<vscode.TextDocument, { readonly version: number; readonly hidden: readonly HiddenText[] }>();

function hiddenIn(document: vscode.TextDocument): readonly HiddenText[] {
  const known = found.get(document);
  if (known?.version === document.version) return known.hidden;
  const text = document.getText();
  const { findHiddenMarkup, findHiddenText } = loadScanning();
  const hidden = [...findHiddenMarkup(text), ...findHiddenText(text)];
  found.set(document, { version: document.version, hidden });
  return hidden;
}

function masked(scan: Scanner['scan'], text: string): string {
  const values = scan(text, { leaving: true }).findings.filter(({ kind }) => kind === 'secret' || kind === 'pii');
  return values.reduceRight(
    (rest, one) => rest.slice(0, one.start) + maskedPreview(rest.slice(one.start, one.end), one) + rest.slice(one.end),
    text,
  );
}

function shown(text: string, { kind, decoded }: HiddenText): string {
  if (kind === 'homoglyph') return decoded ?? text;
  if (kind !== 'blanks') return '';
  return text.replace(/[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}/g, ' ').replace(/(?:\r?\n){3,}/g, '\n\n');
}
