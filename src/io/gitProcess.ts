import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { devNull } from 'node:os';

/**
 * What goes before every command: a repository's own settings may name programs (as file-system monitor, as hooks) or say
 * what its history is (a commit graph beside the commits). None of that is asked.
 */
export const safeArguments: readonly string[] = [
  '--no-pager',
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', `core.hooksPath=${devNull}`],
  ...['-c', 'core.quotepath=off'],
  ...['-c', 'core.commitGraph=false'],
  ...['-c', 'core.bigFileThreshold=16m'],
];

/**
 * The surroundings of every command. Objects that a partial clone lacks are not fetched: that would start whatever the
 * repository names for it. Objects and parents are the true ones, whatever replacements the repository holds.
 */
export function safeEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** A git command that runs on while its output is read. */
export interface GitProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Settles when it has ended: with a sentence that says what went wrong, if anything did. Never rejects. */
  readonly ended: Promise<string | undefined>;
  /** Ends it, whatever it does. */
  stop(): void;
}

/** Starts git in a folder, without a shell. */
export function startGit(folder: string, args: readonly string[]): GitProcess {
  const child = spawn('git', [...safeArguments, ...args], { cwd: folder, env: safeEnvironment(), windowsHide: true });
  let told = '';
  let stopped = false;
  child.stderr.on('data', (piece: Buffer) => {
    if (told.length < most) told += piece.toString();
  });
  // Who reads its output hears of its end; that nobody reads what we write is no second failure.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<string | undefined>(resolve => {
    child.on('error', error => resolve(explainGit(error, '')));
    child.on('close', code =>
      resolve(code === 0 || stopped ? undefined : explainGit({ message: `code ${code}` }, told)),
    );
  });
  return {
    child,
    ended,
    stop() {
      stopped = true;
      child.kill('SIGKILL');
    },
  };
}

const most = 4096;

/** What a failed git command means, in words. */
export function explainGit(
  failure: { readonly message: string; readonly code?: unknown; readonly killed?: boolean },
  stderr: string,
): string {
  if (failure.code === 'ENOENT') return 'git was not found: install it, or scan paths instead';
  if (failure.killed) return 'git did not answer within 20 seconds';
  if (stderr.includes('not a git repository')) return 'this is not a git repository: --staged and --history need one';
  return `git failed: ${stderr.trim().split('\n')[0] || failure.message}`;
}
