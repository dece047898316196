import { fieldsOf } from '../launch/readConfig';
import { hookLine } from './commandLine';
import { forEvents, type HookSetup } from './hookSetup';

/** Codex, as seen at 0.169: it runs no hook that the person hasn't looked at and trusted, and says nothing of it. */
export const codex: HookSetup = {
  name: 'codex',
  folder: ({ env, home }) => env.CODEX_HOME || `${home}/.codex`,
  file: 'hooks.json',
  wanted: (program, windows) =>
    forEvents(['UserPromptSubmit', 'PreToolUse', 'PostToolUse'], {
      matcher: '',
      hooks: [{ type: 'command', command: hookLine(program, 'codex', windows ? 'cmd' : 'sh'), timeout: 30 }],
    }),
  switches: (world, root) => [`${codex.folder(world)}/config.toml`, `${root}/.codex/config.toml`],
  turnedOff({ features }) {
    const { hooks, codex_hooks } = fieldsOf(features);
    return hooks === false || codex_hooks === false ? '"features.hooks" is false' : undefined;
  },
  // Codex keeps the hash of what was looked at; who writes it in the person's place takes away what it is for.
  next: 'Codex skips new hooks until you trust them: start codex once, type /hooks, and trust the three of Lockside.',
};
