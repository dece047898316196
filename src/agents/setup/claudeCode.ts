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
  switches: (_world, root) => [
    `${root}/.claude/settings.json`,
    `${root}/.claude/settings.local.json`,
    '/etc/claude-code/managed-settings.json',
    '/Library/Application Support/ClaudeCode/managed-settings.json',
  ],
  turnedOff({ disableAllHooks, allowManagedHooksOnly }) {
    if (disableAllHooks === true) return '"disableAllHooks" is true';
    return allowManagedHooksOnly === true ? '"allowManagedHooksOnly" is true' : undefined;
  },
};
