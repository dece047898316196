import { checkEnvironment } from '../baseUrls';
import { both, type InventoryClient } from '../client';
import { type ConfigLook, checkFolderList, checkSwitch, lookAtConfig, modelItem, writes } from '../configFile';
import { field, textIn, textNodes, walk } from '../configTree';
import { judgeHook, judgeHookTable } from '../hookChecks';
import { advice, fixOf } from '../look';
import { lookAtText } from '../textChecks';
import { isWideFolder } from '../wideFolders';

const managed = ['/etc/claude-code', '/Library/Application Support/ClaudeCode', 'C:/Program Files/ClaudeCode'];
const habits = { reference: writes(name => `\${${name}}`) };

/** Claude Code: the keys stand in its own program (2.1), the managed places in its documentation. */
export const claudeCode: InventoryClient = {
  id: 'claude-code',
  title: 'Claude Code',
  files: [
    {
      workspace: ['.mcp.json', '.claude/mcp.json'],
      home: [
        '.mcp.json',
        '.claude/mcp.json',
        '.claude/plugins/cache/*/*/*/.mcp.json',
        '.claude/plugins/marketplaces/*/plugins/*/.mcp.json',
      ],
      managed: managed.map(it => `${it}/managed-mcp.json`),
      read: look => lookAtConfig(look, readMcp),
    },
    {
      home: ['.claude.json'],
      read: look => lookAtConfig(look, readState, { secretsWithin: root => serversOf(root).map(it => it.whole) }),
    },
    {
      ...both('.claude/settings.json', '.claude/settings.local.json'),
      managed: [...managed.map(it => `${it}/managed-settings.json`)],
      read: look => lookAtConfig(look, readSettings),
    },
    {
      workspace: ['CLAUDE.md', 'CLAUDE.local.md', '.claude/CLAUDE.md', '.claude/rules/**/*.md'],
      home: ['.claude/CLAUDE.md', '.claude/rules/*.md'],
      managed: managed.map(it => `${it}/CLAUDE.md`),
      read: lookAtText('rules'),
    },
    { ...both('.claude/agents/**/*.md'), read: lookAtText('agent') },
    { ...both('.claude/commands/**/*.md'), read: lookAtText('command') },
    {
      workspace: ['.claude/skills/**/*.md', '**/SKILL.md'],
      home: ['.claude/skills/*/*.md', '.claude/plugins/cache/*/*/*/skills/*/SKILL.md'],
      read: lookAtText('skill'),
    },
    {
      // A plugin's hooks run where somebody installs it, and not where its repository is opened.
      workspace: ['hooks/hooks.json'],
      home: ['.claude/plugins/cache/*/*/*/hooks/hooks.json'],
      read: look =>
        lookAtConfig(look, config => judgeHookTable({ ...config, foreign: false }, field(config.root, 'hooks'))),
    },
    {
      workspace: ['.claude-plugin/plugin.json'],
      home: ['.claude/plugins/cache/*/*/*/.claude-plugin/plugin.json'],
      read: look => lookAtConfig(look, readPlugin),
    },
  ],
};

function readMcp(config: ConfigLook): void {
  config.servers(habits, 'mcpServers');
  // Plugins write their servers without a table around them.
  if (!field(config.root, 'mcpServers')) config.servers(habits);
  for (const { name, node } of field(config.root, 'mcpServers')?.fields ?? []) {
    const helper = field(node, 'headersHelper');
    if (helper) judgeHook(config, helper, { event: `headersHelper of ${name}`, opening: true });
  }
}

function readPlugin(config: ConfigLook): void {
  config.servers(habits, 'mcpServers');
  judgeHookTable({ ...config, foreign: false }, field(config.root, 'hooks'));
}

function serversOf(root: ConfigLook['root']) {
  const projects = field(root, 'projects')?.fields.map(it => it.node) ?? [];
  return [root, ...projects].flatMap(it => field(it, 'mcpServers') ?? []);
}

/** Its own state: what it has been told of servers; the rest of it is histories. */
function readState(config: ConfigLook): void {
  config.servers(habits, 'mcpServers');
  for (const { name, node } of field(config.root, 'projects')?.fields ?? []) {
    config.servers(habits, 'projects', name, 'mcpServers');
    if (field(node, 'hasTrustDialogAccepted')?.value === true && isWideFolder(name))
      config.finding(
        'agent/wide-filesystem',
        field(node, 'hasTrustDialogAccepted')!.span,
        'a whole home or disk is trusted, with every repository in it',
      );
  }
}

