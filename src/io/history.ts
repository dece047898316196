import type { Readable } from 'node:stream';
import { createByteReader } from './byteReader';
import { type GitProcess, startGit } from './gitProcess';

/** A git object that is to be read: a file's content, or a commit or tag for its message. */
export interface HistoryObject {
  readonly id: string;
  readonly kind: 'blob' | 'commit' | 'tag';
  /** Of a blob: relative to the repository's root, with forward slashes. Of a tag: its name. */
  readonly path: string;
  /** The first commit that had it; empty where none is known. */
  readonly commit: string;
}

/** What git's own commands may be asked to leave out. */
export interface HistoryRange {
  /** Only commits that this one doesn't reach. */
  readonly not?: string;
  /** Only commits from this moment on, in any form that git's `--since` knows. */
  readonly since?: string;
  /** Only the newest so many. */
  readonly maximumCommits?: number;
  /** Only files under these paths, relative to the folder; all without any. */
  readonly paths: readonly string[];
}

/** An item of a walk, or what went wrong in it. */
export type Walk = { readonly object: HistoryObject; readonly error?: undefined } | { readonly error: string };

/**
 * Every object of a repository's history once, the oldest first: of all refs, of every stash and of every worktree's HEAD. A
 * commit comes right before the blobs that it brought; a merge brings what none of its parents has.
 */
export async function* walkHistory(folder: string, range: HistoryRange): AsyncGenerator<Walk> {
  const seen = new Set<string>();
  const fresh = (object: HistoryObject): Walk[] => {
    const key = Buffer.from(object.id, 'hex').toString('latin1');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ object }];
  };
  const whole = range.paths.length === 0 && !range.not && !range.since && !range.maximumCommits;
  for await (const item of walkCommits(folder, range)) {
    if (item.error !== undefined) yield item;
    else yield* fresh(item.object);
  }
  if (whole) for (const item of await refObjects(folder)) yield* fresh(item);
}

/** The blobs of the commit that stands in HEAD; none where there is no commit yet. */
export async function* walkHead(folder: string, paths: readonly string[]): AsyncGenerator<Walk> {
  const git = startGit(folder, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-name', 'HEAD', '--', ...paths]);
  try {
    for await (const field of fieldsOf(git.child.stdout)) {
      const [, kind, id = '', path = ''] = /^\d+ (\w+) ([0-9a-f]+)\t([\s\S]*)$/.exec(field) ?? [];
      if (kind === 'blob') yield { object: { id, kind, path, commit: '' } };
    }
    const error = await git.ended;
    if (error && !/Not a valid object name/.test(error)) yield { error };
  } finally {
    git.stop();
  }
}

async function* walkCommits(folder: string, range: HistoryRange): AsyncGenerator<Walk> {
  const list = startGit(folder, revisions(range, await stashes(folder)));
  // Plumbing alone: `git log` would obey settings that name programs.
  const diff = startGit(folder, [
    ...[
      '--literal-pathspecs',
      'diff-tree',
      '--stdin',
      '-r',
      '-c',
      '--root',
      '--raw',
      '-z',
      '--no-abbrev',
      '--no-renames',
      '--no-ext-diff',
    ],
    ...['--no-textconv', '--no-relative', '--ignore-submodules=all'],
    ...(range.paths.length > 0 ? ['--', ...range.paths] : ['--always']),
  ]);
  list.child.stdout.pipe(diff.child.stdin);
  try {
    yield* readChanges(diff.child.stdout);
    const error = (await list.ended) ?? (await diff.ended);
    if (error) yield { error };
  } finally {
    list.stop();
    diff.stop();
  }
}

function revisions({ not, since, maximumCommits }: HistoryRange, stashes: readonly string[]): string[] {
  return [
    ...['rev-list', '--reverse', '--date-order'],
    ...(maximumCommits === undefined ? [] : [`--max-count=${maximumCommits}`]),
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...['--all', ...stashes, ...(not === undefined ? [] : [`^${not}`]), '--'],
  ];
}

/** A commit's id; or `:modes ids status`, for a merge `::…` with one of each a parent, and the path behind it. */
async function* readChanges(output: Readable): AsyncGenerator<Walk> {
  let commit = '';
  let blob: string | undefined;
  for await (const field of fieldsOf(output)) {
    if (blob !== undefined) {
      if (blob !== '') yield { object: { id: blob, kind: 'blob', path: field, commit } };
      blob = undefined;
    } else if (field.startsWith(':')) blob = blobOf(field);
    else {
      commit = field;
      yield { object: { id: commit, kind: 'commit', path: '', commit } };
    }
  }
}

/** The blob that a change left; empty for a deletion (all zeros) and for a submodule, whose id is a commit's. */
function blobOf(change: string): string {
  const colons = /^:+/.exec(change)![0].length;
  const words = change.slice(colons).split(' ');
  const mode = words[colons] ?? '';
  const id = words[2 * colons + 1] ?? '';
  return mode === '160000' || /^0*$/.test(id) ? '' : id;
}

/** The commits of all stashes: only the newest of them is a ref, the others stand in its log. */
async function stashes(folder: string): Promise<string[]> {
  return lines(startGit(folder, ['rev-list', '--walk-reflogs', '--ignore-missing', 'refs/stash', '--']));
}

/** Tags with a message of their own, and refs that name a blob. */
async function refObjects(folder: string): Promise<HistoryObject[]> {
  const format = '--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname:short)';
  const rows = await lines(startGit(folder, ['for-each-ref', format]));
  return rows.flatMap(row => {
    const [kind, id = '', inner, innerId = '', ...name] = row.split(' ');
    const path = name.join(' ');
    return [
      ...(kind === 'tag' || kind === 'blob' ? [{ id, kind, path, commit: '' } as const] : []),
      ...(inner === 'blob' ? [{ id: innerId, kind: 'blob', path, commit: '' } as const] : []),
    ];
  });
}

async function lines(git: GitProcess): Promise<string[]> {
  const reader = createByteReader(git.child.stdout);
  const all: string[] = [];
  for (let line = await reader.until(newline); line; line = await reader.until(newline)) all.push(line.toString());
  // Nothing to list is no failure: there need be no stash.
  await git.ended;
  return all;
}

async function* fieldsOf(output: Readable): AsyncGenerator<string> {
  const reader = createByteReader(output);
  for (let field = await reader.until(0); field; field = await reader.until(0)) yield field.toString();
}

const newline = 0x0a;
