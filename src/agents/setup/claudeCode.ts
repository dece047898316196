import { hookLine } from './commandLine';
import { forEvents, type HookSetup } from './hookSetup';

/** Claude Code, as seen at 2.1; on Windows it runs hooks with Git's `sh`. */
export const claudeCode: HookSetup = {
  name: 'claude-code',
  folder: ({ env, home }) => env.CLAUDE_CONFIG_DIR || `${home}/.claude`,
  file: 'settings.json',
  wanted: program =>
    forEvents(['UserPromptSubmit', 'PreToolUse', 'PostToolUse'], {
      matcher: '',
      hooks: [{ type: 'command', command: hookLine(program.replaceAll('\\', '/'), 'claude-code', 'sh'), timeout: 30 }],
    }),
  turnedOff: ({ disableAllHooks }) => (disableAllHooks === true ? '"disableAllHooks" is true' : undefined),
};
