import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import type { Fault, ScanResult } from '../../core/model';
import type { Edit } from '../../core/scan';
import type { FileFindings, Parts } from '../parts';
import { auditFiles } from './auditFiles';
import { type Change, joinChanges } from './joinChanges';
import { letGo } from './letGo';
import type { Pause } from './pause';
import { textPlaces } from './textPlaces';

/** The scans of open documents. */
export interface DocumentScans extends vscode.Disposable {
  /**
   * What is known of a document as it stands now; scans it first where it has changed since. `whole` where it matters that
   * a table is known to its last row, even if that takes longer.
   */
  current(document: vscode.TextDocument, whole?: boolean): FileFindings;
  /** Whether somebody types in a document whose scan takes so long that it must wait until typing rests. */
  waits(document: vscode.TextDocument): boolean;
}

/** Where people's own text stands: not output, not diffs' other sides, not our own files; chat input is somebody else's. */
export const scannedSchemes: readonly string[] = [
  'file',
  'untitled',
  'vscode-notebook-cell',
  'vscode-remote',
  'vscode-vfs',
];

/**
 * Keeps the findings of open documents up to date: at once when one is opened, soon after edits, or on saving. A change costs
 * next to nothing when it happens: it is noted, and the text read when typing rests.
 */
export function registerScanDocuments(parts: Parts, pause: Pause): DocumentScans {
  const states = new Map<string, State>();
  const quiet = () => pause.isQuiet();
  const onType = () => !quiet() && parts.settings.value<string>(names.detectionRun) === 'onType';
  const scan = (document: vscode.TextDocument) => scanDocument(parts, stateOf(states, document), document);
  const scanAll = async () => {
    await parts.settings.ready;
    states.clear();
    for (const document of visibleFirst()) {
      if (!isScanned(document) || isOff(parts) || document.isClosed) continue;
      scan(document);
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  const failed = (error: unknown) => parts.log.error(`document scan: ${error}`);
  void scanAll().catch(failed);
  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(async document => {
      if (!isScanned(document)) return;
      await parts.settings.ready;
      if (!document.isClosed && !isOff(parts)) scan(document);
    }),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (isScanned(event.document)) note(stateOf(states, event.document), event, onType() ? scan : undefined);
    }),
    vscode.workspace.onDidSaveTextDocument(document => isScanned(document) && !isOff(parts) && scan(document)),
    vscode.workspace.onDidCloseTextDocument(document => close(parts, states, document).catch(failed)),
    parts.settings.onDidChange(() => scanAll().catch(failed)),
    pause.onDidChange(() => !quiet() && scanAll().catch(failed)),
    new vscode.Disposable(() => {
      for (const { timer } of states.values()) clearTimeout(timer);
    }),
  );
  return {
    current: (document, whole = false) => {
      const state = stateOf(states, document);
      const carried = whole && state.result?.carried === true;
      if (carried) state.edit = 'unknown';
      if (state.found && state.version === document.version && !carried) return state.found;
      // Whoever scans on saving alone asked to see nothing before.
      return onType() ? scan(document) : scanDocument(parts, state, document, false);
    },
    waits: document => {
      const { version, cost = 0 } = stateOf(states, document);
      return version !== document.version && cost > frame;
    },
    dispose: () => subscriptions.dispose(),
  };
}

/** What is remembered of one document between two scans; never its text. */
interface State {
  version?: number;
  length?: number;
  result?: ScanResult;
  found?: FileFindings;
  /** Everything that has been typed since, as one edit; `unknown` where it can't be told. */
  edit?: Edit | 'unknown';
  timer?: ReturnType<typeof setTimeout>;
  /** Milliseconds that the last scan took. */
  cost?: number;
}

/** What holds others up is told from what doesn't by this many milliseconds. */
const frame = 16;
const restMilliseconds = 200;

/** How long typing must rest before a scan: the longer, the longer others would have to wait for it. */
function restOf({ cost = 0 }: State): number {
  return Math.min(2000, Math.max(restMilliseconds, 10 * cost));
}

/** A long text is looked at as a whole when nobody has typed for this long. */
const longRestMilliseconds = 1000;

function stateOf(states: Map<string, State>, { uri }: vscode.TextDocument): State {
  const key = uri.toString();
  const known = states.get(key) ?? {};
  states.set(key, known);
  return known;
}

function isScanned({ uri }: vscode.TextDocument): boolean {
  return scannedSchemes.includes(uri.scheme);
}

