import type { LaunchClient } from './launchClient';
import { textOf } from './readConfig';

/** Copilot CLI: a provider of one's own can be turned to the gateway; GitHub's models, as seen at 1.0, can't. */
export const copilotCli: LaunchClient = {
  title: 'Copilot CLI',
  names: ['copilot-cli', 'copilot'],
  program: 'copilot',
  async plan({ env, args, route }) {
    const url = textOf(env.COPILOT_PROVIDER_BASE_URL);
    if (url === undefined)
      return {
        refused:
          "its requests go to GitHub's own service, which no setting turns to the gateway; guard it by hooks (lockside setup copilot-cli), or set COPILOT_PROVIDER_BASE_URL",
      };
    if (env.COPILOT_PROVIDER_TYPE === 'azure')
      return { refused: 'the gateway does not speak the way of Azure deployments' };
    const base = await route(env.COPILOT_PROVIDER_TYPE === 'anthropic' ? 'anthropic' : 'openai', url);
    return { args, env: { COPILOT_PROVIDER_BASE_URL: base, COPILOT_PROVIDER_TRANSPORT: 'http' } };
  },
};
