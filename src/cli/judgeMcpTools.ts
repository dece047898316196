import type { McpParts } from '../gateway/mcp/parts';
import type { Workspace } from '../io/openWorkspace';

/** What says which tools of a server may be used, by what was approved of them in a workspace; nothing where there is no lock. */
export function judgeTools(_workspace: Workspace): Pick<McpParts, 'judgeTools'> {
  return {};
}
