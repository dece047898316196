import type { LaunchClient, LaunchWorld } from './launchClient';
import { fieldsOf, readConfig, textOf } from './readConfig';
import { turnedElsewhere } from './turnedElsewhere';

/** Claude Code: `--settings` stands above the user's settings and the repository's, as seen at 2.1. */
export const claudeCode: LaunchClient = {
  title: 'Claude Code',
  names: ['claude-code', 'claude'],
  program: 'claude',
  async plan(world) {
    const files = ['settings.json', 'settings.local.json'].map(name => `${world.root}/.claude/${name}`);
    for (const file of files) {
      const refused = await turnedElsewhere(world, file, addressesIn(envOf(world, file)));
      if (refused) return refused;
    }
    if (world.args.includes('--settings')) return { refused: '--settings would go past the gateway' };
    const all = [`${configFolder(world)}/settings.json`, ...files].map(file => envOf(world, file));
    const known = Object.assign({}, world.env, ...all) as Record<string, string | undefined>;
    const other = others.find(name => known[name] !== undefined && known[name] !== '' && known[name] !== '0');
    if (other !== undefined) return { refused: `${other} is set, and the gateway does not speak that service's way` };
    const base = await world.route('anthropic', textOf(known[address]) ?? 'https://api.anthropic.com');
    const settings = JSON.stringify({ env: { [address]: base } });
    return { args: ['--settings', settings, ...world.args], env: { [address]: base } };
  },
};

const address = 'ANTHROPIC_BASE_URL';
const others = ['CLAUDE_CODE_USE_BEDROCK', 'CLAUDE_CODE_USE_VERTEX', 'CLAUDE_CODE_USE_FOUNDRY'];

function configFolder(world: LaunchWorld): string {
  return world.env.CLAUDE_CONFIG_DIR ?? `${world.home}/.claude`;
}

function envOf(world: LaunchWorld, file: string): Record<string, string | undefined> {
  return fieldsOf(readConfig(file, world.read(file)).env) as Record<string, string | undefined>;
}

function addressesIn(env: Record<string, string | undefined>): string[] {
  return Object.keys(env).filter(name => /_BASE_URL$/.test(name) || others.includes(name));
}
