import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainGit, safeArguments, safeEnvironment } from './gitProcess';
import { repositoryOf } from './repositoryOf';

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

/** A repository as history is read from it. */
export interface Repository {
  /** The folder that paths begin at: that of the work tree; a bare repository's own. */
  readonly root: string;
  /** A shallow clone lacks what is older than its depth. */
  readonly shallow: boolean;
}

/** The repository that a folder belongs to, be it bare, shallow or a work tree beside another one. */
export async function openRepository(folder: string): Promise<GitAnswer<Repository>> {
  const about = await git(folder, ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository']);
  if (about.error !== undefined) return about;
  const [inside, shallow] = about.value.toString().trim().split('\n');
  const root = inside === 'true' ? await gitRoot(folder) : { value: folder };
  return root.error === undefined ? { value: { root: root.value, shallow: shallow === 'true' } } : root;
}

/** The commit that a person means by a name, if git knows one. */
export async function findCommit(folder: string, name: string): Promise<string | undefined> {
  const answer = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return answer.error === undefined ? answer.value.toString().trim() : undefined;
}

/** The name that git gives a person here; undefined where it gives none. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  const answer = await git(folder, ['config', '--get', 'user.name']);
  return answer.error === undefined ? answer.value.toString().trim() || undefined : undefined;
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

/** A file of a commit. */
export interface CommittedFile extends StagedFile {
  /** In bytes. */
  readonly size: number;
}

/** The regular files that a commit (in full, as `findCommit` gives it) holds. */
export async function committedFiles(root: string, commit: string): Promise<GitAnswer<CommittedFile[]>> {
  const answer = await git(root, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]);
  if (answer.error !== undefined) return answer;
  const lines = answer.value.toString().split('\0');
  return {
    value: lines.flatMap(line => {
      const [, blob, size, path] = /^100(?:644|755) blob ([0-9a-f]+) +([0-9]+)\t(.+)$/s.exec(line) ?? [];
      return blob && path ? [{ path, blob, size: Number(size) }] : [];
    }),
  };
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

/** Asks git, without a shell and without anything that the repository itself would have started. */
export async function git(
  folder: string,
  args: readonly string[],
  maximum = 64 * 1024 * 1024,
): Promise<GitAnswer<Buffer>> {
  const { code, output, error } = await run(folder, args, maximum);
  return code === 0 ? { value: output } : { error };
}

/** Without a shell, and without anything that the repository's own settings would have started. */
function run(
  folder: string,
  args: readonly string[],
  maximum = 1024,
): Promise<{ code: number; output: Buffer; error: string }> {
  const limits = { timeout: 20_000, maxBuffer: maximum, encoding: 'buffer', windowsHide: true } as const;
  const options = { cwd: folder, env: safeEnvironment(), ...limits } as const;
  return new Promise(resolve => {
    execFile('git', [...safeArguments, ...args], options, (failure, output, stderr) => {
      if (!failure) resolve({ code: 0, output, error: '' });
      else
        resolve({
          code: typeof failure.code === 'number' ? failure.code : -1,
          output,
          error: explainGit(failure, stderr.toString()),
        });
    });
  });
}
