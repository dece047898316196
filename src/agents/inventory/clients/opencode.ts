import { checkEnvironment } from '../baseUrls';
import type { InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig, modelItem, writes } from '../configFile';
import type { ConfigNode } from '../configNode';
import { field, textIn } from '../configTree';
import type { Look } from '../look';
import { advice } from '../look';
import { lookAtText } from '../textChecks';

/** opencode (1.18): `mcp` with `local` and `remote` servers, `permission` with `ask`, `allow`, `deny`. */
export const opencode: InventoryClient = {
  id: 'opencode',
  title: 'opencode',
  files: [
    {
      workspace: ['opencode.json', 'opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'],
      home: [
        '.config/opencode/opencode.json',
        '.config/opencode/opencode.jsonc',
        '.config/opencode/config.json',
        '.opencode.json',
      ],
      read: look => lookAtConfig(look, readConfig),
    },
    {
      workspace: ['.opencode/agent/**/*.md', '.opencode/agents/**/*.md'],
      home: ['.config/opencode/agent/*.md', '.config/opencode/agents/*.md'],
      read: lookAtText('agent'),
    },
    {
      workspace: ['.opencode/command/**/*.md', '.opencode/commands/**/*.md'],
      home: ['.config/opencode/command/*.md', '.config/opencode/commands/*.md'],
      read: lookAtText('command'),
    },
    {
      workspace: ['.opencode/skill/*/SKILL.md', '.opencode/skills/*/SKILL.md'],
      home: ['.config/opencode/skill/*/SKILL.md', '.config/opencode/skills/*/SKILL.md'],
      read: lookAtText('skill'),
    },
    { home: ['.config/opencode/AGENTS.md'], read: lookAtText('rules') },
    {
      workspace: ['.opencode/plugin/*', '.opencode/plugins/*', '.opencode/tool/*', '.opencode/tools/*'],
      home: ['.config/opencode/plugin/*', '.config/opencode/plugins/*'],
      read: readPlugin,
    },
  ],
};

function readConfig(config: ConfigLook): void {
  const { root, foreign } = config;
  config.servers({ reference: writes(name => `{env:${name}}`) }, field(root, 'mcp', 'servers') ? 'mcp.servers' : 'mcp');
  if (field(root, 'mcp', 'servers')) config.servers({ reference: writes(name => `{env:${name}}`) }, 'mcp', 'servers');
  checkPermission(config, field(root, 'permission'), 'permission');
  for (const section of ['agent', 'mode'])
    for (const { name, node } of field(root, section)?.fields ?? [])
      checkPermission(config, field(node, 'permission'), `${section}.${name}.permission`);
  for (const { name, node } of field(root, 'provider')?.fields ?? []) {
    const options = field(node, 'options');
    const url = field(options, 'baseURL');
    if (url) checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node: url, key: url.span }], `provider.${name}`);
    const key = field(options, 'apiKey');
    if (key) config.hold({ name: 'apiKey', node: key, reference: writes(it => `{env:${it}}`) });
  }
  for (const key of ['model', 'small_model']) modelItem(config, field(root, key));
  for (const node of field(root, 'plugin')?.items ?? []) {
    const name = textIn(node) ?? '';
    config.item('extension', name, node.span);
    if (foreign && !/^(?:file:|\.)/.test(name) && !/[^@]@\d+\.\d+\.\d+/.test(name))
      config.finding(
        'agent/unpinned-package',
        node.span,
        'a plugin without a version: whatever is published next runs here at the next start',
      );
  }
}

function checkPermission(config: ConfigLook, node: ConfigNode | undefined, where: string): void {
  if (node?.value === 'allow') config.approval(node, `${where}: everything runs unasked`, { fix: '"ask"' });
  for (const key of ['*', 'bash', 'external_directory']) {
    const one = field(node, key);
    const all = one?.kind === 'text' ? one : field(one, '*');
    if (all?.value === 'allow')
      config.approval(
        all,
        `${where}.${key}: ${key === 'bash' ? 'every command' : key === '*' ? 'everything' : 'every folder of the disk'} is allowed unasked`,
        { fix: '"ask"' },
      );
  }
}

/** Code that opencode loads when it starts in the folder. */
function readPlugin(look: Look): void {
  const span = { start: 0, end: Math.min(1, look.file.text.length) };
  const item = look.item('hook', look.file.path, span, { origin: { kind: 'file', name: look.file.path } });
  if (look.foreign)
    look.finding('agent/repository-hook', span, 'opencode runs this code as soon as it starts in the folder', {
      item,
      fix: advice('Read what it does before you start opencode here'),
    });
}
