import { hookLine } from './commandLine';
import { forEvents, type HookSetup } from './hookSetup';

/** Copilot CLI, as seen at 1.0: each file of a folder names hooks, so Lockside has one of its own. */
export const copilotCli: HookSetup = {
  name: 'copilot-cli',
  folder: ({ env, home }) => env.COPILOT_HOME || `${home}/.copilot`,
  // VS Code's Copilot Chat keeps things there, too.
  sharesFolder: true,
  file: 'hooks/lockside.json',
  wanted: (program, windows) => [
    { path: ['version'], value: 1, inList: false },
    ...forEvents(['userPromptSubmitted', 'preToolUse', 'postToolUse'], {
      type: 'command',
      ...(windows
        ? { powershell: hookLine(program, 'copilot-cli', 'powershell') }
        : { bash: hookLine(program, 'copilot-cli', 'sh') }),
      timeoutSec: 30,
    }),
  ],
  switches: world => ['config.json', 'settings.json'].map(name => `${copilotCli.folder(world)}/${name}`),
  turnedOff: ({ disableAllHooks }) => (disableAllHooks === true ? '"disableAllHooks" is true' : undefined),
};
