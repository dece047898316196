// Starts a program whose output is read, and ends it with all its children when it takes too long.
import { spawn } from 'node:child_process';

/** `done` resolves to `{code, output}`; a program that was ended has no code. `line` waits for a line that matches. */
export function startProgram(command, args, { cwd, env, patience }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const watchers = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      output += chunk;
      for (const watch of watchers) watch();
    });
  }
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(stop, patience);
  const done = new Promise(resolve => {
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code => resolve({ code, output }));
  }).finally(() => clearTimeout(timer));
  const line = expression =>
    new Promise((resolve, reject) => {
      const watch = () => {
        const match = expression.exec(output);
        if (match) resolve(match);
      };
      watchers.add(watch);
      watch();
      done.then(() => reject(new Error(`${command} ended: ${output.slice(-500)}`)));
    });
  return { done, line, stop };
}
