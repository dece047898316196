import { dump } from 'js-yaml';
import type { LaunchClient, LaunchWorld, Wire } from './launchClient';
import { type Fields, fieldsOf, readConfig, textOf } from './readConfig';

/** Continue: it gets a copy of its `config.yaml` in which every model's `apiBase` is the gateway's, as seen at 1.5. */
export const continueCli: LaunchClient = {
  title: 'Continue',
  names: ['continue', 'cn'],
  program: 'cn',
  async plan(world) {
    const file = configFile(world);
    const config = readConfig(file, world.read(file));
    const models: Fields[] = [];
    const unguarded: string[] = [];
    for (const model of Array.isArray(config.models) ? config.models.map(fieldsOf) : []) {
      const known = usual[textOf(model.provider) ?? ''];
      const url = textOf(model.apiBase) ?? known?.[1];
      if (url === undefined) unguarded.push(textOf(model.name) ?? 'a model without a name');
      else models.push({ ...model, apiBase: `${await world.route(known?.[0] ?? 'openai', url)}/` });
    }
    if (models.length === 0) return { refused: `${file} names no model whose address can be turned to the gateway` };
    return {
      args: ['--config', `${world.passing}/config.yaml`, ...without(world.args, '--config')],
      env: {},
      files: { 'config.yaml': dump({ ...config, models }) },
      unguarded: unguarded.map(name => `${name} was left out: its provider has no address that is known`),
    };
  },
};

const usual: Readonly<Record<string, readonly [Wire, string]>> = {
  openai: ['openai', 'https://api.openai.com/v1'],
  anthropic: ['anthropic', 'https://api.anthropic.com/v1'],
  gemini: ['gemini', 'https://generativelanguage.googleapis.com/v1beta'],
  ollama: ['ollama', 'http://127.0.0.1:11434'],
};

/** The file that the person names, else the usual one. */
function configFile({ args, home }: LaunchWorld): string {
  const at = args.indexOf('--config');
  return (at < 0 ? undefined : args[at + 1]) ?? `${home}/.continue/config.yaml`;
}

function without(args: readonly string[], option: string): readonly string[] {
  const at = args.indexOf(option);
  return at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
}
