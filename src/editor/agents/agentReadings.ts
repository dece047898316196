import { homedir } from 'node:os';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import { agentPlaces, readAgentFile } from '../../agents/inventory/inventory';
import type { LookPorts } from '../../agents/inventory/look';
import { settings as names } from '../../contributes';
import type { AgentFile, AgentReading } from '../../core/agents';
import { applyInline } from '../../core/inlineSuppressions';
import type { Decision, Fault } from '../../core/model';
import { agentFilesInSteps, type ReadAgentFile } from '../../io/agentFiles';
import { findRoot } from '../../io/findRoot';
import { pathFrom } from '../../io/pathFrom';
import { agentPorts } from '../../project/agentPorts';
import { decideAgents } from '../../project/decideAgents';
import { textPlaces } from '../findings/textPlaces';
import type { FileFindings, Parts } from '../parts';
import { today } from '../workspaceSettings';
import { inSlices } from './inSlices';

/** A file that an AI client reads, what it says, and what is decided about what is wrong with it. */
export interface ReadFile {
  readonly uri: vscode.Uri;
  readonly file: AgentFile;
  readonly referenced: boolean;
  readonly reading: AgentReading;
  /** Those that count, the worst of each place first. */
  readonly decisions: readonly Decision[];
  readonly place: (span: { readonly start: number; readonly end: number }) => vscode.Range;
}

/** What AI clients consist of, of the workspace and of the person's home. Files are read; nothing is started or fetched. */
export interface AgentReadings extends vscode.Disposable {
  readonly files: () => readonly ReadFile[];
  readonly faults: () => readonly Fault[];
  /** A file as it stands in an open document. */
  current(document: vscode.TextDocument): ReadFile | undefined;
  /** Reads a text as if it stood in that file. */
  read(like: ReadFile, text: string): AgentReading;
  refresh(): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** Typing must rest that long before an open document is read again. */
const restMilliseconds = 400;
/** Programs write several files at a time. */
const gatherMilliseconds = 300;

/** Keeps what is known of agents' files up to date: at the start, when one changes on disk, and soon after edits. */
export function createAgentReadings(parts: Parts): AgentReadings {
  const changed = new vscode.EventEmitter<void>();
  const known = new Map<string, ReadFile>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let faults: readonly Fault[] = [];
  let ports: LookPorts | undefined;
  const portsNow = () => {
    ports ??= portsOf(parts);
    return ports;
  };
  let run = 0;
  const put = (read: ReadFile) => {
    known.set(read.uri.toString(), read);
    publish(parts, read);
  };
  const refresh = async () => {
    const own = ++run;
    await parts.settings.ready;
    const found: ReadFile[] = [];
    const failed: Fault[] = [];
    const ended = () => own !== run;
    ports = undefined;
    await inSlices(look(parts, portsNow(), found, failed), ended);
    if (ended()) return;
    const gone = new Map(known);
    known.clear();
    for (const read of found) {
      gone.delete(read.uri.toString());
      put(read);
    }
    for (const { uri } of gone.values()) parts.findings.delete(uri, 'agents');
    faults = failed;
    changed.fire();
  };
  const later = (key: string, milliseconds: number, task: () => unknown) => {
    clearTimeout(timers.get(key));
    const timer = setTimeout(() => {
      timers.delete(key);
      task();
    }, milliseconds);
    timers.set(key, timer);
  };
  const failed = (error: unknown) => parts.log.error(`AI agents: ${error}`);
  const refreshLater = () => later('refresh', gatherMilliseconds, () => refresh().catch(failed));
  const current = (document: vscode.TextDocument) => {
    const before = known.get(document.uri.toString());
    const text = document.getText();
    if (!before || before.file.text === text) return before;
    const now = readOne(parts, portsNow(), { ...before, file: { ...before.file, text } });
    put(now);
    changed.fire();
    return now;
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const onDisk = (uri: vscode.Uri) => isAgents(uri) && refreshLater();
  const subscriptions = [
    ...[changed, watcher, watcher.onDidChange(onDisk), watcher.onDidCreate(onDisk)],
    // A folder that goes takes files with it that nobody tells of.
    watcher.onDidDelete(uri => (isAgents(uri) || holds(known, uri)) && refreshLater()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      if (contentChanges.length > 0 && known.has(key))
        later(key, restMilliseconds, () => document.isClosed || current(document));
    }),
    // What was open and not saved is as it stands on disk again; what stands in the home is diagnosed while it is open.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      const read = known.get(uri.toString());
      if (read) publish(parts, read);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.has(uri.toString()) && refreshLater()),
    parts.settings.onDidChange(refreshLater),
    vscode.workspace.onDidChangeWorkspaceFolders(refreshLater),
  ];
  return {
    files: () => [...known.values()],
    faults: () => faults,
    current,
    read: ({ file, referenced }, text) => readAgentFile({ ...file, text }, portsNow(), referenced),
    refresh,
    onDidChange: changed.event,
    dispose() {
      run++;
      for (const timer of timers.values()) clearTimeout(timer);
      vscode.Disposable.from(...subscriptions).dispose();
    },
  };
}

