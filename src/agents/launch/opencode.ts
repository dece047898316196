import type { LaunchClient, LaunchWorld, Wire } from './launchClient';
import { type Fields, fieldsOf, readConfig, textOf } from './readConfig';
import { turnedElsewhere } from './turnedElsewhere';

/** opencode: `OPENCODE_CONFIG_CONTENT` stands above every file, as seen at 1.18. Providers that the gateway doesn't know are turned off. */
export const opencode: LaunchClient = {
  title: 'opencode',
  names: ['opencode'],
  program: 'opencode',
  async plan(world) {
    for (const name of names) {
      const file = `${world.root}/${name}`;
      const refused = await turnedElsewhere(world, file, turnsIn(readConfig(file, world.read(file))));
      if (refused) return refused;
    }
    const providers: Record<string, Fields> = { ...builtIn };
    for (const config of configsOf(world))
      for (const [id, provider] of Object.entries(fieldsOf(config.provider)))
        providers[id] = {
          ...providers[id],
          ...fieldsOf(provider),
          options: { ...fieldsOf(providers[id]?.options), ...fieldsOf(fieldsOf(provider).options) },
        };
    const turned: Record<string, object> = {};
    for (const [id, provider] of Object.entries(providers)) {
      const url = textOf(fieldsOf(provider.options).baseURL);
      if (url !== undefined) turned[id] = { options: { baseURL: await world.route(wireOf(provider), url) } };
    }
    const given = readConfig('given.json', world.env.OPENCODE_CONFIG_CONTENT);
    const content = {
      ...given,
      provider: merged(fieldsOf(given.provider), turned),
      enabled_providers: Object.keys(turned),
    };
    return { args: world.args, env: { OPENCODE_CONFIG_CONTENT: JSON.stringify(content) } };
  },
};

const names = ['opencode.json', 'opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'];

/** Where opencode's own providers go. */
const builtIn: Readonly<Record<string, Fields>> = {
  anthropic: { npm: '@ai-sdk/anthropic', options: { baseURL: 'https://api.anthropic.com/v1' } },
  openai: { npm: '@ai-sdk/openai', options: { baseURL: 'https://api.openai.com/v1' } },
  google: { npm: '@ai-sdk/google', options: { baseURL: 'https://generativelanguage.googleapis.com/v1beta' } },
};

function wireOf({ npm }: Fields): Wire {
  const name = textOf(npm) ?? '';
  return name.endsWith('/anthropic') ? 'anthropic' : name.endsWith('/google') ? 'gemini' : 'openai';
}

function configsOf(world: LaunchWorld): Fields[] {
  const folder = `${world.env.XDG_CONFIG_HOME ?? `${world.home}/.config`}/opencode`;
  const files = ['config.json', 'opencode.json', 'opencode.jsonc'].map(name => `${folder}/${name}`);
  if (world.env.OPENCODE_CONFIG) files.push(world.env.OPENCODE_CONFIG);
  files.push(...names.map(name => `${world.root}/${name}`));
  return [
    ...files.map(file => readConfig(file, world.read(file))),
    readConfig('given.json', world.env.OPENCODE_CONFIG_CONTENT),
  ];
}

function turnsIn(config: Fields): string[] {
  return Object.entries(fieldsOf(config.provider))
    .filter(([, provider]) => textOf(fieldsOf(fieldsOf(provider).options).baseURL) !== undefined)
    .map(([id]) => `provider.${id}.options.baseURL`);
}

function merged(given: Fields, turned: Readonly<Record<string, object>>): Fields {
  const both = Object.entries(turned).map(([id, { options }]: [string, { options?: object }]) => {
    const old = fieldsOf(given[id]);
    return [id, { ...old, options: { ...fieldsOf(old.options), ...options } }];
  });
  return { ...given, ...Object.fromEntries(both) };
}
