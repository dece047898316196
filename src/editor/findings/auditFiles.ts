import * as vscode from 'vscode';
import type { FileFindings, Parts } from '../parts';
import { readFile } from '../readFile';
import { letGo } from './letGo';
import { textPlaces } from './textPlaces';

export interface AuditOptions {
  readonly token: vscode.CancellationToken;
  /** Called after each slice of work with the number of files that are done. */
  onProgress?(done: number): void;
  /** How long to let others work between two slices; 0 unless given. */
  readonly restMilliseconds?: number;
  /** How much work may be done in all; no end unless given. */
  readonly budgetMilliseconds?: number;
}

/** One slice of work: short enough that typing, which shares the extension host, isn't held up. */
const sliceMilliseconds = 8;

/** Scans files into the findings store. Resolves to the number of files that were done before the end or the cancellation. */
export async function auditFiles(parts: Parts, files: readonly vscode.Uri[], options: AuditOptions): Promise<number> {
  const { token, onProgress, restMilliseconds = 0, budgetMilliseconds = Number.POSITIVE_INFINITY } = options;
  let spent = 0;
  let slice = performance.now();
  for (const [done, uri] of files.entries()) {
    if (token.isCancellationRequested || spent > budgetMilliseconds) return done;
    const before = performance.now();
    await auditFile(parts, uri);
    spent += performance.now() - before;
    if (performance.now() - slice < sliceMilliseconds) continue;
    onProgress?.(done + 1);
    await rest(restMilliseconds);
    slice = performance.now();
  }
  onProgress?.(files.length);
  return files.length;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise(resolve => (milliseconds > 0 ? setTimeout(resolve, milliseconds) : setImmediate(resolve)));
}

async function auditFile(parts: Parts, uri: vscode.Uri): Promise<void> {
  const document = openDocument(uri);
  // What the document scanner keeps up to date is left to it: its text may be newer than the file's.
  if (document && parts.findings.get(uri, 'text')) return;
  const file = document
    ? { text: document.getText() }
    : await readFile(uri, parts.settings.value<number>('detection.maximumFileSize'));
  // Opened while the file was read: the document scanner knows better.
  if (!document && openDocument(uri)) return;
  const found = file && inspect(parts, uri, file);
  if (found && (found.decisions.length > 0 || found.faults.length > 0)) parts.findings.set(found);
  else parts.findings.delete(uri);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri: open }) => open.toString() === uri.toString());
}

function inspect(parts: Parts, uri: vscode.Uri, file: NonNullable<Awaited<ReturnType<typeof readFile>>>): FileFindings {
  const { text, fault } = file;
  const faults = fault ? [fault] : [];
  if (text === undefined) return { uri, decisions: [], faults, ...textPlaces('') };
  const path = vscode.workspace.asRelativePath(uri, false);
  const destination = { kind: 'editor', name: path } as const;
  const inspection = parts.guard.inspect(text, { channel: 'audit', destination, source: { path } });
  const inline = letGo(parts, text, path, inspection.decisions);
  return {
    uri,
    decisions: inline.decisions,
    faults: [...faults, ...inspection.faults, ...inline.faults],
    ...textPlaces(text),
  };
}
