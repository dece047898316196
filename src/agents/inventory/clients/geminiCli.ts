import { checkEnvironment, checkEnvironmentLines } from '../baseUrls';
import { both, type InventoryClient } from '../client';
import { type ConfigLook, checkFolderList, checkSwitch, lookAtConfig, modelItem, writes } from '../configFile';
import { field, fieldOf, textIn, textNodes } from '../configTree';
import { judgeHook, judgeHookTable } from '../hookChecks';
import { lookAtIgnore } from '../ignoreFile';
import { advice } from '../look';
import { lookAtText } from '../textChecks';

const habits = { reference: writes(name => `$${name}`), approvals: ['trust'] };

/** Gemini CLI (0.61) and Antigravity: the keys stand in the reference that its package brings. */
export const geminiCli: InventoryClient = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  files: [
    {
      ...both('.gemini/settings.json'),
      managed: [
        '/etc/gemini-cli/settings.json',
        '/etc/gemini-cli/system-defaults.json',
        '/Library/Application Support/GeminiCli/settings.json',
        'C:/ProgramData/gemini-cli/settings.json',
      ],
      read: look => lookAtConfig(look, readSettings),
    },
    {
      workspace: ['gemini-extension.json', '.gemini/extensions/*/gemini-extension.json'],
      home: ['.gemini/extensions/*/gemini-extension.json'],
      read: look => lookAtConfig(look, config => config.servers(habits, 'mcpServers')),
    },
    { workspace: ['GEMINI.md', '.gemini/GEMINI.md'], home: ['.gemini/GEMINI.md'], read: lookAtText('rules') },
    { ...both('.gemini/commands/**/*.toml'), read: lookAtText('command') },
    { ...both('.gemini/skills/*/SKILL.md'), read: lookAtText('skill') },
    { ...both('.gemini/agents/*.md'), read: lookAtText('agent') },
    { workspace: ['.gemini/.env'], home: ['.gemini/.env'], read: look => checkEnvironmentLines(look, '.gemini/.env') },
    { workspace: ['.geminiignore', '.aiexclude'], read: lookAtIgnore },
  ],
};

/** Antigravity: Gemini's files, and servers of its own. */
export const antigravity: InventoryClient = {
  id: 'antigravity',
  title: 'Antigravity',
  files: [
    {
      ...both('.gemini/antigravity/mcp_config.json', '.agent/mcp_config.json'),
      read: look =>
        lookAtConfig(look, config =>
          config.servers({ approvals: ['autoApprove', 'alwaysAllow', 'trust'] }, 'mcpServers'),
        ),
    },
    { workspace: ['.agent/rules/*.md'], read: lookAtText('rules') },
    { workspace: ['.agent/workflows/*.md'], read: lookAtText('command') },
    { workspace: ['.agent/skills/*/SKILL.md'], read: lookAtText('skill') },
  ],
};

function readSettings(config: ConfigLook): void {
  const { root, foreign } = config;
  config.servers(habits, 'mcpServers');
  for (const names of [['general', 'defaultApprovalMode'], ['tools', 'approvalMode'], ['approvalMode']])
    checkSwitch(config, names, 'yolo', 'everything runs unasked', '"default"');
  if (foreign)
    checkSwitch(
      config,
      ['general', 'defaultApprovalMode'],
      'auto_edit',
      'the repository says that files are changed unasked',
      '"default"',
      'medium',
    );
  for (const names of [['tools', 'autoAccept'], ['autoAccept']])
    checkSwitch(config, names, true, 'tools run unasked', 'false', 'high');
  checkSwitch(config, ['yolo'], true, 'everything runs unasked', 'false');
  for (const node of [...textNodes(field(root, 'tools', 'allowed')), ...textNodes(field(root, 'allowedTools'))])
    if (/^(?:\*|run_shell_command|ShellTool|run_shell_command\(\*?\)|ShellTool\(\*?\))$/.test(textIn(node) ?? ''))
      config.approval(node, `tools.allowed: ${textIn(node)} runs every command unasked`);
  const trust = field(root, 'security', 'folderTrust', 'enabled') ?? field(root, 'folderTrust');
  if (trust?.value === false) {
    const why = 'folderTrust: no folder is asked about any more';
    if (foreign) config.finding('agent/self-trust', trust.span, why, { fix: advice('Take it out') });
    else config.finding('agent/auto-approve', trust.span, why, { level: 'medium', fix: advice('Take it out') });
  }
  judgeHookTable(config, field(root, 'hooks'));
  for (const [section, key] of [
    ['tools', 'discoveryCommand'],
    ['tools', 'callCommand'],
    ['mcp', 'serverCommand'],
  ] as const) {
    const node = field(root, section, key);
    if (node) judgeHook(config, node, { event: `${section}.${key}`, opening: true });
  }
  for (const key of ['toolDiscoveryCommand', 'toolCallCommand', 'mcpServerCommand']) {
    const node = field(root, key);
    if (node) judgeHook(config, node, { event: key, opening: true });
  }
  checkFolderList(config, 'context', 'includeDirectories');
  checkEnvironment(config, field(root, 'env')?.fields ?? [], 'env');
  modelItem(config, fieldOf(field(root, 'model'), 'name') ?? field(root, 'model'));
}
