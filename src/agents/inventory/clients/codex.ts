import { checkEnvironment } from '../baseUrls';
import { both, type InventoryClient } from '../client';
import { type ConfigLook, checkFolderList, lookAtConfig, modelItem } from '../configFile';
import type { ConfigNode } from '../configNode';
import { field, textIn } from '../configTree';
import { judgeHook, judgeHookTable } from '../hookChecks';
import { advice, fixOf } from '../look';
import { lookAtText } from '../textChecks';

/** Codex (0.169): the keys stand in its own program. */
export const codex: InventoryClient = {
  id: 'codex',
  title: 'Codex',
  files: [
    {
      ...both('.codex/config.toml'),
      managed: ['/etc/codex/config.toml', '/etc/codex/managed_config.toml', '/etc/codex/requirements.toml'],
      read: look => lookAtConfig(look, readConfig),
    },
    {
      ...both('.codex/hooks.json'),
      read: look => lookAtConfig(look, config => judgeHookTable(config, field(config.root, 'hooks'))),
    },
    {
      workspace: ['AGENTS.md', 'AGENTS.override.md', 'AGENT.md'],
      home: ['.codex/AGENTS.md', '.codex/AGENTS.override.md', '.agents/AGENTS.md'],
      read: lookAtText('rules'),
    },
    { ...both('.codex/prompts/*.md'), read: lookAtText('command') },
    { ...both('.codex/skills/**/SKILL.md', '.agents/skills/**/SKILL.md'), read: lookAtText('skill') },
    { ...both('.codex/agents/*.toml'), read: look => lookAtConfig(look, readConfig) },
  ],
};

function readConfig(config: ConfigLook): void {
  const { root, foreign } = config;
  config.servers({ approvals: [] }, 'mcp_servers');
  for (const { name, node } of field(root, 'mcp_servers')?.fields ?? []) {
    const mode = field(node, 'default_tools_approval_mode');
    if (mode?.value === 'approve')
      config.approval(mode, `default_tools_approval_mode: every tool of ${name} runs unasked`, { fix: '"prompt"' });
  }
  checkModes(config, root, '');
  for (const { name, node } of field(root, 'profiles')?.fields ?? []) checkModes(config, node, `profiles.${name}.`);
  checkFolderList(config, 'sandbox_workspace_write', 'writable_roots');
  const notify = field(root, 'notify');
  const first = notify?.items[0];
  if (notify && first)
    judgeHook(
      config,
      { ...first, kind: 'text', value: notify.items.map(it => String(it.value ?? '')).join(' ') },
      { event: 'notify', opening: false },
    );
  judgeHookTable(config, field(root, 'hooks'));
  for (const { name, node } of field(root, 'model_providers')?.fields ?? []) {
    const url = field(node, 'base_url');
    if (url)
      checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node: url, key: url.span }], `model_providers.${name}`);
    const token = field(node, 'experimental_bearer_token');
    if (token) config.hold({ name: 'token', node: token });
  }
  for (const key of ['openai_base_url', 'chatgpt_base_url']) {
    const url = field(root, key);
    if (url) checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node: url, key: url.span }], key);
  }
  checkEnvironment(config, field(root, 'shell_environment_policy', 'set')?.fields ?? [], 'shell_environment_policy');
  modelItem(config, field(root, 'model'));
  for (const { name, node } of field(root, 'projects')?.fields ?? []) {
    const trust = field(node, 'trust_level');
    if (trust?.value !== 'trusted') continue;
    if (foreign)
      config.finding('agent/self-trust', trust.span, 'trust_level: the repository answers for the person', {
        fix: advice('Take it out'),
      });
    else if (/^(?:\/|~|\/home\/[^/]+|\/Users\/[^/]+|[A-Za-z]:[\\/]?(?:Users[\\/][^\\/]+)?)\/?$/.test(name))
      config.finding(
        'agent/wide-filesystem',
        trust.span,
        'a whole home or disk is trusted, with every repository in it',
      );
  }
}

function checkModes(config: ConfigLook, at: ConfigNode, before: string): void {
  const sandbox = field(at, 'sandbox_mode');
  const approval = field(at, 'approval_policy');
  if (sandbox?.value === 'danger-full-access')
    config.finding(
      'agent/auto-approve',
      sandbox.span,
      `${before}sandbox_mode: commands run without a sandbox${approval?.value === 'never' ? ', and unasked' : ''}`,
      { fix: fixOf(config, 'Set it to "workspace-write"', sandbox.whole, '"workspace-write"') },
    );
  if (approval?.value === 'never' && textIn(sandbox) !== 'read-only') {
    const open = sandbox?.value === 'danger-full-access';
    config.approval(approval, `${before}approval_policy: commands run unasked`, {
      fix: '"on-request"',
      level: open ? 'critical' : 'medium',
    });
  }
}
