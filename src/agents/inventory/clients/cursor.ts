import { both, type InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig, writes } from '../configFile';
import { field, textIn, textNodes } from '../configTree';
import { judgeHook, judgeHookTable } from '../hookChecks';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

/** Cursor: `mcpServers` with `${env:NAME}`; its command line has `permissions.allow` of `Shell(…)`, `Read(…)`, `Write(…)`. */
export const cursor: InventoryClient = {
  id: 'cursor',
  title: 'Cursor',
  files: [
    {
      ...both('.cursor/mcp.json'),
      read: look =>
        lookAtConfig(look, config =>
          config.servers(
            { reference: writes(name => `\${env:${name}}`), approvals: ['autoApprove', 'alwaysAllow'] },
            'mcpServers',
          ),
        ),
    },
    { ...both('.cursor/cli.json', '.cursor/cli-config.json'), read: look => lookAtConfig(look, readCli) },
    { ...both('.cursor/permissions.json'), read: look => lookAtConfig(look, readPermissions) },
    {
      ...both('.cursor/hooks.json'),
      read: look => lookAtConfig(look, config => judgeHookTable(config, field(config.root, 'hooks'))),
    },
    { workspace: ['.cursor/environment.json'], read: look => lookAtConfig(look, readEnvironment) },
    {
      workspace: ['.cursorrules', '.cursor/rules/**/*.mdc', '.cursor/rules/**/*.md'],
      home: ['.cursor/rules/*.mdc', '.cursor/rules/*.md'],
      read: lookAtText('rules'),
    },
    { ...both('.cursor/commands/**/*.md'), read: lookAtText('command') },
    { ...both('.cursor/agents/*.md'), read: lookAtText('agent') },
    { ...both('.cursor/skills/*/SKILL.md'), read: lookAtText('skill') },
    { workspace: ['.cursorignore', '.cursorindexingignore'], home: ['.cursorignore'], read: lookAtIgnore },
  ],
};

function readCli(config: ConfigLook): void {
  for (const node of textNodes(field(config.root, 'permissions', 'allow')))
    if (/^(?:\*|Shell\(\*{1,2}\)|Shell|Mcp\(\*(?::\*)?\))$/.test(textIn(node) ?? ''))
      config.approval(node, `permissions.allow: ${textIn(node)} runs every command or tool unasked`);
  if (textIn(field(config.root, 'approvalMode')) === 'unrestricted')
    config.approval(field(config.root, 'approvalMode'), 'approvalMode: everything runs unasked', {
      fix: '"allowlist"',
    });
}

function readPermissions(config: ConfigLook): void {
  for (const key of ['terminalAllowlist', 'mcpAllowlist'])
    for (const node of textNodes(field(config.root, key)))
      if (/^\*(?::\*)?$/.test(textIn(node) ?? '')) config.approval(node, `${key}: everything runs unasked`);
}

/** What cloud agents run in their own machine: only what fetches and runs is told. */
function readEnvironment(config: ConfigLook): void {
  for (const key of ['install', 'start']) {
    const node = field(config.root, key);
    if (node) judgeHook({ ...config, foreign: false }, node, { event: key, opening: true });
  }
}