function isOff(parts: Parts): boolean {
  return parts.settings.value<string>(names.detectionRun) === 'off';
}

function visibleFirst(): vscode.TextDocument[] {
  const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
  return [...new Set([...visible, ...vscode.workspace.textDocuments])];
}

function note(
  state: State,
  { document, contentChanges }: vscode.TextDocumentChangeEvent,
  scan: ((document: vscode.TextDocument) => void) | undefined,
): void {
  if (contentChanges.length > 0) state.edit = joinChanges(state.edit, contentChanges as readonly Change[]);
  clearTimeout(state.timer);
  if (scan) state.timer = setTimeout(() => document.isClosed || scan(document), restOf(state));
}

/** Scans what has changed, or everything where that can't be told; tells the store unless nobody shall see it yet. */
function scanDocument(parts: Parts, state: State, document: vscode.TextDocument, publish = true): FileFindings {
  clearTimeout(state.timer);
  const began = performance.now();
  const fault = tooLarge(parts, document);
  const text = fault ? '' : document.getText();
  const source = { path: pathOf(document) };
  const result = fault ? { findings: [], faults: [fault] } : scanText(parts, state, text, source);
  const found = decide(parts, document, text, result);
  Object.assign(state, { version: document.version, length: text.length, result, found, edit: undefined });
  state.cost = performance.now() - began;
  if (publish && found.decisions.length + found.faults.length > 0) parts.findings.set(found);
  else if (publish) parts.findings.delete(document.uri);
  if (result.carried && publish)
    state.timer = setTimeout(() => scanWhole(parts, state, document), Math.max(longRestMilliseconds, restOf(state)));
  return found;
}

function scanWhole(parts: Parts, state: State, document: vscode.TextDocument): void {
  if (document.isClosed || isOff(parts)) return;
  state.edit = 'unknown';
  scanDocument(parts, state, document);
}

/** A document's path as rules, suppressions and origins write it. */
export function pathOf({ uri }: Pick<vscode.TextDocument, 'uri'>): string {
  return vscode.workspace.asRelativePath(uri, false);
}

function scanText(parts: Parts, state: State, text: string, source: { path: string }): ScanResult {
  const { scanner } = parts.guard;
  const { edit, length, result } = state;
  if (!edit || edit === 'unknown' || !result || length === undefined) return scanner.scan(text, source);
  const told = length + edit.newEnd - edit.oldEnd === text.length;
  return told ? scanner.rescan(text, result, edit, source) : scanner.scan(text, source);
}

function decide(parts: Parts, document: vscode.TextDocument, text: string, result: ScanResult): FileFindings {
  const path = pathOf(document);
  const crossing = { channel: 'editor', destination: { kind: 'editor', name: path }, source: { path } } as const;
  const inspection = parts.guard.inspect(text, crossing, result);
  const inline = letGo(parts, text, path, inspection.decisions);
  return {
    uri: document.uri,
    decisions: inline.decisions,
    faults: [...inspection.faults, ...inline.faults],
    ...textPlaces(text),
  };
}

/** Where a span lies in a document. */
export function rangeOf(document: vscode.TextDocument, { start, end }: { start: number; end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

const megabyte = 1024 * 1024;

/** The length is taken from the lines' offsets, without joining the text. */
function tooLarge(parts: Parts, document: vscode.TextDocument): Fault | undefined {
  const most = parts.settings.value<number>(names.maximumFileSize);
  const length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  if (length <= most * megabyte) return undefined;
  const size = Math.ceil(length / megabyte);
  const message = vscode.l10n.t('{0} MB is more than lockside.detection.maximumFileSize ({1} MB).', size, most);
  return { code: 'too-large', message };
}

/** A closed file is as it stands on disk, which may not be what was last seen in the editor. */
async function close(parts: Parts, states: Map<string, State>, document: vscode.TextDocument): Promise<void> {
  if (!isScanned(document)) return;
  const { uri } = document;
  clearTimeout(states.get(uri.toString())?.timer);
  states.delete(uri.toString());
  if (!parts.findings.get(uri, 'text')) return;
  // A change of language closes a document and opens it again.
  if (vscode.workspace.textDocuments.some(open => open.uri.toString() === uri.toString())) return;
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return parts.findings.delete(uri);
  await auditFiles(parts, [uri], { token: new vscode.CancellationTokenSource().token });
}
