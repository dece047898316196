import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { parse } from 'jsonc-parser';
import { lockedFolder, lockPath } from '../core/lockPlaces';
import { foreignFiles } from '../core/team/foreignFiles';
import { fieldsOf, textOf } from '../core/untyped';
import { readBounded } from './boundedFile';
import { type CommittedFile, committedFiles, type GitAnswer, git, readBlob } from './git';
import { signOffsFolder } from './signOffFiles';
import { waiversPath } from './waiversFile';

/** A folder with the files that said, as of a commit, what holds in a repository; nothing else of it. */
export interface PolicyOfCommit {
  readonly folder: string;
  /** Those of them that the work tree has otherwise, relative to the repository's root, and what it has besides. */
  readonly changed: readonly string[];
  remove(): void;
}

/**
 * Puts a commit's policy into a folder of its own. Waivers come from the work tree: each is signed, and whose signature counts is
 * said by the commit. So does what is installed, which a policy pins by its hash.
 */
export async function policyOfCommit(root: string, commit: string): Promise<GitAnswer<PolicyOfCommit>> {
  const all = await committedFiles(root, commit);
  if (all.error !== undefined) return all;
  const tracked = await git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (tracked.error !== undefined) return tracked;
  const folder = mkdtempSync(join(tmpdir(), 'lockside-base-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const kept: CommittedFile[] = [];
  const take = async (files: readonly CommittedFile[]): Promise<string | undefined> => {
    for (const file of files.slice(0, mostFiles)) {
      const read = await readBlob(root, file.blob, largest);
      if (read.error !== undefined) return read.error;
      if (!Buffer.isBuffer(read.value)) return `${file.path}: larger than a policy may be`;
      put(folder, file.path, read.value);
      kept.push(file);
    }
    return undefined;
  };
  const own = all.value.filter(({ path }) => isPolicyPath(path));
  const failed = (await take(own)) ?? (await take(extendedFiles(folder, own, all.value)));
  if (failed !== undefined) {
    remove();
    return { error: failed };
  }
  const now = tracked.value.toString().split('\0').filter(isPolicyPath);
  const changed = [...new Set([...kept.map(({ path }) => path), ...now])].filter(path => differs(root, folder, path));
  rmSync(join(folder, waiversPath), { force: true });
  const waivers = readBounded(join(root, waiversPath), largest);
  if (waivers && 'text' in waivers) put(folder, waiversPath, waivers.text);
  if (existsSync(join(root, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { value: { folder, changed, remove } };
}

/** Whether a file of a repository says what holds in it. */
function isPolicyPath(path: string): boolean {
  if (path === '.vscode/settings.json' || path === lockPath || foreign.has(path)) return true;
  if (/^[^/]+\.code-workspace$/.test(path)) return true;
  return (
    path.startsWith('.lockside/') && !path.startsWith(`${signOffsFolder}/`) && !path.startsWith(`${lockedFolder}/`)
  );
}

const foreign: ReadonlySet<string> = new Set(Object.values(foreignFiles).flat());
const mostFiles = 2000;
/** In bytes. */
const largest = 16 * 1024 * 1024;

/** What the settings extend and the repository itself holds. */
function extendedFiles(
  folder: string,
  own: readonly CommittedFile[],
  all: readonly CommittedFile[],
): readonly CommittedFile[] {
  const named = own
    .filter(({ path }) => path.endsWith('settings.json') || path.endsWith('.code-workspace'))
    .flatMap(({ path }) => {
      const read = fieldsOf(parse(readFileSync(join(folder, path), 'utf8')));
      const list = read['lockside.extends'] ?? fieldsOf(read.settings)['lockside.extends'];
      return Array.isArray(list) ? list.map(one => posix.normalize(textOf(fieldsOf(one).from) ?? '')) : [];
    });
  return all.filter(({ path }) => named.some(name => path === name || path === `${name}.sig`));
}

function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function differs(root: string, folder: string, path: string): boolean {
  const [now, then] = [root, folder].map(place => readBounded(join(place, path), largest));
  // What isn't there, or can't be read, is other than it was.
  return !(now && then && 'text' in now && 'text' in then && now.text === then.text);
}
