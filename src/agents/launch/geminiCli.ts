import type { LaunchClient, LaunchWorld } from './launchClient';
import { readEnvFile, textOf } from './readConfig';
import { turnedElsewhere } from './turnedElsewhere';

/** Gemini CLI: what the environment has already, its `.env` files don't replace, as seen at 0.61. */
export const geminiCli: LaunchClient = {
  title: 'Gemini CLI',
  names: ['gemini-cli', 'gemini'],
  program: 'gemini',
  async plan(world) {
    for (const file of ofRepository(world)) {
      const turns = Object.keys(readEnvFile(world.read(file))).filter(name =>
        /^(?:GOOGLE|CODE)_\w*(?:_URL|_ENDPOINT)$/.test(name),
      );
      const refused = await turnedElsewhere(world, file, turns);
      if (refused) return refused;
    }
    const known = { ...dotEnv(world), ...world.env };
    const base = await world.route(
      'gemini',
      textOf(known.GOOGLE_GEMINI_BASE_URL) ?? 'https://generativelanguage.googleapis.com',
    );
    const signedIn = await world.route(
      'gemini',
      textOf(known.CODE_ASSIST_ENDPOINT) ?? 'https://cloudcode-pa.googleapis.com',
    );
    const vertex = textOf(known.GOOGLE_GENAI_USE_VERTEXAI) === 'true';
    if (vertex)
      return { refused: "GOOGLE_GENAI_USE_VERTEXAI is set, and the gateway does not speak that service's way" };
    return { args: world.args, env: { GOOGLE_GEMINI_BASE_URL: base, CODE_ASSIST_ENDPOINT: signedIn } };
  },
};

function ofRepository({ root }: LaunchWorld): string[] {
  return [`${root}/.gemini/.env`, `${root}/.env`];
}

/** The first file that there is counts, and no other. */
function dotEnv(world: LaunchWorld): Readonly<Record<string, string>> {
  const files = [...ofRepository(world), `${world.home}/.gemini/.env`, `${world.home}/.env`];
  return readEnvFile(files.map(file => world.read(file)).find(text => text !== undefined));
}
