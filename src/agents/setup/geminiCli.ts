import { fieldsOf } from '../launch/readConfig';
import { hookLine } from './commandLine';
import { forEvents, type HookSetup } from './hookSetup';

/** Gemini CLI, as seen at 0.61. Earlier ones run hooks only with `tools.enableHooks`, later ones unless `hooksConfig` says no. */
export const geminiCli: HookSetup = {
  name: 'gemini-cli',
  folder: ({ env, home }) => `${env.GEMINI_CLI_HOME || home}/.gemini`,
  file: 'settings.json',
  wanted: (program, windows) => [
    { path: ['tools', 'enableHooks'], value: true, inList: false },
    ...forEvents(['BeforeAgent', 'BeforeTool', 'AfterTool'], {
      matcher: '*',
      hooks: [
        {
          ...{ type: 'command', name: 'lockside' },
          command: hookLine(program, 'gemini-cli', windows ? 'powershell' : 'sh'),
          timeout: 30_000,
        },
      ],
    }),
  ],
  switches: (_world, root) => [`${root}/.gemini/settings.json`],
  turnedOff({ tools, hooksConfig }) {
    const { enabled, disabled } = fieldsOf(hooksConfig);
    if (fieldsOf(tools).enableHooks === false) return '"tools.enableHooks" is false';
    if (enabled === false) return '"hooksConfig.enabled" is false';
    return Array.isArray(disabled) && disabled.includes('lockside')
      ? '"hooksConfig.disabled" names lockside'
      : undefined;
  },
};
