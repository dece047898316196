import { spawn } from 'node:child_process';

export interface Ran {
  /** Null where the program was ended, or couldn't be started. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  /** In milliseconds. */
  readonly patience: number;
  /** Has the line run by a shell, as clients do with hooks. */
  readonly shell?: boolean | string;
  /** Ends the program as soon as its output has what is wanted. */
  readonly until?: (out: string) => boolean;
}

const mostOutput = 1024 * 1024;

/** Runs a program for its output, bounded in time and memory. */
export function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, input, patience, shell = false, until } = options;
  return new Promise(resolve => {
    const child = spawn(program, args, { cwd, shell, timeout: patience, killSignal: 'SIGKILL' });
    let [out, err] = ['', ''];
    const end = (code: number | null) => resolve({ code, out, err });
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (out.length < mostOutput) out += piece;
      if (until?.(out)) child.kill();
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      if (err.length < mostOutput) err += piece;
    });
    child.stdin.on('error', () => undefined);
    if (input !== undefined) child.stdin.write(input);
    // A server that is asked something would end with its input.
    if (!until) child.stdin.end();
    child.once('error', () => end(null));
    child.once('close', code => end(code));
  });
}
