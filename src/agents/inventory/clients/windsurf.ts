import { both, type InventoryClient } from '../client';
import { lookAtConfig, writes } from '../configFile';
import { field } from '../configTree';
import { judgeHookTable } from '../hookChecks';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

/** Windsurf: `mcpServers`, remote ones with `serverUrl`. */
export const windsurf: InventoryClient = {
  id: 'windsurf',
  title: 'Windsurf',
  files: [
    {
      workspace: ['.codeium/windsurf/mcp_config.json', '.windsurf/mcp_config.json', '.windsurf/mcp.json'],
      home: ['.codeium/windsurf/mcp_config.json', '.codeium/windsurf-next/mcp_config.json', '.codeium/mcp_config.json'],
      read: look =>
        lookAtConfig(look, config =>
          config.servers(
            { reference: writes(name => `\${env:${name}}`), approvals: ['alwaysAllow', 'autoApprove'] },
            'mcpServers',
          ),
        ),
    },
    {
      workspace: ['.windsurf/hooks.json'],
      home: ['.codeium/windsurf/hooks.json'],
      read: look => lookAtConfig(look, config => judgeHookTable(config, field(config.root, 'hooks'))),
    },
    {
      workspace: ['.windsurfrules', '.windsurf/rules/**/*.md'],
      home: ['.codeium/windsurf/memories/*.md'],
      read: lookAtText('rules'),
    },
    {
      workspace: ['.windsurf/workflows/*.md'],
      home: ['.codeium/windsurf/global_workflows/*.md'],
      read: lookAtText('command'),
    },
    { ...both('.windsurf/skills/*/SKILL.md'), read: lookAtText('skill') },
    { workspace: ['.codeiumignore'], home: ['.codeium/.codeiumignore'], read: lookAtIgnore },
  ],
};
