import * as vscode from 'vscode';
import type { AgentAction } from '../../agents/commands/judgeAction';
import { loadActions } from '../../agents/commands/load';
import { createAgentPermissions, fileLayer } from '../../core/agentPermissions';
import { openAgentDisk } from '../../io/agentDisk';
import type { Parts } from '../parts';

/** What the policy and the matrix of files say of what an agent of this window wants to do. */
export function judgeAgentAction({ settings }: Parts, action: AgentAction & { readonly cwd: string }) {
  const root = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath ?? action.cwd;
  const { layers } = settings.state();
  const permissions = createAgentPermissions(layers.map(({ policy, values }) => fileLayer(policy, values)));
  const world = { client: 'vscode', permissions, ...openAgentDisk(root, action.cwd) };
  return loadActions().judgeAction(action, world, settings.policy());
}
