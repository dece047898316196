import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { AgentFile, AgentPlace, AgentPlaces } from '../core/agents';
import type { Fault } from '../core/model';
import { pathFrom } from './pathFrom';
import { explain, readTextFile } from './readTextFile';

/** A file as it was read, or why it wasn't. */
export type ReadAgentFile =
  | { readonly file: AgentFile; readonly absolute: string; readonly referenced?: boolean }
  | { readonly fault: Fault };

export interface AgentFilesOptions {
  readonly places: AgentPlaces;
  /** Absolute folders and files of repositories. */
  readonly folders: readonly string[];
  /** The person's home; undefined where it is left alone. */
  readonly home?: string;
  /** Whether what organisations put down is read, too. */
  readonly managed?: boolean;
  /** How reports name a file. */
  display(absolute: string): string;
}

/**
 * Reads what AI clients read: in repositories wherever it stands, in a home only at known places. Nothing is started. Links are
 * followed to files of the same folder alone, so that a repository can't have files from elsewhere told.
 */
export function* agentFiles(options: AgentFilesOptions): Generator<ReadAgentFile> {
  for (const read of agentFilesInSteps(options)) if (read) yield read;
}

/** The same for whoever shares a thread: undefined after each folder, so that others can have a turn. */
export function* agentFilesInSteps(options: AgentFilesOptions): Generator<ReadAgentFile | undefined> {
  const seen = new Set<string>();
  for (const folder of options.folders) yield* repositoryFiles(folder, options, seen);
  if (options.home !== undefined) yield* homeFiles(options.home, options, seen);
  if (!options.managed) return;
  for (const path of options.places.managed) {
    if (!ofThisSystem(path)) continue;
    if (isThere(path)) yield* read(path, { root: dirname(path), path, place: 'managed' }, options, seen);
  }
}

/** To another system the place is one in the folder that it stands in, and that folder is a repository's to fill. */
function ofThisSystem(path: string): boolean {
  return /^\w:/.test(path) === (process.platform === 'win32');
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR'; // Where nobody may look, that is told.
  }
}

/** No client reads what lies there, and there is much of it. */
const skipped = new Set([
  ...[
    'node_modules',
    '.git',
    '.hg',
    '.svn',
    'dist',
    'build',
    'out',
    'target',
    '.venv',
    'venv',
    '__pycache__',
    '.tox',
    '.next',
    '.nuxt',
    '.cache',
  ],
  ...[
    '.gradle',
    '.terraform',
    'vendor',
    'coverage',
    'bower_components',
    '.yarn',
    '.pnpm-store',
    'DerivedData',
    'Pods',
    '.vscode-test',
  ],
]);
const deepest = 12;
const mostEntries = 200_000;
/** A configuration of more is none that a person wrote; a client's own state may be. */
const longest = 8 * 1024 * 1024;

function* repositoryFiles(
  start: string,
  options: AgentFilesOptions,
  seen: Set<string>,
): Generator<ReadAgentFile | undefined> {
  const status = statSync(start, { throwIfNoEntry: false });
  if (!status)
    yield { fault: { code: 'unreadable', where: options.display(start), message: 'no such file or folder' } };
  else if (status.isFile()) yield* namedFile(start, options, seen);
  else yield* walkRepository(start, options, seen);
}

/** A file that somebody names is read whatever it is called; the folders that it stands in tell whose it is. */
function* namedFile(file: string, options: AgentFilesOptions, seen: Set<string>): Generator<ReadAgentFile> {
  const parts = file.split(sep);
  const from = Math.max(1, parts.length - 7);
  const path = parts.slice(from).join('/');
  yield* read(file, { root: parts.slice(0, from).join(sep) || sep, path, place: 'workspace' }, options, seen);
}

