import type { InventoryClient } from '../client';
import { lookAtConfig } from '../configFile';
import { lookAtText } from '../textChecks';
import { kiroHabits, readAgent } from './kiro';

/** Amazon Q Developer: the command line's agents and the editors' own; older versions have `mcp.json`. */
export const amazonQ: InventoryClient = {
  id: 'amazon-q',
  title: 'Amazon Q',
  files: [
    {
      workspace: ['.amazonq/mcp.json', '.aws/amazonq/mcp.json'],
      home: ['.aws/amazonq/mcp.json'],
      read: look => lookAtConfig(look, config => config.servers(kiroHabits, 'mcpServers')),
    },
    {
      workspace: [
        '.amazonq/default.json',
        '.amazonq/agents/*.json',
        '.amazonq/cli-agents/*.json',
        '.aws/amazonq/agents/*.json',
        '.aws/amazonq/cli-agents/*.json',
      ],
      home: ['.aws/amazonq/default.json', '.aws/amazonq/agents/*.json', '.aws/amazonq/cli-agents/*.json'],
      read: look => lookAtConfig(look, readAgent),
    },
    { workspace: ['.amazonq/rules/**/*.md'], read: lookAtText('rules') },
    { workspace: ['.amazonq/prompts/*.md'], home: ['.aws/amazonq/prompts/*.md'], read: lookAtText('command') },
  ],
};
