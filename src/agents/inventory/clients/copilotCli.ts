import { both, type InventoryClient } from '../client';
import { checkFolderList, checkSwitch, lookAtConfig, modelItem, writes } from '../configFile';
import { field } from '../configTree';
import { judgeHookTable } from '../hookChecks';
import { lookAtText } from '../textChecks';

/** Copilot CLI (1.0). `tools: ["*"]` of a server says which tools are offered, not which run unasked. */
export const copilotCli: InventoryClient = {
  id: 'copilot-cli',
  title: 'Copilot CLI',
  files: [
    {
      workspace: ['.copilot/mcp-config.json', '.github/mcp.json', '.github/copilot/mcp.json'],
      home: ['.copilot/mcp-config.json'],
      read: look =>
        lookAtConfig(look, config => config.servers({ reference: writes(name => `\${${name}}`) }, 'mcpServers')),
    },
    {
      home: ['.copilot/config.json', '.copilot/settings.json'],
      workspace: ['.copilot/config.json', '.github/copilot/settings.json'],
      read: look =>
        lookAtConfig(look, config => {
          checkFolderList(config, 'trusted_folders');
          checkFolderList(config, 'trustedFolders');
          for (const key of ['allow_all_tools', 'allowAllTools', 'allowAll', 'yolo'])
            checkSwitch(config, [key], true, 'everything runs unasked', 'false');
          judgeHookTable(config, field(config.root, 'hooks'));
          modelItem(config, field(config.root, 'model'));
        }),
    },
    {
      workspace: ['.github/hooks/*.json', '.copilot/hooks/*.json'],
      home: ['.copilot/hooks/*.json'],
      read: look => lookAtConfig(look, config => judgeHookTable(config, field(config.root, 'hooks'))),
    },
    { home: ['.copilot/agents/*.md'], read: lookAtText('agent') },
    { home: ['.copilot/skills/*/SKILL.md'], read: lookAtText('skill') },
    { ...both('.copilot/copilot-instructions.md'), read: lookAtText('rules') },
  ],
};
