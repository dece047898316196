import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { repositoryOf } from './gitIgnore';

/** What git answered, or a sentence that says why it didn't. */
export type GitAnswer<T> = { readonly value: T; readonly error?: undefined } | { readonly error: string };

export interface StagedFile {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** The object that stands in the index. */
  readonly blob: string;
}

/** The root of the repository that a folder belongs to. */
export async function gitRoot(folder: string): Promise<GitAnswer<string>> {
  const answer = await git(folder, ['rev-parse', '--show-toplevel']);
  return answer.error === undefined ? { value: answer.value.toString().trim() } : answer;
}

/** The regular files that the next commit adds or changes. */
export async function stagedFiles(root: string): Promise<GitAnswer<StagedFile[]>> {
  const answer = await git(root, [
    'diff',
    '--cached',
    '--raw',
    '--abbrev=64',
    '--no-renames',
    '--no-ext-diff',
    '-z',
    '--diff-filter=ACMR',
  ]);
  if (answer.error !== undefined) return answer;
  const fields = answer.value.toString().split('\0');
  const staged: StagedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = '', , blob = ''] = fields[at]!.split(' ');
    // 100644 and 100755: neither links (120000) nor submodules (160000).
    if (mode.startsWith('100')) staged.push({ path: fields[at + 1]!, blob });
  }
  return { value: staged };
}

/** The bytes of an object as git keeps it, without filters or conversions; its size instead where that is above the limit. */
export async function readBlob(
  root: string,
  blob: string,
  limit: number,
): Promise<GitAnswer<Buffer | { readonly size: number }>> {
  const size = await git(root, ['cat-file', '-s', blob]);
  if (size.error !== undefined) return size;
  const bytes = Number(size.value.toString());
  return bytes > limit ? { value: { size: bytes } } : git(root, ['cat-file', 'blob', blob], bytes + 1);
}

/**
 * Whether git would publish a file with the next commits: it lies in a work tree and isn't ignored. Where git can't say, a
 * file that lies below a `.git` counts as published, the stricter of the two.
 */
export async function isPublished(file: string): Promise<boolean> {
  const folder = dirname(file);
  if (repositoryOf(folder, existsSync) === undefined) return false;
  const answer = await run(existsSync(folder) ? folder : repositoryOf(folder, existsSync)!, [
    'check-ignore',
    '-q',
    '--',
    file,
  ]);
  return answer.code !== 0;
}

async function git(folder: string, args: readonly string[], maximum = 64 * 1024 * 1024): Promise<GitAnswer<Buffer>> {
  const { code, output, error } = await run(folder, args, maximum);
  return code === 0 ? { value: output } : { error };
}

/** Without a shell. A repository's own settings may name a program as file-system monitor: it is not started. */
function run(
  folder: string,
  args: readonly string[],
  maximum = 1024,
): Promise<{ code: number; output: Buffer; error: string }> {
  const options = { cwd: folder, timeout: 20_000, maxBuffer: maximum, encoding: 'buffer', windowsHide: true } as const;
  return new Promise(resolve => {
    execFile(
      'git',
      ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off', ...args],
      options,
      (failure, output, stderr) => {
        if (!failure) resolve({ code: 0, output, error: '' });
        else
          resolve({
            code: typeof failure.code === 'number' ? failure.code : -1,
            output,
            error: explainGit(failure, stderr.toString()),
          });
      },
    );
  });
}

function explainGit(failure: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (failure.code === 'ENOENT') return 'git was not found: install it, or scan paths instead of --staged';
  if (failure.killed) return 'git did not answer within 20 seconds';
  if (stderr.includes('not a git repository')) return 'this is not a git repository: --staged needs one';
  return `git failed: ${stderr.trim().split('\n')[0] ?? failure.message}`;
}
