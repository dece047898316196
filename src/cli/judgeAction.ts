import { type AgentAction, judgeAction as judge } from '../agents/commands/judgeAction';
import { openAgentDisk } from '../io/agentDisk';
import type { Workspace } from '../io/openWorkspace';

/** What the policy and the matrix of files say of what an agent wants to do in a folder. */
export function judgeAction(action: AgentAction & { readonly cwd: string }, client: string, workspace: Workspace) {
  const { root, settings } = workspace;
  const world = { client, permissions: settings.files, ...openAgentDisk(root, action.cwd) };
  return judge(action, world, settings.policy);
}
