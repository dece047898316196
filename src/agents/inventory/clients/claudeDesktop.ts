import { applicationFolders, below, type InventoryClient } from '../client';
import { lookAtConfig } from '../configFile';

/** Claude Desktop: `mcpServers` in one file, without variables. */
export const claudeDesktop: InventoryClient = {
  id: 'claude-desktop',
  title: 'Claude Desktop',
  files: [
    {
      workspace: ['claude_desktop_config.json'],
      home: below(applicationFolders('Claude'), 'claude_desktop_config.json'),
      read: look => lookAtConfig(look, config => config.servers({}, 'mcpServers')),
    },
  ],
};
