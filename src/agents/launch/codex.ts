import type { LaunchClient, LaunchWorld } from './launchClient';
import { type Fields, fieldsOf, readConfig, textOf } from './readConfig';
import { turnedElsewhere } from './turnedElsewhere';

/** Codex: `-c` stands above `config.toml`, as seen at 0.169; its own provider has an address setting of its own. */
export const codex: LaunchClient = {
  title: 'Codex',
  names: ['codex'],
  program: 'codex',
  async plan(world) {
    const ofRepository = `${world.root}/.codex/config.toml`;
    const turns = Object.keys(readConfig(ofRepository, world.read(ofRepository))).filter(key => turning.test(key));
    const refused = await turnedElsewhere(world, ofRepository, turns);
    if (refused) return refused;
    if (world.args.some(arg => /^(?:--config=|-c)?\s*(?:model_provider|openai_base_url|chatgpt_base_url)/.test(arg)))
      return { refused: 'a provider given on the command line would go past the gateway; set it in config.toml' };
    const config = configOf(world);
    const provider = textOf(config.model_provider) ?? 'openai';
    const own = fieldsOf(fieldsOf(config.model_providers)[provider]);
    if (provider === 'openai' && Object.keys(own).length === 0) {
      const base = await world.route('openai', ownAddress(world, config));
      return { args: [...setting('openai_base_url', base), ...world.args], env: {} };
    }
    const base = await world.route('openai', textOf(own.base_url) ?? 'https://api.openai.com/v1');
    const key = `model_providers.${provider}`;
    return {
      args: [...setting(`${key}.base_url`, base), '-c', `${key}.supports_websockets=false`, ...world.args],
      env: {},
    };
  },
};

const turning = /^(?:model_providers?|openai_base_url|chatgpt_base_url|profiles?)$/;

function setting(key: string, value: string): string[] {
  return ['-c', `${key}=${JSON.stringify(value)}`];
}

/** With the profile that the person chose, which stands above the rest. */
function configOf(world: LaunchWorld): Fields {
  const file = `${folderOf(world)}/config.toml`;
  const config = readConfig(file, world.read(file));
  const at = world.args.findIndex(arg => arg === '-p' || arg === '--profile');
  const profile = at < 0 ? textOf(config.profile) : world.args[at + 1];
  return { ...config, ...fieldsOf(fieldsOf(config.profiles)[profile ?? '']) };
}

/** Who signed in with a ChatGPT account has no key, and goes elsewhere. */
function ownAddress(world: LaunchWorld, config: Fields): string {
  const given = textOf(config.openai_base_url) ?? textOf(world.env.OPENAI_BASE_URL);
  if (given !== undefined) return given;
  const auth = readConfig('auth.json', world.read(`${folderOf(world)}/auth.json`));
  const key = textOf(auth.OPENAI_API_KEY) ?? textOf(world.env.CODEX_API_KEY);
  return key === undefined && auth.tokens ? 'https://chatgpt.com/backend-api/codex' : 'https://api.openai.com/v1';
}

function folderOf(world: LaunchWorld): string {
  return world.env.CODEX_HOME ?? `${world.home}/.codex`;
}
