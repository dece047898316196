import { type GitAnswer, git } from './git';

/** Who made a commit, and what it changes. */
export interface CommitFacts {
  readonly commit: string;
  /** Email addresses of author, committer and co-authors. */
  readonly people: readonly string[];
  readonly parents: readonly string[];
  /** Paths relative to the repository's root. */
  readonly paths: readonly string[];
}

/** What git knows of a commit. */
export async function commitFacts(folder: string, commit: string): Promise<GitAnswer<CommitFacts>> {
  const format = '%H%n%P%n%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly,separator=%x00)';
  const told = await git(folder, ['show', '--no-patch', `--format=${format}`, '--end-of-options', commit]);
  if (told.error !== undefined) return told;
  const changed = await git(folder, [
    'diff-tree',
    '-r',
    '--root',
    '--no-commit-id',
    '--name-only',
    '-z',
    '-m',
    '--end-of-options',
    commit,
  ]);
  if (changed.error !== undefined) return changed;
  const [id = '', parents = '', author = '', committer = '', trailers = ''] = told.value.toString().split('\n');
  const others = trailers.split('\0').flatMap(one => /<([^<>\s]+)>/.exec(one)?.[1] ?? []);
  return {
    value: {
      commit: id,
      people: [author, committer, ...others].filter(Boolean),
      parents: parents.split(' ').filter(Boolean),
      paths: [...new Set(changed.value.toString().split('\0').filter(Boolean))],
    },
  };
}

/** All who made the commits that are in one and not in another; of a single commit where there is no other. */
export async function peopleBetween(
  folder: string,
  from: string | undefined,
  to: string,
): Promise<GitAnswer<string[]>> {
  const range = from === undefined ? ['--max-count=1', '--end-of-options', to] : ['--end-of-options', `${from}..${to}`];
  const format = '%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly,separator=%x0A)';
  const told = await git(folder, ['log', `--format=${format}`, ...range]);
  if (told.error !== undefined) return told;
  const addresses = told.value
    .toString()
    .split('\n')
    .map(line => /<([^<>\s]+)>/.exec(line)?.[1] ?? line.trim());
  return { value: [...new Set(addresses.filter(Boolean))] };
}
