import type { LaunchClient, LaunchWorld, Wire } from './launchClient';
import { readConfig, readEnvFile, textOf } from './readConfig';
import { turnedElsewhere } from './turnedElsewhere';

/** aider: its options stand above its `.env` and `.aider.conf.yml`, as seen at 0.86. */
export const aider: LaunchClient = {
  title: 'aider',
  names: ['aider'],
  program: 'aider',
  async plan(world) {
    const env = `${world.root}/.env`;
    const conf = `${world.root}/.aider.conf.yml`;
    const turns = [
      [env, Object.keys(readEnvFile(world.read(env))).filter(name => /_(?:API_BASE|BASE_URL)$/.test(name))],
      [conf, Object.keys(readConfig(conf, world.read(conf))).filter(name => /api-base$|^set-env$/.test(name))],
    ] as const;
    for (const [file, names] of turns) {
      const refused = await turnedElsewhere(world, file, names);
      if (refused) return refused;
    }
    const known = knownTo(world);
    const address = async (wire: Wire, names: readonly string[], usual: string) =>
      world.route(wire, names.map(name => textOf(known[name])).find(url => url !== undefined) ?? usual);
    const openai = await address('openai', ['OPENAI_API_BASE', 'OPENAI_BASE_URL'], 'https://api.openai.com/v1');
    const anthropic = await address(
      'anthropic',
      ['ANTHROPIC_API_BASE', 'ANTHROPIC_BASE_URL'],
      'https://api.anthropic.com',
    );
    const gemini = await address('gemini', ['GEMINI_API_BASE'], 'https://generativelanguage.googleapis.com');
    const addresses = {
      OPENAI_API_BASE: openai,
      ANTHROPIC_API_BASE: anthropic,
      ANTHROPIC_BASE_URL: anthropic,
      GEMINI_API_BASE: gemini,
    };
    const setEnv = Object.entries(addresses).flatMap(([name, url]) => ['--set-env', `${name}=${url}`]);
    return {
      args: [...world.args, '--openai-api-base', openai, ...setEnv],
      env: addresses,
      unguarded: ['models of other providers than OpenAI, Anthropic and Gemini'],
    };
  },
};

/** Later ones count more: the environment, the person's files, the repository's own, the command line. */
function knownTo(world: LaunchWorld): Readonly<Record<string, string | undefined>> {
  const files = [world.home, world.root].map(folder => readEnvFile(world.read(`${folder}/.env`)));
  const confs = [world.home, world.root].map(folder => {
    const file = `${folder}/.aider.conf.yml`;
    const url = textOf(readConfig(file, world.read(file))['openai-api-base']);
    return url === undefined ? {} : { OPENAI_API_BASE: url };
  });
  const at = world.args.indexOf('--openai-api-base');
  const given = at < 0 ? {} : { OPENAI_API_BASE: world.args[at + 1] };
  return Object.assign({}, world.env, ...files, ...confs, given) as Readonly<Record<string, string | undefined>>;
}