/** The folders of this machine that are open. */
export function openFolders(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

function* look(parts: Parts, ports: LookPorts, found: ReadFile[], faults: Fault[]): Generator<undefined, void, void> {
  const home = homedir();
  const folders = openFolders();
  const display = (file: string) => displayed(file, folders, home);
  const open = new Map(vscode.workspace.textDocuments.map(document => [document.uri.toString(), document]));
  // Whoever has their home open means its known places, not everything below it.
  const steps = agentFilesInSteps({
    ...{ places: agentPlaces, folders: folders.filter(it => it !== home), home, managed: true, display },
  });
  for (const read of steps) {
    if (read && 'fault' in read) faults.push(read.fault);
    else if (read) found.push(readOne(parts, ports, standing(read, open)));
    yield undefined;
  }
}

type Standing = Pick<ReadFile, 'uri' | 'file' | 'referenced'>;

/** What somebody is writing counts before it is saved. */
function standing(
  { file, absolute, referenced = false }: Extract<ReadAgentFile, { file: AgentFile }>,
  open: ReadonlyMap<string, vscode.TextDocument>,
): Standing {
  const uri = vscode.Uri.file(absolute);
  const document = open.get(uri.toString());
  return { uri, file: document?.isDirty ? { ...file, text: document.getText() } : file, referenced };
}

function readOne(parts: Parts, ports: LookPorts, { uri, file, referenced }: Standing): ReadFile {
  const reading = readAgentFile(file, ports, referenced);
  const decided = decideAgents(reading.findings, {
    path: file.path,
    policy: parts.settings.policy(),
    today: today(),
    destination: { kind: 'editor', name: file.path },
  });
  const others = vscode.workspace.isTrusted
    ? applyInline(file.text, decided.others, today()).decisions
    : decided.others;
  const decisions = [...others, ...decided.grants].filter(({ action }) => action !== 'allow' && action !== 'log');
  decisions.sort((a, b) => a.finding.start - b.finding.start);
  return { uri, file, referenced, reading, decisions, place: textPlaces(file.text).place };
}

/** The files of a home are listed, and told of in Problems while they are open. */
function publish(parts: Parts, { uri, file, decisions, place }: ReadFile): void {
  const isOpen = vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
  const faults: readonly Fault[] = [];
  const range: FileFindings['range'] = ({ finding }) => place(finding);
  if (decisions.length === 0 || (file.place !== 'workspace' && !isOpen)) parts.findings.delete(uri, 'agents');
  else parts.findings.set({ uri, decisions, faults, place, range }, 'agents');
}

function portsOf(parts: Parts): LookPorts {
  const root = findRoot(openFolders()[0] ?? homedir());
  const allowedServers = parts.settings.value<readonly string[]>(names.mcpAllowedServers);
  return agentPorts({ root, today: today(), scanner: parts.guard.scanner, allowedServers });
}

function displayed(file: string, folders: readonly string[], home: string): string {
  const folder = folders.find(it => file.startsWith(it + sep));
  if (folder !== undefined) return pathFrom(folder, file);
  return file.startsWith(home + sep) ? `~/${pathFrom(home, file)}` : file;
}

function isAgents(uri: vscode.Uri): boolean {
  const path = vscode.workspace.asRelativePath(uri, false);
  return !/(?:^|\/)(?:node_modules|\.git)\//.test(path) && agentPlaces.reads(path, 'workspace');
}

function holds(known: ReadonlyMap<string, ReadFile>, { path }: vscode.Uri): boolean {
  return [...known.values()].some(({ uri }) => uri.path.startsWith(`${path}/`));
}
