import * as vscode from 'vscode';
import { mcpClients } from '../../agents/mcpSetup/mcpPlaces';
import { type McpState, mcpStates, planMcpSetup, planMcpUndo } from '../../agents/mcpSetup/mcpSetup';
import type { Change, Plan } from '../../agents/setup/setup';
import { printable } from '../../core/printable';
import { applyChanges, openSetupWorld } from '../../io/setupFiles';
import { commandLineFile } from '../coverage/setUpClient';
import type { Parts } from '../parts';
import { rootOf } from './agentLock';

type World = ReturnType<typeof openSetupWorld>;

/** Puts Lockside's proxy before the MCP servers of a client, or takes it out again: after showing what would be written. */
export async function guardServers(parts: Parts): Promise<void> {
  const { t } = vscode.l10n;
  const world = openSetupWorld(commandLineFile(parts));
  // What an untrusted workspace names is neither started nor written.
  const root = vscode.workspace.isTrusted ? rootOf() : undefined;
  const chosen = await pick(world, root);
  if (!chosen) return;
  const { name, title, undo, shared, even } = chosen;
  const plan = undo ? planMcpUndo(world, name, root ?? '') : planMcpSetup(world, name, shared ? root : undefined, even);
  if ('error' in plan) return void vscode.window.showErrorMessage(t('{0} was left as it is: {1}', title, plan.error));
  if (plan.changes.length === 0)
    return void vscode.window.showInformationMessage(
      [t('{0} has no servers that could be guarded here.', title), ...plan.next].map(printable).join(' '),
    );
  if (!(await consents(title, undo, plan.changes))) return;
  const fault = applyChanges(plan.changes);
  if (fault !== undefined)
    return void vscode.window.showErrorMessage(t('{0} was left as it is: {1}', title, printable(fault)));
  await tell(title, undo, plan);
}

interface Chosen {
  readonly name: string;
  readonly title: string;
  readonly undo: boolean;
  readonly shared: boolean;
  /** Set for servers behind an address as well that the client may have to log in to. */
  readonly even: boolean;
}

async function pick(world: World, root: string | undefined): Promise<Chosen | undefined> {
  const { t } = vscode.l10n;
  const items = mcpStates(world, root ?? '').flatMap(state => {
    const client = mcpClients.find(({ name }) => name === state.client);
    const shared = root !== undefined && state.file.startsWith(root);
    return client ? choices(state, client.title, shared) : [];
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(t('No AI client here has MCP servers.'));
    return undefined;
  }
  const placeHolder = t('Which servers shall be started by Lockside, which checks what passes?');
  return vscode.window.showQuickPick(items, { title: t('Guard MCP Servers'), placeHolder, matchOnDetail: true });
}

/** One for what can be guarded without a loss, and one with the servers that need a login. */
function choices(
  { client, file, servers }: McpState,
  title: string,
  shared: boolean,
): (vscode.QuickPickItem & Chosen)[] {
  const { t } = vscode.l10n;
  const meant = servers.filter(({ wrapped, left }) => wrapped || !left);
  const undo = meant.length > 0 && meant.every(({ wrapped }) => wrapped);
  const names = servers.map(({ name, wrapped }) => (wrapped ? `$(shield) ${name}` : name)).join(', ');
  const one = {
    label: shared ? t('{0}, this project', title) : title,
    description: undo ? t('Guarded: choose it to undo that') : t('Not guarded'),
    detail: `${printable(names)} · ${file}`,
    ...{ name: client, title, undo, shared, even: false },
  };
  const logins = servers.filter(({ left }) => left?.login).map(({ name }) => name);
  if (logins.length === 0) return [one];
  const more = {
    label: t('{0}, with: {1}', one.label, printable(logins.join(', '))),
    description: t('Nobody can log in to these by a browser then'),
  };
  return [one, { ...one, ...more, undo: false, even: true }];
}

/** Shows each file and what comes into it, and asks. */
async function consents(title: string, undo: boolean, changes: readonly Change[]): Promise<boolean> {
  const { t } = vscode.l10n;
  const lines = changes
    .filter(({ shown }) => shown.length > 0)
    .flatMap(({ file, shown }) => [file, ...shown.map(line => `${undo ? '−' : '+'} ${line}`)]);
  const yes = undo ? t('Undo') : t('Guard');
  const question = undo
    ? t('Have {0} start its MCP servers by itself again?', title)
    : t('Have {0} start its MCP servers by Lockside?', title);
  const options = { modal: true, detail: lines.map(printable).join('\n') };
  return (await vscode.window.showWarningMessage(question, options, yes)) === yes;
}

async function tell(title: string, undo: boolean, { next }: Extract<Plan, { changes: unknown }>): Promise<void> {
  const { t } = vscode.l10n;
  const done = undo
    ? t('{0} starts its MCP servers by itself from its next start.', title)
    : t('{0} starts its MCP servers by Lockside from its next start.', title);
  await vscode.window.showInformationMessage([done, ...next].map(printable).join(' '));
}
