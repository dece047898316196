import * as vscode from 'vscode';
import { findHiddenText, type HiddenText } from '../core/hidden/hiddenText';
import { findHiddenMarkup } from '../core/hidden/markup';
import type { Decision, Finding } from '../core/model';
import { rangeOf } from './scanDocuments';

/** What a hidden text says, where it can be read; it comes from a stranger. */
export function decodedHidden(document: vscode.TextDocument, { kind, start }: Finding): string | undefined {
  return kind === 'hidden' ? hiddenAt(hiddenIn(document), start)?.decoded : undefined;
}

/**
 * Takes out what is hidden: characters, and comments with the lines that they fill. Lookalike letters become those they look
 * like, and what stood out of sight comes near.
 */
export function removeHiddenEdit(document: vscode.TextDocument, decisions: readonly Decision[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const hidden = hiddenIn(document);
  const found = new Set(decisions.flatMap(({ finding }) => hiddenAt(hidden, finding.start) ?? []));
  let end = 0;
  for (const one of [...found].sort((a, b) => a.start - b.start)) {
    // What is hidden inside a comment goes with it.
    if (one.start < end) continue;
    end = one.end;
    const range = rangeOf(document, one);
    const text = shown(document.getText(range), one);
    edit.replace(document.uri, text === '' ? wholeLines(document, range) : range, text);
  }
  return edit;
}

function hiddenIn(document: vscode.TextDocument): ReadonlyMap<number, HiddenText> {
  const text = document.getText();
  return new Map([...findHiddenMarkup(text), ...findHiddenText(text)].map(one => [one.start, one]));
}

/** A finding may begin later than what holds it, where something else was found before it. */
function hiddenAt(hidden: ReadonlyMap<number, HiddenText>, at: number): HiddenText | undefined {
  return hidden.get(at) ?? [...hidden.values()].find(({ start, end }) => start <= at && at < end);
}

function shown(text: string, { kind, decoded }: HiddenText): string {
  if (kind === 'homoglyph') return decoded ?? text;
  return kind === 'blanks' ? text.replace(/[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}/g, ' ') : '';
}

/** With the line break, where nothing else stands in these lines. */
function wholeLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const { start, end } = range;
  const around = document.lineAt(start).text.slice(0, start.character) + document.lineAt(end).text.slice(end.character);
  const fills = around.trim() === '' && end.line + 1 < document.lineCount && !range.isEmpty;
  return fills ? new vscode.Range(start.line, 0, end.line + 1, 0) : range;
}
