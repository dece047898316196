import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { commands, contextKeys } from '../../contributes';
import { commandLineFile } from '../coverage/setUpClient';
import type { Parts } from '../parts';
import { openTablesPage, type Tables } from './tablesPage';

/** What following the trail's chains came to. */
interface Verified {
  readonly state: 'whole' | 'changed' | 'unread';
  /** The sentence that the command line says of it. */
  readonly said: string;
  readonly defects: readonly string[];
  readonly notes: readonly string[];
}

/** Verifies this user's audit trail, beside this process: a trail may have a million events. */
export async function verifyTrail(parts: Parts): Promise<Verified['state']> {
  const { t } = vscode.l10n;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Lockside verifies the audit trail'),
    cancellable: true,
  };
  const verified = await vscode.window.withProgress(options, (_, token) => verify(parts, token));
  if (verified.state === 'whole') await tellWhole(parts, verified);
  else if (verified.state === 'changed') openTablesPage(parts.context, 'lockside.trail', tablesOf(verified));
  else void vscode.window.showErrorMessage(t('The audit trail could not be verified: {0}', verified.said));
  return verified.state;
}

function verify(parts: Parts, token: vscode.CancellationToken): Promise<Verified> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [commandLineFile(parts), 'audit', 'verify'],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 16 * 1024 * 1024 },
      (_, stdout, stderr) => resolve(read(stdout, stderr, child.exitCode)),
    );
    token.onCancellationRequested(() => child.kill());
  });
}

/** The lines of `lockside audit verify`: what it held, then a cross or a dot before each. */
function read(stdout: string, stderr: string, code: number | null): Verified {
  const lines = stdout.split('\n').filter(Boolean);
  const marked = (sign: string) => lines.filter(line => line.startsWith(`  ${sign} `)).map(line => line.slice(4));
  const state = code === 0 ? 'whole' : code === 1 && stdout.startsWith('✗') ? 'changed' : 'unread';
  const said = lines[0]?.replace(/^[✓✗] /, '') ?? stderr.trim().slice(0, 300);
  return { state, said, defects: marked('✗'), notes: marked('·') };
}

async function tellWhole(parts: Parts, { said, notes }: Verified): Promise<void> {
  const { t } = vscode.l10n;
  await vscode.commands.executeCommand('setContext', contextKeys.trailVerified, true);
  const checkpoint = t('Make a Checkpoint');
  void vscode.window
    .showInformationMessage(t('The audit trail is whole: {0}.', said), ...(notes.length > 0 ? [checkpoint] : []))
    .then(answer => {
      if (answer === checkpoint) makeCheckpoint(parts);
    });
}

/** What is signed now proves later that nothing was cut; only kept elsewhere it proves that all of it wasn't written anew. */
function makeCheckpoint(parts: Parts): void {
  const { t } = vscode.l10n;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  execFile(
    process.execPath,
    [commandLineFile(parts), 'audit', 'checkpoint', '--trailer'],
    { env },
    async (error, stdout, stderr) => {
      if (error)
        return vscode.window.showErrorMessage(t('No checkpoint was made: {0}', stderr.trim() || error.message));
      const copy = t('Copy It');
      const message = t(
        '{0}: keep this line where nobody can change it, such as in a commit’s message.',
        stdout.trim(),
      );
      if ((await vscode.window.showInformationMessage(message, copy)) === copy)
        await vscode.env.clipboard.writeText(stdout.trim());
      return undefined;
    },
  );
}

function tablesOf({ said, defects, notes }: Verified): Tables {
  const { t } = vscode.l10n;
  return {
    title: t('The audit trail was changed'),
    intro: t('{0}. Somebody or something has edited, cut or removed what was recorded.', said),
    sections: [
      {
        title: t('What is wrong'),
        columns: [t('Place and fault')],
        rows: defects.slice(0, 200).map(text => [{ text, state: 'bad' }]),
      },
      {
        title: t('What else was seen'),
        columns: [t('Note')],
        rows: notes.slice(0, 50).map(text => [{ text, state: 'note' }]),
        empty: t('Nothing.'),
      },
      {
        title: t('What to do'),
        text: t(
          'Keep the folder of the trail as it is, tell your security team, and compare it with a checkpoint that was kept elsewhere: lockside audit verify --anchor FILE.',
        ),
        buttons: [{ label: t('Show Log'), run: () => vscode.commands.executeCommand(commands.showLog) }],
      },
    ],
  };
}
