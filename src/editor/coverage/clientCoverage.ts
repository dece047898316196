import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { loadSetup } from '../../agents/setup/load';
import type { SetupState } from '../../agents/setup/setup';
import { commands } from '../../contributes';
import { openSetupWorld } from '../../io/setupFiles';
import type { Parts } from '../parts';
import { type ClientFacts, type ClientRow, clientRows } from './clientRows';
import { clientsChanged, commandLineFile } from './setUpClient';

export interface ClientCoverage extends vscode.Disposable {
  rows(): ClientRow[];
  readonly onDidChange: vscode.Event<void>;
}

/** How the AI clients of this machine stand. Canaries are sent by `lockside doctor`, when this opens and after each set-up. */
export function watchClients(parts: Parts): ClientCoverage {
  const changed = new vscode.EventEmitter<void>();
  let proofs: Readonly<Record<string, ClientFacts['proof']>> = {};
  let states = statesOf(parts);
  let round = 0;
  const look = async () => {
    const mine = ++round;
    states = statesOf(parts);
    proofs = {};
    changed.fire();
    const names = states.filter(state => setUpOf(state) !== 'no').map(({ name }) => name);
    if (names.length === 0) return;
    const found = await examine(parts, names);
    if (mine !== round) return;
    proofs = found;
    changed.fire();
  };
  const subscription = clientsChanged(() => void look());
  void look();
  return {
    rows: () =>
      clientRows(
        states.map(state => factsOf(state, proofs[state.name])),
        remedyOf,
        vscode.l10n.t,
      ),
    onDidChange: changed.event,
    dispose() {
      round++;
      subscription.dispose();
      changed.dispose();
    },
  };
}

function statesOf(parts: Parts): SetupState[] {
  const world = openSetupWorld(commandLineFile(parts));
  return loadSetup()
    .setupNames()
    .map(name => loadSetup().setupState(world, name))
    .filter(state => state.present || setUpOf(state) !== 'no');
}

function setUpOf({ hooks, launcher }: SetupState): ClientFacts['setUp'] {
  const hooked = hooks !== 'none' && hooks !== 'impossible';
  if (hooked) return launcher ? 'both' : 'hooks';
  return launcher ? 'launcher' : 'no';
}

function factsOf(state: SetupState, proof: ClientFacts['proof']): ClientFacts {
  return { name: state.name, title: state.title, setUp: setUpOf(state), ...(proof ? { proof } : {}) };
}

function remedyOf({ name, setUp }: ClientFacts) {
  const label = setUp === 'no' ? vscode.l10n.t('Set Up…') : vscode.l10n.t('Undo…');
  return { kind: 'command' as const, label, command: commands.setUpClient, argument: name };
}

interface Report {
  readonly name: string;
  readonly channels: readonly { readonly channel: string; readonly state: string; readonly why: string }[];
}

/** A run of the command line's own doctor, which sends the canaries; what it can't tell counts as not proven to hold. */
function examine(parts: Parts, names: readonly string[]): Promise<Readonly<Record<string, ClientFacts['proof']>>> {
  const cwd = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const args = [commandLineFile(parts), 'doctor', '--json', ...names];
  return new Promise(resolve => {
    execFile(process.execPath, args, { cwd, env, timeout: 120_000 }, (_error, stdout) => {
      try {
        const { clients } = JSON.parse(stdout) as { clients: Report[] };
        resolve(Object.fromEntries(clients.map(report => [report.name, proofOf(report)])));
      } catch {
        const why = vscode.l10n.t('the doctor failed, see lockside doctor');
        resolve(Object.fromEntries(names.map(name => [name, { state: 'not', why }])));
      }
    });
  });
}

/** Answers don't leave, so they don't count here. */
function proofOf({ channels }: Report): ClientFacts['proof'] {
  const ways = channels.filter(({ channel }) => channel !== 'answers');
  const gap = ways.find(({ state }) => state !== 'guarded');
  if (!gap) return { state: 'guarded', why: '' };
  const partly = ways.some(({ state }) => state !== 'not');
  return { state: partly ? 'partly' : 'not', why: gap.why.replace(/\.$/, '') };
}
