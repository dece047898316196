import { both, type InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig, modelItem, writes } from '../configFile';
import { field, textIn, textNodes } from '../configTree';
import { judgeHook, judgeHookTable } from '../hookChecks';
import { lookAtText } from '../textChecks';

/** How Kiro and Amazon Q write variables, and what lets tools run unasked. */
export const kiroHabits = { reference: writes(name => `\${${name}}`), approvals: ['autoApprove', 'alwaysAllow'] };

/** Kiro: `mcpServers` with `autoApprove`, steering, hooks that its editor runs, and agents as its command line has them. */
export const kiro: InventoryClient = {
  id: 'kiro',
  title: 'Kiro',
  files: [
    {
      ...both('.kiro/settings/mcp.json'),
      read: look => lookAtConfig(look, config => config.servers(kiroHabits, 'mcpServers')),
    },
    { ...both('.kiro/agents/*.json'), read: look => lookAtConfig(look, readAgent) },
    { workspace: ['.kiro/hooks/*.kiro.hook', '.kiro/hooks/*.hook'], read: look => lookAtConfig(look, readHook) },
    { ...both('.kiro/steering/**/*.md'), read: lookAtText('rules') },
    { ...both('.kiro/skills/*/SKILL.md'), read: lookAtText('skill') },
  ],
};

/** The agents of Kiro and Amazon Q: `allowedTools` are those that run unasked. */
export function readAgent(config: ConfigLook): void {
  const { root } = config;
  config.item(
    'agent',
    textIn(field(root, 'name')) ?? config.file.path.split('/').at(-1) ?? '',
    (field(root, 'name') ?? root).span,
    { scopes: { tools: textNodes(field(root, 'tools')).map(it => textIn(it) ?? '') } },
  );
  config.servers(kiroHabits, 'mcpServers');
  for (const node of textNodes(field(root, 'allowedTools'))) {
    const tool = textIn(node) ?? '';
    if (/^(?:\*|@\*|@builtin|execute_bash|shell|execute_cmd|use_aws|aws)$/.test(tool))
      config.approval(
        node,
        `allowedTools: ${tool} runs unasked`,
        tool === '*' || tool === '@*' ? {} : { level: 'high' },
      );
  }
  for (const tool of ['execute_bash', 'shell'])
    for (const node of textNodes(field(root, 'toolsSettings', tool, 'allowedCommands')))
      if (/^(?:\.?\*|\^?\.[*+]\$?)$/.test(textIn(node) ?? ''))
        config.approval(node, `toolsSettings.${tool}.allowedCommands: every command runs unasked`);
  judgeHookTable(config, field(root, 'hooks'));
  modelItem(config, field(root, 'model'));
}

function readHook(config: ConfigLook): void {
  const command = field(config.root, 'then', 'command');
  const event = textIn(field(config.root, 'when', 'type')) ?? 'hook';
  if (command) judgeHook(config, command, { event, opening: /sessionStart|promptSubmit|agentSpawn/i.test(event) });
  else config.item('hook', textIn(field(config.root, 'name')) ?? config.file.path, config.root.span);
}
