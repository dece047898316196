import { checkEnvironment } from '../baseUrls';
import type { InventoryClient } from '../client';
import { type ConfigLook, checkSwitch, lookAtConfig, modelItem } from '../configFile';
import { field, textIn } from '../configTree';
import { judgeHook } from '../hookChecks';
import { lookAtText } from '../textChecks';

/** Zed: `context_servers`; `always_allow_tool_actions` became `tool_permissions.default` in 2026-02. */
export const zed: InventoryClient = {
  id: 'zed',
  title: 'Zed',
  files: [
    {
      workspace: ['.zed/settings.json'],
      home: ['.config/zed/settings.json', 'AppData/Roaming/Zed/settings.json'],
      read: look => lookAtConfig(look, readSettings),
    },
    { workspace: ['.rules'], home: ['.config/zed/AGENTS.md'], read: lookAtText('rules') },
    {
      workspace: ['.zed/tasks.json'],
      home: ['.config/zed/tasks.json'],
      read: look =>
        lookAtConfig(look, config => {
          for (const task of config.root.items) {
            const command = field(task, 'command');
            if (command)
              judgeHook(
                { ...config, foreign: false },
                command,
                { event: textIn(field(task, 'label')) ?? 'task', opening: false },
                'task',
              );
          }
        }),
    },
  ],
};

function readSettings(config: ConfigLook): void {
  const { root } = config;
  config.servers({ approvals: [] }, 'context_servers');
  checkSwitch(config, ['agent', 'always_allow_tool_actions'], true, 'every tool runs unasked', 'false');
  checkSwitch(config, ['assistant', 'always_allow_tool_actions'], true, 'every tool runs unasked', 'false');
  checkSwitch(config, ['agent', 'tool_permissions', 'default'], 'allow', 'every tool runs unasked', '"confirm"');
  checkSwitch(
    config,
    ['agent', 'tool_permissions', 'tools', 'terminal', 'default'],
    'allow',
    'every command runs unasked',
    '"confirm"',
  );
  for (const { name, node } of field(root, 'agent_servers')?.fields ?? []) {
    const mode = field(node, 'default_mode');
    if (mode?.value === 'bypassPermissions')
      config.approval(mode, `agent_servers.${name}: everything runs unasked`, { fix: '"default"' });
    checkEnvironment(config, field(node, 'env')?.fields ?? [], `agent_servers.${name}`);
  }
  for (const { name, node } of field(root, 'language_models')?.fields ?? []) {
    const url = field(node, 'api_url');
    if (url)
      checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node: url, key: url.span }], `language_models.${name}`);
  }
  checkEnvironment(config, field(root, 'terminal', 'env')?.fields ?? [], 'terminal.env');
  modelItem(config, field(root, 'agent', 'default_model', 'model'));
}
