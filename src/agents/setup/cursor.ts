import { hookLine } from './commandLine';
import { forEvents, type HookSetup } from './hookSetup';

/** Cursor's own hooks of the person; `failClosed` has it refuse where a hook fails. */
export const cursor: HookSetup = {
  name: 'cursor',
  folder: ({ home }) => `${home}/.cursor`,
  file: 'hooks.json',
  wanted(program, windows) {
    const command = hookLine(program, 'cursor', windows ? 'powershell' : 'sh');
    const hook = { command, timeout: 30, failClosed: true };
    return [
      { path: ['version'], value: 1, inList: false },
      ...forEvents(['beforeSubmitPrompt', 'beforeShellExecution', 'beforeMCPExecution', 'beforeReadFile'], hook),
      ...forEvents(['preToolUse'], {
        ...hook,
        matcher: 'Write|StrReplace|Edit|MultiEdit|Delete|EditNotebook|TabWrite',
      }),
    ];
  },
  switches: () => [],
  turnedOff: () => undefined,
};
