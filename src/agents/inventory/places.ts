import { parse as parseJsonc } from 'jsonc-parser';
import type { AgentFile, AgentPlace, AgentPlaces } from '../../core/agents';
import { fieldsOf, textOf } from '../../core/untyped';
import type { FileKind, InventoryClient } from './client';
import { inventoryClients } from './clients';

/** Who reads a file, and as what. */
export interface Reader {
  readonly client: InventoryClient;
  readonly kind: FileKind;
}

interface Entry extends Reader {
  readonly pattern: RegExp;
}

/** Who reads a file of this way. A repository may also hold what belongs into a home: a fake one, a backup, a dotfiles collection. */
export function readerOf(path: string, place: AgentPlace): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const fits = (entries: readonly Entry[] | undefined) => entries?.find(it => it.pattern.test(path));
  const tables = index();
  if (place === 'managed') return managedReader(path);
  const own = place === 'home' ? tables.home : tables.workspace;
  const other = place === 'home' ? undefined : tables.home;
  for (const table of [own, other]) {
    const found = fits(table?.get(name)) ?? fits(table?.get(endingOf(name))) ?? fits(table?.get('*'));
    if (found) return found;
  }
  return undefined;
}

/** What io asks about files. */
export const agentPlaces: AgentPlaces = {
  reads: (path, place) => readerOf(path, place) !== undefined,
  get homeFolders() {
    return foldersOf(inventoryClients.flatMap(({ files }) => files.flatMap(it => it.home ?? [])));
  },
  managed: inventoryClients.flatMap(({ files }) => files.flatMap(it => it.managed ?? [])),
  referenced,
};

type Table = ReadonlyMap<string, readonly Entry[]>;

let made: { readonly workspace: Table; readonly home: Table } | undefined;

function index(): { readonly workspace: Table; readonly home: Table } {
  made ??= { workspace: tableOf('workspace'), home: tableOf('home') };
  return made;
}

/** By a file's name, its ending, or `*`: most files of a repository are told apart without an expression. */
function tableOf(place: 'workspace' | 'home'): Table {
  const table = new Map<string, Entry[]>();
  for (const client of inventoryClients)
    for (const kind of client.files)
      for (const way of kind[place] ?? []) {
        const name = way.slice(way.lastIndexOf('/') + 1);
        const key = !name.includes('*') ? name : name === '*' ? '*' : endingOf(name);
        table.set(key, [...(table.get(key) ?? []), { client, kind, pattern: patternOf(way) }]);
      }
  return table;
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '*' : `*${name.slice(dot)}`;
}

/** At any depth: a repository may hold several projects, and a folder several homes. */
function patternOf(way: string): RegExp {
  const parts = way
    .split('/')
    .map(part =>
      part === '**'
        ? '(?:[^/]+/)*'
        : `${part
            .split('*')
            .map(it => it.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
            .join('[^/]*')}/`,
    )
    .join('')
    .replace(/\/$/, '');
  return new RegExp(`(?:^|/)${parts}$`);
}

function managedReader(path: string): Reader | undefined {
  for (const client of inventoryClients)
    for (const kind of client.files)
      if (kind.managed?.some(it => path.endsWith(it.replace(/^\w:/, '')))) return { client, kind };
  return undefined;
}

/** The folder before the first wildcard, and how deep what follows is; `**` is looked into for four folders. */
function foldersOf(ways: readonly string[]): { folder: string; depth: number }[] {
  const depths = new Map<string, number>();
  for (const way of ways) {
    const parts = way.split('/');
    const wild = parts.findIndex(it => it.includes('*'));
    const fixed = wild < 0 ? parts.length - 1 : wild;
    const folder = parts.slice(0, fixed).join('/');
    const depth = parts.slice(fixed, -1).reduce((sum, it) => sum + (it === '**' ? 4 : 1), 0);
    depths.set(folder, Math.max(depth, depths.get(folder) ?? 0));
  }
  return [...depths].map(([folder, depth]) => ({ folder, depth }));
}

/** Programs of the repository that a package's scripts or hooks start by themselves. */
function referenced({ path, text }: AgentFile): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (text.length > 1_000_000 || !/(?:^|\/)(?:package|hooks|settings(?:\.local)?|tasks)\.json$/.test(path)) return [];
  const value = fieldsOf(parseJsonc(text));
  const scripts = fieldsOf(value.scripts);
  const commands = path.endsWith('package.json')
    ? ['preinstall', 'install', 'postinstall', 'prepare'].map(it => textOf(scripts[it]) ?? '')
    : Array.from(text.matchAll(/"(?:command|bash)"\s*:\s*"((?:[^"\\]|\\.){1,2000})"/g), it => it[1] ?? '');
  const base = path.endsWith('package.json')
    ? folder
    : folder.replace(/(?:^|\/)\.(?:claude|vscode|cursor|gemini|codex|github\/hooks)\/$/, it =>
        it.startsWith('/') ? '/' : '',
      );
  return [...new Set(commands.flatMap(it => scriptsIn(it).map(one => `${base}${one}`)))].slice(0, 20);
}

function scriptsIn(command: string): string[] {
  return Array.from(
    command.matchAll(/(?:^|[\s"'/}])((?:\.?[\w-]+\/)*[\w.-]+\.(?:[cm]?[jt]s|sh|bash|py|ps1))(?=$|[\s"';&|\\])/g),
    it => (it[1] ?? '').replace(/^\.\//, ''),
  );
}
