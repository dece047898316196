import type { InventoryClient } from './client';
import { type ConfigLook, lookAtConfig } from './configFile';
import { field } from './configTree';
import type { Look } from './look';
import { lookAtScript } from './scripts';
import { lookAtText } from './textChecks';

/** A file that somebody names and that no client is known for: read where it says by itself that it lists servers. */
export const unknownClient: InventoryClient = {
  id: 'other',
  title: 'Other clients',
  files: [
    {
      workspace: [
        ...[
          'mcp.json',
          'mcp_config.json',
          'mcp-config.json',
          'mcp_settings.json',
          'mcp-servers.json',
          'mcp_servers.json',
        ],
        ...['*.mcp.json', 'mcp.yaml', 'mcp.yml', 'mcp.toml'],
      ],
      read: lookAtUnknown,
    },
  ],
};

/** By its ending: a configuration, what a model is told, or a script. */
export function lookAtUnknown(look: Look): void {
  const { path } = look.file;
  if (/\.(?:jsonc?|toml|ya?ml)$/.test(path)) lookAtConfig(look, readServers);
  else if (/\.(?:md|mdc|mdx|txt|prompt)$/.test(path)) lookAtText('rules')(look);
  else lookAtScript(look);
}

/** The names under which any client keeps its servers. */
const tables = ['mcpServers', 'servers', 'context_servers', 'mcp_servers', 'mcp', 'extensions'];

function readServers(config: ConfigLook): void {
  const habits = { approvals: ['alwaysAllow', 'autoApprove', 'trust'] };
  for (const name of tables) if (field(config.root, name)) config.servers(habits, name);
}
