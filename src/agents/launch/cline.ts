import type { LaunchClient, Wire } from './launchClient';
import { type Fields, fieldsOf, readConfig, textOf } from './readConfig';

/**
 * Cline: its providers stand in a file of its data folder, as seen at 3.0. It gets a folder that shows its own one, with that file
 * alone replaced, so that sessions and settings stay where they are.
 */
export const cline: LaunchClient = {
  title: 'Cline',
  names: ['cline'],
  program: 'cline',
  async plan(world) {
    if (world.args.includes('--data-dir')) return { refused: '--data-dir would go past the gateway' };
    const data = world.env.CLINE_DATA_DIR ?? `${world.home}/.cline/data`;
    const config = readConfig('providers.json', world.read(`${data}/${providersFile}`));
    const providers: Record<string, Fields> = {};
    const unguarded: string[] = [];
    for (const [id, provider] of Object.entries(fieldsOf(config.providers))) {
      const settings = fieldsOf(fieldsOf(provider).settings);
      const known = usual[id];
      const url = textOf(settings.baseUrl) ?? known?.[1];
      if (url === undefined) unguarded.push(id);
      else
        providers[id] = {
          ...fieldsOf(provider),
          settings: { ...settings, baseUrl: await world.route(known?.[0] ?? 'openai', url) },
        };
    }
    if (Object.keys(providers).length === 0) return { refused: noProvider(unguarded) };
    return {
      args: ['--data-dir', `${world.passing}/data`, ...world.args],
      env: {},
      mirror: { folder: 'data', of: data },
      files: { [`data/${providersFile}`]: JSON.stringify({ ...config, providers }) },
      unguarded: unguarded.map(id => `the provider ${id} was left out`),
    };
  },
};

const providersFile = 'settings/providers.json';

const usual: Readonly<Record<string, readonly [Wire, string]>> = {
  openai: ['openai', 'https://api.openai.com/v1'],
  'openai-native': ['openai', 'https://api.openai.com/v1'],
  anthropic: ['anthropic', 'https://api.anthropic.com/v1'],
  gemini: ['gemini', 'https://generativelanguage.googleapis.com/v1beta'],
  ollama: ['openai', 'http://127.0.0.1:11434/v1'],
};

function noProvider(others: readonly string[]): string {
  if (others.length === 0) return 'it has no provider yet: sign in with `cline auth` first';
  return `its provider ${others[0]} can't be turned to the gateway; choose one with a base URL by \`cline auth --baseurl\``;
}
