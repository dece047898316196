import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { commands } from '../../contributes';
import type { Exposure } from '../../core/exposure';
import type { ScannedTranscripts } from '../../io/scanTranscripts';
import type { Scrubbed } from '../../io/scrubTranscripts';
import type { Parts } from '../parts';
import { exposureText } from './exposureText';
import { loadTranscriptScan } from './loadTranscriptScan';

/** The command "Check AI Transcripts": shows what AI clients' session files hold, and scrubs it where the person says so. */
export function registerCheckTranscripts(parts: Parts): vscode.Disposable {
  let report = '';
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let running: Promise<Exposure | undefined> | undefined;
  const show = async (exposure: Exposure) => {
    report = exposureText(exposure, new Date());
    changed.fire(place);
    await vscode.window.showTextDocument(place, { preview: false });
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(place.scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => report,
    }),
    vscode.commands.registerCommand(commands.checkTranscripts, () => {
      running ??= check(parts, show).finally(() => {
        running = undefined;
      });
      return running;
    }),
  );
}

const place = vscode.Uri.from({ scheme: 'lockside-transcripts', path: '/AI-transcripts.md' });

async function check(parts: Parts, show: (exposure: Exposure) => Promise<void>): Promise<Exposure | undefined> {
  await parts.ready;
  const scanned = await withProgress(vscode.l10n.t('Checking AI transcripts'), (tell, token) =>
    scan(parts, tell, token),
  );
  const { exposure, ended } = scanned;
  parts.log.info(`transcripts: ${exposure.exposed.length} values, ${exposure.faults.length} not looked at`);
  if (ended) return undefined;
  await show(exposure);
  // Whoever runs the command by code waits for the report, not for the person.
  void offer(scanned);
  return exposure;
}

type Tell = (message: string) => void;

function withProgress<T>(
  title: string,
  work: (tell: Tell, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) =>
    work(message => progress.report({ message }), token),
  );
}

async function scan(parts: Parts, tell: Tell, token: vscode.CancellationToken): Promise<ScannedTranscripts> {
  const { transcriptClients, scanTranscripts, transcriptWorld, openWorkspace } = loadTranscriptScan();
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  // What an untrusted workspace says about what counts, counts for nothing here.
  const trusted = vscode.workspace.isTrusted ? folders[0]?.uri.fsPath : undefined;
  const world = transcriptWorld(folders.map(({ uri }) => uri.fsPath));
  const user = vscode.Uri.joinPath(parts.context.globalStorageUri, '..', '..').fsPath.replaceAll('\\', '/');
  return scanTranscripts({
    clients: transcriptClients,
    world: { ...world, editors: [user] },
    workspace: openWorkspace({ cwd: trusted ?? homedir() }),
    onProgress(files, bytes) {
      tell(vscode.l10n.t('{0} files, {1} MB', files, Math.round(bytes / 1e6)));
      return !token.isCancellationRequested;
    },
  });
}

/** Says what was found and, when the person agrees twice, scrubs the secrets. */
async function offer({ exposure, files, values }: ScannedTranscripts): Promise<void> {
  const { t } = vscode.l10n;
  const secrets = exposure.exposed.filter(({ kind }) => kind === 'secret');
  const left = secrets.filter(({ direction }) => direction === 'out').length;
  if (secrets.length === 0) {
    void vscode.window.showInformationMessage(t('No secrets in the AI transcripts of this machine.'));
    return;
  }
  const scrub = t('Scrub…');
  const message = t('{0} secrets stand in AI transcripts; {1} of them left this machine.', secrets.length, left);
  if ((await vscode.window.showWarningMessage(message, scrub)) !== scrub) return;
  const holding = new Set(secrets.flatMap(({ sessions }) => sessions.map(({ file }) => file)));
  const sure = t('Scrub');
  const detail = t(
    'They are replaced by a mask of the same length in {0} files of other programs. This can’t be undone, and takes nothing back that has left. Files that were written in the last ten minutes, and databases, are left as they are.',
    holding.size,
  );
  const question = t('Scrub the secrets from the AI transcripts?');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, sure)) !== sure) return;
  const gone = values.filter(({ kind }) => kind === 'secret').map(({ value }) => value);
  const told = await withProgress(t('Scrubbing AI transcripts'), (tell, token) =>
    loadTranscriptScan().scrubTranscripts(files, gone, {
      now: Date.now(),
      holding,
      onProgress(count) {
        tell(t('{0} of {1} files', count, files.length));
        return !token.isCancellationRequested;
      },
    }),
  );
  tellScrubbed(told);
}

function tellScrubbed(told: readonly Scrubbed[]): void {
  const { t } = vscode.l10n;
  const left = told.filter(one => 'left' in one);
  const done = t('{0} files scrubbed.', told.length - left.length);
  if (left.length === 0) void vscode.window.showInformationMessage(done);
  else
    void vscode.window.showWarningMessage(
      `${done} ${t('{0} left as they are: {1}', left.length, [...new Set(left.map(one => one.left))].join('; '))}`,
    );
}
