import * as vscode from 'vscode';
import { settings as names } from '../../contributes';
import type { Ecosystem } from '../../core/packages';
import type { CheckedFile, CheckFacts, ThreadResult } from '../../core/packageThread';
import { debounce } from '../debounce';
import type { Pause } from '../findings/pause';
import type { Parts } from '../parts';
import { readFile } from '../readFile';
import { factsOf, isChecked, lookedAt, targetOf } from './checkedDocuments';
import { createManifestLook } from './createManifestLook';
import type { PackageThread } from './createThread';
import { decidePackages, type PackageDecisions } from './packageDecisions';

/** The checks of what open documents say about packages. */
export interface PackageChecks extends vscode.Disposable {
  /** What is known of a document or file; may be older than its text. */
  get(uri: vscode.Uri): PackageDecisions | undefined;
  /** The same of the document as it stands now. */
  current(document: vscode.TextDocument): Promise<PackageDecisions | undefined>;
  /** Takes what was found in a file that isn't open. */
  take(uri: vscode.Uri, checked: CheckedFile, text: string): void;
  /** Checks open documents again: advisories or lockfiles have changed. */
  refresh(): void;
  facts(): CheckFacts;
  /** Those that the files which were checked so far name packages of, and that have advisories. */
  ecosystems(): Ecosystem[];
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/**
 * Keeps what is said of packages up to date: when a document is opened, soon after edits, when a lockfile changes. All of it is worked
 * out in a thread of its own; here texts are only handed over when typing rests.
 */
export function createPackageChecks(parts: Parts, pause: Pause, thread: PackageThread): PackageChecks {
  const states = new Map<string, State>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const isOff = () => parts.settings.value<string>(names.detectionRun) === 'off';
  const onType = () => !pause.isQuiet() && parts.settings.value<string>(names.detectionRun) === 'onType';
  const manifests = createManifestLook();
  const publish = (uri: vscode.Uri, found: PackageDecisions) => {
    const state = stateOf(states, uri);
    state.found = found;
    if (found.decisions.length + found.faults.length > 0) parts.findings.set(found, 'packages');
    else parts.findings.delete(uri, 'packages');
    changed.fire(uri);
  };
  const forget = (uri: vscode.Uri) => {
    clearTimeout(states.get(uri.toString())?.timer);
    states.delete(uri.toString());
    parts.findings.delete(uri, 'packages');
    changed.fire(uri);
  };
  const check = async (document: vscode.TextDocument): Promise<void> => {
    const state = stateOf(states, document.uri);
    clearTimeout(state.timer);
    const named = lookedAt(document);
    if (named === undefined || (named === 'imports' && !(await manifests.has()))) {
      if (state.found) forget(document.uri);
      return;
    }
    const { version } = document;
    if (state.version === version && state.running) return state.running;
    state.version = version;
    const target = targetOf(document);
    const running = new Promise<void>(resolve => {
      const task = { kind: 'check', target, facts: factsOf(parts, document) } as const;
      const take = (result: ThreadResult) => {
        if (result.kind === 'checked' && state.running === running && document.version === version)
          publish(document.uri, decidePackages(parts, document.uri, result.file, target.text, document));
        // What registries answer comes later.
        resolve();
      };
      const start = () =>
        thread
          .run(task, take)
          .catch(error => parts.log.error(`packages of ${target.path}: ${error}`))
          .finally(resolve);
      // A long text has just been put together; handing it over takes as long, so that others come first.
      setImmediate(start);
    });
    state.running = running;
    return running;
  };
  const checkLater = (document: vscode.TextDocument, milliseconds = restMilliseconds) => {
    const state = stateOf(states, document.uri);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => document.isClosed || void check(document), milliseconds);
  };
  const open = async (document: vscode.TextDocument) => {
    if (!isChecked(document) || isOff()) return;
    await parts.settings.ready;
    if (!document.isClosed) await check(document);
  };
  const refresh = () => {
    for (const document of vscode.workspace.textDocuments) {
      if (!isChecked(document) || isOff()) continue;
      stateOf(states, document.uri).version = undefined;
      checkLater(document, 0);
    }
  };
  const again = async () => {
    for (const { found } of [...states.values()]) {
      if (!found) continue;
      const text = await textOf(found);
      if (text === undefined) forget(found.uri);
      else publish(found.uri, decidePackages(parts, found.uri, found.checked, text));
    }
    refresh();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(lockfiles);
  const beside = debounce(() => thread.isStarted() && refresh(), 500);
  void (async () => {
    await parts.settings.ready;
    for (const document of vscode.workspace.textDocuments) if (isChecked(document) && !isOff()) checkLater(document, 0);
  })();
  const subscriptions = vscode.Disposable.from(
    changed,
    watcher,
    beside,
    manifests,
    watcher.onDidChange(beside.ask),
    watcher.onDidCreate(beside.ask),
    watcher.onDidDelete(beside.ask),
    vscode.workspace.onDidOpenTextDocument(document => void open(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isChecked(document) && onType()) checkLater(document);
    }),
    vscode.workspace.onDidSaveTextDocument(document => {
      if (isChecked(document) && !isOff()) checkLater(document, 0);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
      if (isUntitled || uri.scheme === 'vscode-notebook-cell') forget(uri);
      else clearTimeout(states.get(uri.toString())?.timer);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const { found } of [...states.values()])
        if (found && files.some(({ path }) => `${found.uri.path}/`.startsWith(`${path}/`))) forget(found.uri);
    }),
    parts.settings.onDidChange(() => again().catch(error => parts.log.error(`packages: ${error}`))),
    pause.onDidChange(() => !pause.isQuiet() && refresh()),
    new vscode.Disposable(() => {
      for (const { timer } of states.values()) clearTimeout(timer);
    }),
  );
  return {
    get: uri => states.get(uri.toString())?.found,
    async current(document) {
      const state = stateOf(states, document.uri);
      if (!state.found || state.version !== document.version) await check(document);
      return state.found;
    },
    take(uri, checked, text) {
      const open = vscode.workspace.textDocuments.some(one => one.uri.toString() === uri.toString());
      if (open && states.get(uri.toString())?.found && checked.findings.length === 0) return;
      publish(uri, decidePackages(parts, uri, checked, text));
    },
    refresh,
    facts: () => factsOf(parts),
    ecosystems: () => [
      ...new Set(
        [...states.values()].flatMap(({ found }) => found?.checked.advisories.map(one => one.ecosystem) ?? []),
      ),
    ],
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

interface State {
  version?: number;
  found?: PackageDecisions;
  running?: Promise<void>;
  timer?: ReturnType<typeof setTimeout>;
}

const restMilliseconds = 250;
/** What says which versions a manifest's packages have. */
const lockfiles =
  '**/{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,poetry.lock,uv.lock,pdm.lock,Pipfile.lock,Cargo.lock,go.sum,Gemfile.lock,composer.lock,packages.lock.json,gradle.lockfile}';

function stateOf(states: Map<string, State>, uri: vscode.Uri): State {
  const key = uri.toString();
  const known = states.get(key) ?? {};
  states.set(key, known);
  return known;
}

const mostMegabytes = 64;

/** The text that findings count in; undefined where it has gone: then nothing is said of it. */
async function textOf({ uri }: PackageDecisions): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
  if (open) return open.getText();
  return (await readFile(uri, mostMegabytes))?.text;
}
