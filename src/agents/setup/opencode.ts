import type { HookSetup } from './hookSetup';
import { mark } from './scripts';

/** opencode, as seen at 1.18: every file of its plugin folder is a plugin, so Lockside has one of its own, beside the launcher. */
export const opencode: HookSetup = {
  name: 'opencode',
  folder: ({ env, home }) => `${env.XDG_CONFIG_HOME || `${home}/.config`}/opencode`,
  file: 'plugin/lockside.js',
  plugin: (program, windows) => pluginText(program, windows),
  wanted: () => [],
  switches: () => [],
  turnedOff: () => undefined,
};

/** A plugin refuses by throwing; whatever goes wrong is a refusal. */
function pluginText(program: string, windows: boolean): string {
  return `// ${mark} opencode: asks Lockside before a tool runs, and redacts prompts and what tools return.
import { spawn } from 'node:child_process';

const ask = message =>
  new Promise((resolve, reject) => {
    const hook = spawn(${JSON.stringify(windows ? `"${program}"` : program)}, ['hook', 'opencode'], { shell: ${windows}, timeout: 30000 });
    const out = [];
    const err = [];
    hook.stdout.on('data', piece => out.push(piece));
    hook.stderr.on('data', piece => err.push(piece));
    hook.stdin.on('error', () => undefined);
    hook.on('error', () => reject(new Error('Lockside could not be started, so this was blocked.')));
    hook.on('close', code => {
      if (code !== 0) return reject(new Error(Buffer.concat(err).toString().trim() || 'Lockside did not answer, so this was blocked.'));
      try {
        resolve(JSON.parse(Buffer.concat(out).toString()));
      } catch {
        reject(new Error('Lockside gave no answer that can be read, so this was blocked.'));
      }
    });
    hook.stdin.end(JSON.stringify(message));
  });

/** Where a message or a result has its texts: the parts of a prompt, a tool's output, and what an MCP server's result holds. */
const textsOf = output =>
  [output, ...(output?.parts ?? []), ...(output?.content ?? []), ...(output?.content ?? []).map(item => item?.resource)].flatMap(it =>
    ['output', 'text'].filter(name => typeof it?.[name] === 'string').map(name => [it, name]),
  );

const replace = async (output, message) => {
  for (const [holder, name] of textsOf(output)) {
    const answer = await ask({ ...message, text: holder[name] });
    if (answer.deny) throw new Error(answer.deny);
    if (typeof answer.text === 'string') holder[name] = answer.text;
  }
};

export const Lockside = async ({ directory: cwd }) => ({
  'chat.message': ({ sessionID: session }, { parts }) => replace({ parts }, { event: 'prompt', session, cwd }),
  'tool.execute.before': async ({ tool, sessionID: session, callID: call }, output) => {
    const answer = await ask({ event: 'before', tool, session, call, cwd, args: output.args });
    if (answer.deny) throw new Error(answer.deny);
    if (answer.args) Object.assign(output.args, answer.args);
  },
  'tool.execute.after': ({ tool, sessionID: session, callID: call, args }, output) =>
    replace(output, { event: 'after', tool, session, call, cwd, args }),
});
`;
}
