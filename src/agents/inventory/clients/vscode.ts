import type { AgentFix } from '../../../core/agents';
import { readAddress } from '../addresses';
import { applicationFolders, below, type InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig, modelItem } from '../configFile';
import { field, textIn, walk } from '../configTree';
import { lookAtExtension } from '../extension';
import type { Holder } from '../holder';
import { lookAtText } from '../textChecks';
import { readDevcontainer } from './devcontainer';
import { readSettings } from './vscodeSettings';
import { readTasks } from './vscodeTasks';

const user = ['Code', 'Code - Insiders', 'VSCodium']
  .flatMap(applicationFolders)
  .flatMap(it => [`${it}/User`, `${it}/User/profiles/*`]);

/**
 * VS Code with Copilot. The keys stand in its workbench (1.139: `chat.tools.*`, `chat.permissions.default` with `default`,
 * `autoApprove`, `autopilot`), the form of `mcp.json` in its configuration reference.
 */
export const vscode: InventoryClient = {
  id: 'vscode',
  title: 'VS Code',
  files: [
    { workspace: ['.vscode/mcp.json'], home: below(user, 'mcp.json'), read: look => lookAtConfig(look, readMcp) },
    {
      workspace: ['.vscode/settings.json', '*.code-workspace'],
      home: below(user, 'settings.json'),
      read: look => lookAtConfig(look, readSettings),
    },
    { workspace: ['.vscode/tasks.json'], home: below(user, 'tasks.json'), read: look => lookAtConfig(look, readTasks) },
    {
      workspace: ['.devcontainer/devcontainer.json', '.devcontainer.json', '.devcontainer/*/devcontainer.json'],
      read: look => lookAtConfig(look, readDevcontainer),
    },
    { home: below(user, 'chatLanguageModels.json'), read: look => lookAtConfig(look, readModels) },
    {
      workspace: ['.github/copilot-instructions.md', '.github/instructions/**/*.instructions.md'],
      home: below(user, 'prompts/*.instructions.md'),
      read: lookAtText('rules'),
    },
    {
      workspace: ['.github/prompts/**/*.prompt.md'],
      home: below(user, 'prompts/*.prompt.md'),
      read: lookAtText('command'),
    },
    {
      workspace: ['.github/agents/*.md', '.github/chatmodes/*.chatmode.md'],
      home: below(user, 'prompts/*.agent.md', 'prompts/*.chatmode.md'),
      read: lookAtText('agent'),
    },
    { workspace: ['.github/skills/**/SKILL.md'], read: lookAtText('skill') },
    {
      home: [
        '.vscode/extensions/*/package.json',
        '.vscode-insiders/extensions/*/package.json',
        '.cursor/extensions/*/package.json',
        '.windsurf/extensions/*/package.json',
      ],
      read: lookAtExtension,
    },
  ],
};

function readMcp(config: ConfigLook): void {
  const reference = inputOf(config);
  config.servers({ reference }, 'servers');
  config.servers({ reference }, 'mcpServers');
  const { root } = config;
  for (const { name, node } of field(root, 'inputs')?.items.flatMap(it => it.fields) ?? [])
    if (name === 'default') config.hold({ name: 'token', node });
}

/** An input that VS Code asks for once and keeps in its secret store. */
function inputOf(config: ConfigLook): NonNullable<Holder['reference']> {
  return name => {
    const id = name.toLowerCase().replaceAll('_', '-');
    return { text: `\${input:${id}}`, edits: addInput(config, id) };
  };
}

function addInput(config: ConfigLook, id: string): AgentFix['edits'] {
  const inputs = field(config.root, 'inputs');
  if (inputs?.items.some(it => textIn(field(it, 'id')) === id)) return [];
  const input = `{ "type": "promptString", "id": ${JSON.stringify(id)}, "description": ${JSON.stringify(id)}, "password": true }`;
  const last = inputs?.items.at(-1)?.whole.end;
  const at = last ?? (inputs ? inputs.whole.start + 1 : config.root.whole.start + 1);
  const text = inputs ? (last === undefined ? input : `, ${input}`) : `\n  "inputs": [${input}],`;
  return [{ file: config.file.file, span: { start: at, end: at }, text }];
}

function readModels(config: ConfigLook): void {
  for (const { node, path } of walk(config.root)) {
    if (path.at(-1) === 'id' && node.kind === 'text') modelItem(config, node);
    if (path.at(-1) === 'apiKey') config.hold({ name: 'apiKey', node });
    const address = path.at(-1) === 'url' ? readAddress(textIn(node) ?? '') : undefined;
    if (address?.scheme === 'http' && !address.loopback)
      config.finding('agent/plain-http', node.span, `prompts and keys for ${address.host} can be read on the way`);
  }
}
