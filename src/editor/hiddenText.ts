import * as vscode from 'vscode';
import { findHiddenText, type HiddenText } from '../core/hidden/hiddenText';
import { findHiddenMarkup } from '../core/hidden/markup';
import type { Decision, Finding, Span } from '../core/model';
import type { Scanner } from '../core/scan';
import { maskedPreview } from './maskedPreview';
import { rangeOf } from './scanDocuments';

/** What a hidden text says, where it can be read, without secrets and personal data; it comes from a stranger. */
export function decodedHidden({ scan }: Scanner, document: vscode.TextDocument, finding: Finding): string | undefined {
  const decoded = finding.kind === 'hidden' ? hiddenAt(document, finding)?.decoded : undefined;
  return decoded && masked(scan, decoded);
}

/** Takes hidden text out; lookalike letters become those they look like, and what stood out of sight comes near. */
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
  const all = new Set(decisions.map(({ finding }) => hiddenAt(document, finding)));
  for (const one of all) {
    if (one) edit.replace(document.uri, rangeOf(document, one), write(document.getText(rangeOf(document, one)), one));
  }
  return edit;
}

/** A finding may be what a secret within left of it. */
function hiddenAt(document: vscode.TextDocument, { start, end }: Span): HiddenText | undefined {
  return hiddenIn(document).find(one => one.start <= start && end <= one.end);
}

/** What was found in a version of a document, because each of its decisions asks. */
const found = new WeakMap<vscode.TextDocument, { readonly version: number; readonly hidden: readonly HiddenText[] }>();

function hiddenIn(document: vscode.TextDocument): readonly HiddenText[] {
  const known = found.get(document);
  if (known?.version === document.version) return known.hidden;
  const text = document.getText();
  const hidden = [...findHiddenText(text), ...findHiddenMarkup(text)];
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