function* walkRepository(
  root: string,
  options: AgentFilesOptions,
  seen: Set<string>,
): Generator<ReadAgentFile | undefined> {
  const left: { folder: string; depth: number }[] = [{ folder: root, depth: 0 }];
  let entries = 0;
  for (let at = 0; at < left.length; at++) {
    const { folder, depth } = left[at]!;
    yield undefined;
    for (const entry of list(folder)) {
      if (++entries > mostEntries) {
        yield {
          fault: {
            code: 'too-large',
            where: options.display(root),
            message: `more than ${mostEntries} entries: the rest was not looked at; name the folders that matter`,
          },
        };
        return;
      }
      const absolute = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth < deepest && !skipped.has(entry.name)) left.push({ folder: absolute, depth: depth + 1 });
        if (entry.name !== '.git') continue;
      }
      const file = entry.name === '.git' ? join(absolute, 'config') : absolute;
      const path = pathFrom(root, file);
      if (
        !options.places.reads(path, 'workspace') ||
        !(entry.isFile() || entry.isSymbolicLink() || entry.name === '.git')
      )
        continue;
      if (entry.name === '.git' && !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
      yield* read(file, { root, path, place: 'workspace' }, options, seen);
    }
  }
}

function* homeFiles(home: string, options: AgentFilesOptions, seen: Set<string>): Generator<ReadAgentFile> {
  for (const { folder, depth } of options.places.homeFolders) yield* listHome(home, folder, depth, options, seen);
}

function* listHome(
  home: string,
  folder: string,
  depth: number,
  options: AgentFilesOptions,
  seen: Set<string>,
): Generator<ReadAgentFile> {
  for (const entry of list(join(home, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth > 0 && entry.name !== 'node_modules') yield* listHome(home, path, depth - 1, options, seen);
    } else if ((entry.isFile() || entry.isSymbolicLink()) && options.places.reads(path, 'home')) {
      yield* read(join(home, path), { root: home, path, place: 'home' }, options, seen);
    }
  }
}

interface Standing {
  readonly root: string;
  readonly path: string;
  readonly place: AgentPlace;
}

function* read(
  absolute: string,
  { root, path, place }: Standing,
  options: AgentFilesOptions,
  seen: Set<string>,
  referenced = false,
): Generator<ReadAgentFile> {
  const shown = options.display(absolute);
  const real = realOf(absolute);
  if (typeof real !== 'string') return yield { fault: { ...real, where: shown } };
  // A script is another thing where something starts it by itself.
  const key = referenced ? `${real}*` : real;
  if (seen.has(key)) return;
  // A person's own dotfiles may be linked from anywhere; a repository's must stay in it.
  if (place === 'workspace' && !isWithin(realRoot(root), real))
    return yield {
      fault: { code: 'unreadable', where: shown, message: 'a link that leads out of the folder: not followed' },
    };
  seen.add(key);
  const text = readTextFile(real, longest);
  if ('fault' in text) return yield { fault: { ...text.fault, where: shown } };
  if ('skipped' in text) return;
  for (const fault of text.faults) yield { fault: { ...fault, where: shown } };
  const changed = statSync(real, { throwIfNoEntry: false })?.mtime.toISOString().slice(0, 10);
  const file = { path, place, file: shown, text: text.text, ...(changed ? { changed } : {}) };
  yield { file, absolute, ...(referenced ? { referenced } : {}) };
  if (referenced || place !== 'workspace') return;
  for (const other of options.places.referenced(file)) {
    const target = join(root, other);
    if (isWithin(root, target) && statSync(target, { throwIfNoEntry: false })?.isFile())
      yield* read(target, { root, path: other, place }, options, seen, true);
  }
}

function realOf(file: string): string | Fault {
  try {
    return realpathSync.native(file);
  } catch (error) {
    return { code: 'unreadable', message: explain(error) };
  }
}

function realRoot(root: string): string {
  const real = realOf(root);
  return typeof real === 'string' ? real : root;
}

function isWithin(root: string, file: string): boolean {
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep);
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return []; // No such client here, or nobody may look.
  }
}
