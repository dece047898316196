import * as vscode from 'vscode';
import { findHiddenText, type HiddenText } from '../core/hidden/hiddenText';
import type { Decision, Finding } from '../core/model';
import { rangeOf } from './scanDocuments';

/** What a hidden text says, where it can be read; it comes from a stranger. */
export function decodedHidden(document: vscode.TextDocument, { kind, start }: Finding): string | undefined {
  return kind === 'hidden' ? findHiddenText(document.getText()).find(one => one.start === start)?.decoded : undefined;
}

/** Takes hidden characters out; lookalike letters become those they look like, and what stood out of sight comes near. */
export function removeHiddenEdit(document: vscode.TextDocument, decisions: readonly Decision[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const hidden = new Map(findHiddenText(document.getText()).map(one => [one.start, one]));
  for (const { finding } of decisions) {
    const one = hidden.get(finding.start);
    if (one) edit.replace(document.uri, rangeOf(document, one), shown(document.getText(rangeOf(document, one)), one));
  }
  return edit;
}

function shown(text: string, { kind, decoded }: HiddenText): string {
  if (kind === 'homoglyph') return decoded ?? text;
  return kind === 'blanks' ? text.replace(/[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}/g, ' ') : '';
}
