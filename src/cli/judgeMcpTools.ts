import { judgeLockedTools, toolThings } from '../agents/lock/lockTools';
import { judgeTools as judgeDefinitions } from '../agents/toolDefinitions/judgeTools';
import { namesByServer, readToolLists } from '../agents/toolDefinitions/readToolLists';
import type { ToolDefinition } from '../agents/toolDefinitions/toolDefinition';
import type { BlockedTool, McpParts } from '../gateway/mcp/parts';
import type { Workspace } from '../io/openWorkspace';
import { readSeenTools, saveSeenTools } from '../io/seenTools';
import { readWorkspaceLock } from '../project/readWorkspaceLock';

/**
 * What says which tools of a server may be used: those that `lockside.lock` has as they are, and where it doesn't know the server, those
 * that hide nothing. What was seen is kept for `lockside lock` to approve.
 */
export function judgeTools({ root, stateFolder, tools: permissions }: Workspace): Pick<McpParts, 'judgeTools'> {
  return {
    judgeTools: async (server, listed) => {
      const tools = listed as unknown as readonly ToolDefinition[];
      const seen = readSeenTools(stateFolder, root).filter(it => it.server !== server);
      saveSeenTools(stateFolder, root, { server, tools });
      const read = readWorkspaceLock(root);
      const out: BlockedTool[] = judgeLockedTools(read, server, tools, permissions.unlockedServers);
      const blocked = new Set(out.map(({ name }) => name));
      const approved = new Set(read?.lock?.entries.map(({ hash }) => hash));
      const others = namesByServer(seen.flatMap(one => readToolLists(JSON.stringify(one)) ?? []));
      const poisoned = judgeDefinitions(server, tools, others).filter(({ severity }) => severity === 'error');
      for (const { tool, reason } of poisoned) {
        const thing = toolThings(
          server,
          tools.filter(({ name }) => name === tool),
        )[0];
        // A person has looked at this very definition.
        if (blocked.has(tool) || (thing && approved.has(thing.hash))) continue;
        blocked.add(tool);
        out.push({ name: tool, reason: `its definition looks like an attack: ${reason}` });
      }
      return out;
    },
  };
}
