import { both, type InventoryClient } from '../client';
import { type ConfigLook, checkSwitch, lookAtConfig } from '../configFile';
import { field, textIn } from '../configTree';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

/** Junie: `mcpServers`, and an allow list of prefixes and patterns. */
export const junie: InventoryClient = {
  id: 'junie',
  title: 'Junie',
  files: [
    {
      ...both('.junie/mcp/mcp.json', '.junie/mcp.json'),
      read: look =>
        lookAtConfig(look, config => config.servers({ approvals: ['autoApprove', 'alwaysAllow'] }, 'mcpServers')),
    },
    { ...both('.junie/allowlist.json'), read: look => lookAtConfig(look, readAllowList) },
    {
      ...both('.junie/config.json', '.junie/settings.json'),
      read: look =>
        lookAtConfig(look, config => {
          for (const key of ['braveMode', 'brave'])
            checkSwitch(config, [key], true, 'everything runs unasked', 'false');
        }),
    },
    {
      workspace: ['.junie/guidelines.md', '.junie/AGENTS.md', '.junie/guidelines/**/*.md'],
      home: ['.junie/guidelines.md', '.junie/AGENTS.md'],
      read: lookAtText('rules'),
    },
    { ...both('.junie/skills/*/SKILL.md'), read: lookAtText('skill') },
    { workspace: ['.aiignore'], read: lookAtIgnore },
  ],
};

function readAllowList(config: ConfigLook): void {
  checkSwitch(config, ['defaultBehavior'], 'allow', 'everything runs unasked', '"ask"');
  for (const { name, node } of field(config.root, 'rules')?.fields ?? [])
    for (const rule of field(node, 'rules')?.items ?? []) {
      const pattern = field(rule, 'pattern') ?? field(rule, 'prefix');
      if (textIn(field(rule, 'action')) === 'allow' && /^(?:\*{0,2}|\/)$/.test(textIn(pattern) ?? 'x'))
        config.approval(pattern, `rules.${name}: everything runs unasked`);
    }
}
