import { checkEnvironment } from '../baseUrls';
import { both, type InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig, modelItem, writes } from '../configFile';
import { field, textIn, textNodes } from '../configTree';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

const reference = writes(name => `\${{ secrets.${name} }}`);

const configurations = [
  ...['.continue/mcpServers/*.yaml', '.continue/mcpServers/*.yml', '.continue/mcpServers/*.json'],
  ...['.continue/config.yaml', '.continue/config.yml', '.continue/config.json'],
  ...['.continue/assistants/*.yaml', '.continue/agents/*.yaml'],
];

/** Continue (1.5): `mcpServers` as a list, models with `apiBase` and `apiKey`, rules that may stand in the configuration. */
export const continueCli: InventoryClient = {
  id: 'continue',
  title: 'Continue',
  files: [
    {
      home: configurations,
      workspace: [...configurations, '.continuerc.json', '.continue/models/*.yaml'],
      read: look => lookAtConfig(look, readConfig),
    },
    {
      home: ['.continue/permissions.yaml'],
      workspace: ['.continue/permissions.yaml'],
      read: look => lookAtConfig(look, readPermissions),
    },
    {
      workspace: ['.continue/rules/**/*.md', '.continuerules'],
      home: ['.continue/rules/*.md'],
      read: lookAtText('rules'),
    },
    { ...both('.continue/prompts/*.md', '.continue/prompts/*.prompt'), read: lookAtText('command') },
    { ...both('.continue/skills/*/SKILL.md'), read: lookAtText('skill') },
    { workspace: ['.continueignore'], home: ['.continue/.continueignore'], read: lookAtIgnore },
  ],
};

function readConfig(config: ConfigLook): void {
  const { root } = config;
  config.servers({ reference }, 'mcpServers');
  config.servers({ reference }, 'experimental', 'modelContextProtocolServers');
  for (const model of field(root, 'models')?.items ?? []) {
    modelItem(config, field(model, 'model'));
    const url = field(model, 'apiBase');
    if (url)
      checkEnvironment(
        config,
        [{ name: 'OPENAI_BASE_URL', node: url, key: url.span }],
        `model ${textIn(field(model, 'name')) ?? ''}`,
      );
    const key = field(model, 'apiKey');
    if (key) config.hold({ name: 'apiKey', node: key, reference });
    const tls = field(model, 'requestOptions', 'verifySsl');
    if (tls?.value === false)
      config.finding(
        'agent/tls-off',
        tls.span,
        'verifySsl turns the check of certificates off: whoever stands between can pose as the model',
      );
  }
  checkEnvironment(config, field(root, 'env')?.fields ?? [], 'env');
  for (const node of textNodes(field(root, 'rules'))) config.item('rules', 'rules', node.span);
}

function readPermissions(config: ConfigLook): void {
  for (const node of textNodes(field(config.root, 'allow')))
    if (/^(?:\*|Bash|Bash\(\*?\)|Terminal)$/.test(textIn(node) ?? ''))
      config.approval(node, `allow: ${textIn(node)} runs unasked`);
}
