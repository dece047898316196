import { execFile } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import * as vscode from 'vscode';
import { version } from '../../../package.json';
import type { ReportInputs } from '../../audit/htmlReport/reportInputs';
import type { AuditEvent } from '../../audit/trail/auditEvent';
import { readTrail } from '../../audit/trail/readTrail';
import { trailFolder } from '../../audit/trail/trailFolder';
import { stateFolder } from '../../io/stateFolder';
import { commandLineFile } from '../coverage/setUpClient';
import { throttle } from '../debounce';
import type { Parts } from '../parts';

/** What the pages are drawn from. */
export interface Gathered {
  readonly inputs: ReportInputs;
  readonly events: readonly AuditEvent[];
}

/**
 * Gathers what reports are made of. The project is looked through by the command line in a process of its own, so that the window
 * doesn't wait and both say the same; a workspace that nobody trusts is not.
 */
export async function gatherReport(parts: Parts): Promise<Gathered> {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  const inputs = folder && vscode.workspace.isTrusted ? await inputsOf(parts, folder) : emptyInputs();
  return { inputs, events: readEvents() };
}

/** Hears of the trail's events each time that some were added, by this window or by another process; at most once a second. */
export function watchEvents(parts: Parts, changed: (events: readonly AuditEvent[]) => void): vscode.Disposable {
  const soon = throttle(() => changed(readEvents()), 1000);
  const own = parts.activity.onDidChange(soon.ask);
  const others = watchFolder(trailFolder(stateFolder()), soon.ask);
  return new vscode.Disposable(() => {
    soon.dispose();
    own.dispose();
    others?.close();
  });
}

/** A trail is read here up to a size that takes a moment; a larger one is for `lockside report`. */
const mostBytes = 32 * 1024 * 1024;

function readEvents(): AuditEvent[] {
  return readTrail(trailFolder(stateFolder()), mostBytes);
}

function watchFolder(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    return watch(folder, changed);
  } catch {
    return undefined; // There is no trail yet; this window's own events are heard of all the same.
  }
}

function inputsOf(parts: Parts, { uri }: vscode.WorkspaceFolder): Promise<ReportInputs> {
  const args = [commandLineFile(parts), 'report', '--format', 'inputs', '--since', '90d'];
  const options = { cwd: uri.fsPath, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 256 * 1024 * 1024 };
  return new Promise(resolve => {
    execFile(process.execPath, args, options, (error, stdout) => {
      const read = error ? undefined : parse(stdout);
      if (error) parts.log.error(error);
      resolve(read ?? emptyInputs(vscode.l10n.t('The project could not be looked through. The log says why.')));
    });
  });
}

function parse(text: string): ReportInputs | undefined {
  try {
    return JSON.parse(text) as ReportInputs;
  } catch {
    return undefined;
  }
}

/** A report of the trail alone. */
function emptyInputs(message?: string): ReportInputs {
  const none = { files: 0, findings: [], faults: 0 };
  const why = message ?? vscode.l10n.t('Only the trail is told: there is no folder on disk here that you trust.');
  return {
    time: new Date().toISOString(),
    version,
    workspace: vscode.workspace.name ?? '',
    scan: none,
    packages: { ...none, listed: 0, ecosystems: {} },
    agents: { ...none, items: [] },
    ...{ vendors: [], waivers: [], titles: { vscode: 'VS Code' }, stores: [] },
    trail: { segments: 0, events: 0, checkpoints: 0, defects: [], notes: [] },
    faults: [{ code: 'unreadable', message: why }],
  };
}
