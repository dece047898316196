import { delimiter } from 'node:path';
import * as vscode from 'vscode';
import type { SetupWorld } from '../../agents/setup/hookSetup';
import { loadSetup } from '../../agents/setup/load';
import { ownProgram } from '../../agents/setup/scripts';
import type { Change, SetupState } from '../../agents/setup/setup';
import { commands } from '../../contributes';
import { applyChanges, openSetupWorld } from '../../io/setupFiles';
import type { Parts } from '../parts';

const changed = new vscode.EventEmitter<void>();

/** Fires when a client was set up, or that was taken back. */
export const clientsChanged = changed.event;

/** The command that guards an AI client of this machine for good, or takes that back: after showing what it would write. */
export function registerSetUpClient(parts: Parts): vscode.Disposable {
  void parts.ready.then(() => refresh(parts));
  return vscode.commands.registerCommand(commands.setUpClient, async (name?: unknown) => {
    const world = openSetupWorld(commandLineFile(parts));
    const chosen = typeof name === 'string' && loadSetup().setupNames().includes(name) ? name : await pick(world);
    if (chosen === undefined) return;
    await change(parts, world, loadSetup().setupState(world, chosen));
  });
}

/** The command line that comes with the extension. */
export function commandLineFile({ context }: Parts): string {
  return vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
}

/** An update of the extension has moved what hooks and launchers start; and terminals of this window find launchers first. */
function refresh(parts: Parts): void {
  const world = openSetupWorld(commandLineFile(parts));
  const { environmentVariableCollection: variables } = parts.context;
  variables.clear();
  // Most people have set up nothing, and needn't wait for what knows how.
  if (world.read(ownProgram(world)) === undefined) return;
  const { planRefresh, setupNames, setupState } = loadSetup();
  const fault = applyChanges(planRefresh(world));
  if (fault !== undefined) parts.log.warn(`Hooks of AI clients may block: ${fault}`);
  const launched = setupNames().some(name => setupState(world, name).launcher);
  if (launched) variables.prepend('PATH', world.bin + delimiter);
}

async function pick(world: SetupWorld): Promise<string | undefined> {
  const states = loadSetup()
    .setupNames()
    .map(name => loadSetup().setupState(world, name))
    .filter(state => state.present || isSetUp(state));
  if (states.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No AI client that Lockside knows is installed here.'));
    return undefined;
  }
  const items = states.map(state => ({
    label: state.title,
    description: isSetUp(state) ? vscode.l10n.t('Set up: choose it to undo that') : vscode.l10n.t('Not set up'),
    name: state.name,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Set Up an AI Client') }))?.name;
}

function isSetUp({ hooks, launcher }: SetupState): boolean {
  return launcher || (hooks !== 'none' && hooks !== 'impossible');
}

async function change(parts: Parts, world: SetupWorld, state: SetupState): Promise<void> {
  const { name, title } = state;
  const undo = isSetUp(state);
  const plan = undo ? loadSetup().planUndo(world, name) : loadSetup().planSetup(world, name, false);
  if (!('error' in plan) && !(await consent(title, undo, plan.changes))) return;
  const fault = 'error' in plan ? plan.error : applyChanges(plan.changes);
  if (fault !== undefined)
    return void vscode.window.showErrorMessage(vscode.l10n.t('{0} was left as it is: {1}', title, fault));
  refresh(parts);
  changed.fire();
  if (!undo) await tellNext(world, loadSetup().setupState(world, name));
}

/** Shows each file and what comes into it, and asks. */
async function consent(title: string, undo: boolean, changes: readonly Change[]): Promise<boolean> {
  const files = changes.flatMap(({ file, shown }) => [file, ...shown.map(line => `${undo ? '−' : '+'} ${line}`)]);
  const yes = undo ? vscode.l10n.t('Undo') : vscode.l10n.t('Set Up');
  const question = undo
    ? vscode.l10n.t('Take Lockside out of {0} again?', title)
    : vscode.l10n.t('Guard {0} with Lockside, in every folder of this machine?', title);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail: files.join('\n') }, yes);
  return answer === yes;
}

/** What is left to be done by the person. */
async function tellNext(world: SetupWorld, { title, name, launcher, first }: SetupState): Promise<void> {
  if (name === 'codex' && !launcher)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('Codex skips new hooks until you trust them: start codex once, type /hooks, and trust Lockside’s.'),
    );
  if (!launcher || first)
    return void vscode.window.showInformationMessage(vscode.l10n.t('{0} is guarded from its next start.', title));
  const copy = vscode.l10n.t('Copy the Line');
  const message = vscode.l10n.t(
    '{0} is guarded in new terminals of VS Code. For others, add this to your shell’s start file: {1}',
    title,
    loadSetup().pathLine(world),
  );
  if ((await vscode.window.showInformationMessage(message, copy)) === copy)
    await vscode.env.clipboard.writeText(loadSetup().pathLine(world));
}
