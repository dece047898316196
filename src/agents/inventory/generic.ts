import type { InventoryClient } from './client';
import { lookAtConfig } from './configFile';
import { field } from './configTree';

/** A file that somebody names and that no client is known for: read where it says by itself that it lists servers. */
export const unknownClient: InventoryClient = {
  id: 'other',
  title: 'Other clients',
  files: [
    {
      workspace: [
        'mcp.json',
        'mcp_config.json',
        'mcp-config.json',
        'mcp_settings.json',
        'mcp-servers.json',
        'mcp_servers.json',
        '*.mcp.json',
        'mcp.yaml',
        'mcp.yml',
        'mcp.toml',
      ],
      read: look =>
        lookAtConfig(look, config => {
          for (const name of ['mcpServers', 'servers', 'context_servers', 'mcp_servers', 'mcp'])
            if (field(config.root, name)) config.servers({ approvals: ['alwaysAllow', 'autoApprove', 'trust'] }, name);
        }),
    },
  ],
};
