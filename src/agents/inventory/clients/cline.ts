import { applicationFolders, below, type InventoryClient } from '../client';
import { checkSwitch, lookAtConfig, writes } from '../configFile';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

const storage = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf']
  .flatMap(applicationFolders)
  .map(it => `${it}/User/globalStorage`);
const habits = { reference: writes(name => `\${env:${name}}`), approvals: ['autoApprove', 'alwaysAllow'] };

/** Cline (3.x): `autoApprove` of a server are its tools that run unasked. */
export const cline: InventoryClient = {
  id: 'cline',
  title: 'Cline',
  files: [
    {
      workspace: ['cline_mcp_settings.json'],
      home: [
        ...below(storage, 'saoudrizwan.claude-dev/settings/cline_mcp_settings.json'),
        '.cline/data/settings/cline_mcp_settings.json',
        '.cline/mcp_settings.json',
      ],
      read: look => lookAtConfig(look, config => config.servers(habits, 'mcpServers')),
    },
    {
      home: ['.cline/data/globalState.json', '.cline/data/settings/global-settings.json'],
      read: look =>
        lookAtConfig(look, config => {
          checkSwitch(config, ['yoloModeToggled'], true, 'everything runs unasked', 'false');
          checkSwitch(config, ['autoApproveAllToggled'], true, 'everything runs unasked', 'false');
          checkSwitch(
            config,
            ['autoApprovalSettings', 'actions', 'executeAllCommands'],
            true,
            'every command runs unasked',
            'false',
          );
        }),
    },
    {
      workspace: ['.clinerules', '.clinerules/*.md', '.clinerules/*.txt'],
      home: ['Documents/Cline/Rules/*.md'],
      read: lookAtText('rules'),
    },
    {
      workspace: ['.clinerules/workflows/*.md'],
      home: ['Documents/Cline/Workflows/*.md'],
      read: lookAtText('command'),
    },
    { workspace: ['.cline/skills/*/SKILL.md'], home: ['.cline/skills/*/SKILL.md'], read: lookAtText('skill') },
    { workspace: ['.clineignore'], read: lookAtIgnore },
  ],
};

/** Roo Code: the same with `alwaysAllow`, and modes of its own. */
export const roo: InventoryClient = {
  id: 'roo',
  title: 'Roo Code',
  files: [
    {
      workspace: ['.roo/mcp.json', 'mcp_settings.json'],
      home: [
        ...below(
          storage,
          'rooveterinaryinc.roo-cline/settings/mcp_settings.json',
          'rooveterinaryinc.roo-cline/settings/cline_mcp_settings.json',
        ),
        '.roo/mcp.json',
      ],
      read: look => lookAtConfig(look, config => config.servers(habits, 'mcpServers')),
    },
    {
      workspace: ['.roo/rules/**/*.md', '.roo/rules-*/**/*.md', '.roorules', '.roorules-*', '.roomodes'],
      home: ['.roo/rules/*.md'],
      read: lookAtText('rules'),
    },
    { workspace: ['.roo/commands/*.md'], home: ['.roo/commands/*.md'], read: lookAtText('command') },
    { workspace: ['.roo/skills/*/SKILL.md'], read: lookAtText('skill') },
    { workspace: ['.rooignore'], read: lookAtIgnore },
  ],
};