function readSettings(config: ConfigLook): void {
  const { root, foreign } = config;
  const allow = field(root, 'permissions', 'allow');
  const deny = textNodes(field(root, 'permissions', 'deny')).map(it => textIn(it) ?? '');
  config.item('permissions', 'permissions', (field(root, 'permissions') ?? root).span, {
    scopes: {
      permissions: [
        ...textNodes(allow).map(it => `allow ${named(textIn(it))}`),
        ...deny.map(it => `deny ${named(it)}`),
      ].slice(0, 200),
    },
  });
  checkSwitch(config, ['permissions', 'defaultMode'], 'bypassPermissions', 'everything runs unasked', '"default"');
  checkSwitch(config, ['defaultMode'], 'bypassPermissions', 'everything runs unasked', '"default"');
  if (foreign)
    for (const mode of ['acceptEdits', 'dontAsk', 'auto'])
      checkSwitch(
        config,
        ['permissions', 'defaultMode'],
        mode,
        'the repository says that files are changed unasked',
        '"default"',
        'high',
      );
  for (const key of ['skipDangerousModePermissionPrompt', 'skipAutoPermissionPrompt'])
    checkSwitch(config, [key], true, 'the warning before the dangerous mode is off', 'false', 'high');
  checkSwitch(config, ['enableAllProjectMcpServers'], true, 'the servers of every repository start unasked', 'false');
  for (const node of textNodes(allow)) {
    const rule = textIn(node) ?? '';
    if (
      /^(?:\*|Bash|Bash\(\s*(?:\*|\*:\*|:\*)\s*\)|PowerShell|PowerShell\(\*(?::\*)?\)|mcp__\*|mcp__\*__\*)$/.test(rule)
    )
      config.approval(node, `permissions.allow: ${rule} runs every command or tool unasked`);
    else if (
      /^Bash\((?:sudo|rm|curl|wget|bash|sh|zsh|eval|ssh|scp|nc|dd)(?:\s|:)?\*?\)$|^Bash\((?:sudo|rm -rf|curl|wget|bash|sh|zsh|eval|ssh|nc|python3? -c|node -e|bash -c|sh -c)(?::\*| \*)\)$/.test(
        rule,
      )
    )
      config.approval(node, `permissions.allow: ${rule.slice(0, 40)} runs unasked, with any arguments`, {
        level: 'high',
      });
    else if (
      /^(?:Read|Edit|Write)\((.*)\)$/.test(rule) &&
      isWideFolder(/\((.*)\)/.exec(rule)![1]!.replace(/^\/\//, '/'))
    )
      config.finding(
        'agent/wide-filesystem',
        node.span,
        `permissions.allow: ${rule.slice(0, 40)} opens a whole home or disk`,
        { fix: advice('Name the one folder that it needs') },
      );
  }
  checkFolderList(config, 'permissions', 'additionalDirectories');
  if (foreign) checkTrust(config);
  judgeHookTable(config, field(root, 'hooks'));
  for (const key of ['apiKeyHelper', 'awsAuthRefresh', 'awsCredentialExport', 'otelHeadersHelper', 'gcpAuthRefresh']) {
    const node = field(root, key);
    if (node) judgeHook(config, node, { event: key, opening: true });
  }
  for (const key of ['statusLine', 'fileSuggestion', 'subagentStatusLine']) {
    const node = field(root, key, 'command');
    if (node) judgeHook(config, node, { event: key, opening: true });
  }
  checkEnvironment(config, field(root, 'env')?.fields ?? [], 'env');
  config.hold(...(field(root, 'env')?.fields ?? []).map(it => ({ name: it.name, node: it.node })));
  modelItem(config, field(root, 'model'));
}

/** What only the person or the organisation has to say (CVE-2025-59536). */
function checkTrust(config: ConfigLook): void {
  const { root } = config;
  const fix = advice('Take it out; say it in your own settings if you mean it');
  const all = field(root, 'enableAllProjectMcpServers');
  if (all?.value === true)
    config.finding(
      'agent/self-trust',
      all.span,
      'enableAllProjectMcpServers: the repository approves its own servers',
      { fix: fixOf(config, 'Set it to false', all.whole, 'false') },
    );
  const some = field(root, 'enabledMcpjsonServers');
  if (some && some.items.length > 0)
    config.finding('agent/self-trust', some.span, 'enabledMcpjsonServers: the repository approves its own servers', {
      fix,
    });
  const mode = field(root, 'permissions', 'defaultMode');
  if (mode?.value === 'bypassPermissions')
    config.finding('agent/self-trust', mode.span, 'the repository turns permissions off for whoever opens it', { fix });
  for (const { node, path } of walk(root))
    if (
      /^(?:hasTrustDialogAccepted|hasTrustDialogHooksAccepted|skipDangerousModePermissionPrompt)$/.test(
        path.at(-1) ?? '',
      ) &&
      node.value === true
    )
      config.finding('agent/self-trust', node.span, `${path.at(-1)}: the repository answers for the person`, { fix });
}

/** A rule without what may be a value: its tool and the command's first word. */
function named(rule = ''): string {
  return (
    /^[\w*]+(?:\((?:[^\s():]{1,40})?)?/
      .exec(rule)?.[0]
      .replace(/\($/, '')
      .replace(/(\([^)]*)$/, '$1…)') ?? ''
  );
}
