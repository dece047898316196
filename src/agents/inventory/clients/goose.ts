import { checkEnvironment } from '../baseUrls';
import type { InventoryClient } from '../client';
import { type ConfigLook, checkSwitch, lookAtConfig, modelItem } from '../configFile';
import { field } from '../configTree';
import { lookAtIgnore } from '../ignoreFile';
import { lookAtText } from '../textChecks';

/** Goose: `extensions` with `cmd`, `args`, `envs`, `uri`; `GOOSE_MODE: auto` asks for nothing. */
export const goose: InventoryClient = {
  id: 'goose',
  title: 'Goose',
  files: [
    {
      workspace: ['.config/goose/config.yaml', '.goose/config.yaml'],
      home: ['.config/goose/config.yaml', 'AppData/Roaming/Block/goose/config/config.yaml'],
      read: look => lookAtConfig(look, readConfig),
    },
    { workspace: ['.goosehints'], home: ['.config/goose/.goosehints'], read: lookAtText('rules') },
    { workspace: ['.goose/recipes/*.yaml'], home: ['.config/goose/recipes/*.yaml'], read: lookAtText('command') },
    { workspace: ['.goose/skills/*/SKILL.md'], home: ['.config/goose/skills/*/SKILL.md'], read: lookAtText('skill') },
    { workspace: ['.gooseignore'], home: ['.config/goose/.gooseignore'], read: lookAtIgnore },
  ],
};

function readConfig(config: ConfigLook): void {
  const { root } = config;
  config.servers({}, 'extensions');
  checkSwitch(config, ['GOOSE_MODE'], 'auto', 'everything runs unasked', 'smart_approve');
  checkEnvironment(config, root.fields, 'config.yaml');
  config.hold(...root.fields.map(({ name, node }) => ({ name, node })));
  modelItem(config, field(root, 'GOOSE_MODEL'));
}
