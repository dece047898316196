import { checkEnvironment } from '../baseUrls';
import { both, type InventoryClient } from '../client';
import { type ConfigLook, checkSwitch, lookAtConfig, modelItem } from '../configFile';
import { field, textNodes } from '../configTree';
import { judgeHook } from '../hookChecks';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

/** aider (0.86): every option of its command line may stand in `.aider.conf.yml`. */
export const aider: InventoryClient = {
  id: 'aider',
  title: 'aider',
  files: [
    { ...both('.aider.conf.yml'), read: look => lookAtConfig(look, readConfig) },
    { workspace: ['CONVENTIONS.md'], read: lookAtText('rules') },
    { workspace: ['.aiderignore'], read: lookAtIgnore },
  ],
};

function readConfig(config: ConfigLook): void {
  const { root } = config;
  for (const key of ['yes-always', 'yes'])
    checkSwitch(config, [key], true, 'every question is answered with yes, commands too', 'false');
  for (const key of ['openai-api-base', 'anthropic-api-base', 'openai-api-url']) {
    const node = field(root, key);
    if (node) checkEnvironment(config, [{ name: 'OPENAI_BASE_URL', node, key: node.span }], key);
  }
  const tls = field(root, 'verify-ssl');
  if (tls?.value === false) config.finding('agent/tls-off', tls.span, 'verify-ssl: certificates are not checked');
  for (const key of ['lint-cmd', 'test-cmd', 'notifications-command'])
    for (const node of textNodes(field(root, key)))
      judgeHook(
        config,
        { ...node, value: String(node.value).replace(/^[\w-]+:\s+/, '') },
        { event: key, opening: false },
      );
  config.hold(...root.fields.map(({ name, node }) => ({ name, node })));
  for (const key of ['model', 'weak-model', 'editor-model']) modelItem(config, field(root, key));
}
