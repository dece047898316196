import { resolve } from 'node:path';
import { printable } from '../core/printable';
import { createFlow, type FlowStep } from '../gateway/mcp/flow';
import type { McpParts } from '../gateway/mcp/parts';
import { openFlowFile } from '../io/flowFile';
import { openWorkspace } from '../io/openWorkspace';
import { auditTrail, tendWorkspaceTrail } from './auditTrail';
import { createFilePlaces } from './filePlaces';
import { judgeTools } from './judgeMcpTools';
import { openMap } from './openGateway';

export interface OpenMcpOptions {
  /** The folder whose policy and map hold. */
  readonly cwd: string;
  readonly server: string;
  readonly local: boolean;
}

export interface OpenedMcp {
  readonly parts: McpParts;
  /** Waits until the map is written. */
  close(): Promise<void>;
}

/** What the proxy of one server takes: a workspace's policy, the map that everything else of Lockside uses as well, and the session's flow. */
export async function openMcp({ cwd, server, local }: OpenMcpOptions): Promise<OpenedMcp> {
  const workspace = openWorkspace({ cwd });
  const { shared, unkept } = await openMap(workspace);
  const trail = auditTrail(workspace, 'mcp', { client: server });
  const guard = workspace.guardWith(shared.vault, trail.record);
  const tell = (message: string) => void process.stderr.write(`lockside: ${printable(message)}\n`);
  for (const fault of workspace.faults) tell(`${fault.where ?? ''}: ${fault.message}`);
  if (unkept !== undefined) tell(`placeholders hold until this server ends: ${unkept}`);
  const tending = tendWorkspaceTrail(workspace, tell);
  const files = createFilePlaces(workspace);
  const parts: McpParts = {
    ...{ guard, server, local, tell, exclusively: shared.exclusively, permissions: workspace.tools },
    flow: openFlow(workspace.stateFolder, tell),
    pathOf: path => workspace.pathOf(resolve(workspace.root, path)),
    describe: path => files.describe(path),
    ...judgeTools(workspace),
  };
  const close = async () => {
    trail.close();
    await tending.close();
    await shared.written();
  };
  return { parts, close };
}

/** All servers of one client have it for their parent; `LOCKSIDE_MCP_SESSION` says it where something stands in between. */
function openFlow(stateFolder: string, tell: (message: string) => void) {
  try {
    const file = openFlowFile(stateFolder, process.env.LOCKSIDE_MCP_SESSION || String(process.ppid));
    return createFlow(
      () => file.steps(),
      (step: FlowStep) => file.add(step),
    );
  } catch {
    tell('what other servers of this session do is not known here: the state folder cannot be written');
    return createFlow();
  }
}
