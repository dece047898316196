import type { ConfigNode } from '../inventory/configNode';
import { field, readTree, textIn } from '../inventory/configTree';
import { removeAt } from '../setup/insertJson';
import {
  type Edit,
  type Entry,
  isWrappedRemote,
  type Left,
  type RemoteForm,
  unwrapRemote,
  whyLeft,
  wrapRemote,
} from './wrapRemote';

/** How a client's configuration says what starts its servers. */
export interface ServerTables {
  readonly format: 'json' | 'toml';
  /** The keys that lead to the tables of servers; `*` stands for any. */
  readonly paths: readonly (readonly string[])[];
  readonly form: RemoteForm;
}

export interface Rewritten {
  readonly text: string;
  /** The servers that were changed, by their names. */
  readonly names: readonly string[];
  /** Those of them that are reached by an address. */
  readonly reached: readonly string[];
  /** Those that are reached by an address and were left as they are. */
  readonly left: readonly (Left & { readonly name: string })[];
}

/** How a server stands in its file. */
export interface ServerState {
  readonly name: string;
  readonly wrapped: boolean;
  /** Set where it is reached by an address. */
  readonly remote: boolean;
  /** Why it would be left as it is. */
  readonly left?: Left;
}

export type Rewriting = Rewritten | { readonly error: string };

/**
 * Puts `program mcp --name NAME --` before what starts each server, and `program mcp --stdio` in place of each address; `even` of those
 * as well that a client may have to log in to. What was there moves letter for letter, so that `unwrapServers` gives the very same bytes
 * back.
 */
export function wrapServers(text: string, tables: ServerTables, program: string, even = false): Rewriting {
  const done = rewrite(text, tables, entry => {
    const { name, node } = entry;
    const command = field(node, 'command');
    if (!command) return wrapRemote(entry, tables.form, program, even);
    if (isWrapped(node, tables.form)) return undefined;
    const words = ['mcp', '--name', name, '--'].map(word => JSON.stringify(word)).join(', ');
    if (command.kind === 'list') return [insertion(text, command, `${JSON.stringify(program)}, ${words}`)];
    const raw = text.slice(command.whole.start, command.whole.end);
    const start = { ...command.whole, text: JSON.stringify(program) };
    const args = field(node, 'args');
    if (args) return [start, insertion(text, args, `${words}, ${raw}`)];
    const list = `["mcp", ${JSON.stringify(`--name=${name}`)}, "--", ${raw}]`;
    return [{ ...start, text: `${start.text}${added(text, tables.format, command)}${list}` }];
  });
  if ('error' in done) return done;
  // What can't be read back as wrapped was written in a way that is not known here, such as with dotted names.
  const wrong = serversIn(done.text, tables).find(({ name, wrapped }) => done.names.includes(name) && !wrapped);
  return wrong ? { error: `what starts "${wrong.name}" is written in a way that is not known` } : done;
}

/** Takes exactly that out again, also where the client has written the file anew since. */
export function unwrapServers(text: string, tables: ServerTables): Rewriting {
  const later: (readonly string[])[] = [];
  const done = rewrite(text, tables, entry => {
    const { node, path } = entry;
    if (isWrappedRemote(node, tables.form)) {
      const back = unwrapRemote(entry, tables.form);
      later.push(...(back?.later ?? []));
      return back?.edits ?? [unknown];
    }
    if (!isWrapped(node, tables.form)) return undefined;
    const command = field(node, 'command') as ConfigNode;
    if (command.kind === 'list') return [removal(text, command.items, 5)];
    const args = field(node, 'args') as ConfigNode;
    const short = textIn(args.items[1])?.startsWith('--name=') === true;
    const own = args.items[short ? 3 : 4] as ConfigNode;
    const raw = text.slice(own.whole.start, own.whole.end);
    if (!short) return [{ ...command.whole, text: raw }, removal(text, args.items, 5)];
    const close = text.indexOf(']', (args.items.at(-1) as ConfigNode).whole.end) + 1;
    const between = text.slice(command.whole.end, (args.items[0] as ConfigNode).whole.start);
    if (args.items.length === 4 && between === `${added(text, tables.format, command)}[`)
      return [{ start: command.whole.start, end: close, text: raw }];
    // The client has written the file anew: the list is a field like any other.
    later.push([...path, 'args']);
    return [{ ...command.whole, text: raw }];
  });
  if ('error' in done || later.length === 0) return done;
  if (tables.format === 'toml')
    return { error: 'its servers were changed since; take "lockside mcp" out of them by hand' };
  return { ...done, text: later.reduce((left, path) => removeAt(left, path), done.text) };
}

/** The servers of a file, and whether they are started by us. */
export function serversIn(text: string, tables: ServerTables): ServerState[] {
  const { root } = readTree(text, tables.format);
  return root
    ? serversOf(root, tables).map(({ name, node, path }) => {
        const remote = !field(node, 'command') || isWrappedRemote(node, tables.form);
        const wrapped = isWrapped(node, tables.form);
        const entry = { text, format: tables.format, name, node, path };
        const left = remote && !wrapped ? whyLeft(entry, tables.form, false) : undefined;
        return { name, wrapped, remote, ...(left ? { left } : {}) };
      })
    : [];
}

/** An edit that says that there is none. */
const unknown: Edit = { start: Number.NaN, end: Number.NaN, text: '' };

interface Server {
  readonly name: string;
  readonly node: ConfigNode;
  readonly path: readonly string[];
}

function rewrite(
  text: string,
  tables: ServerTables,
  edit: (entry: Entry) => readonly Edit[] | Left | undefined,
): Rewriting {
  const { root, fault } = readTree(text, tables.format);
  if (fault) return { error: fault.message };
  const edits: Edit[] = [];
  const names: string[] = [];
  const reached: string[] = [];
  const left: (Left & { readonly name: string })[] = [];
  for (const server of root ? serversOf(root, tables) : []) {
    const { name, node } = server;
    const own = edit({ text, format: tables.format, ...server });
    if (!own) continue;
    if ('why' in own) {
      left.push({ name, ...own });
      continue;
    }
    if (own.some(one => Number.isNaN(one.start) || one.end < one.start))
      return { error: `what starts "${name}" is written in a way that is not known` };
    edits.push(...own);
    names.push(name);
    if (!field(node, 'command') || isWrappedRemote(node, tables.form)) reached.push(name);
  }
  const changed = edits
    // Of what begins at the same place, what is put before it comes last.
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, one) => all.slice(0, one.start) + one.text + all.slice(one.end), text);
  return { text: changed, names, reached, left };
}

function serversOf(root: ConfigNode, { paths }: ServerTables): Server[] {
  return paths.flatMap(path => {
    let found: { node: ConfigNode; path: readonly string[] }[] = [{ node: root, path: [] }];
    for (const name of path)
      found = found.flatMap(at =>
        at.node.fields
          .filter(it => name === '*' || it.name === name)
          .map(it => ({ node: it.node, path: [...at.path, it.name] })),
      );
    return found.flatMap(at =>
      at.node.fields
        .filter(it => it.node.kind === 'table')
        .map(it => ({ name: it.name, node: it.node, path: [...at.path, it.name] })),
    );
  });
}

/** Whether an entry starts a server by us, wherever Lockside stood when it was written. */
function isWrapped(node: ConfigNode, form: RemoteForm): boolean {
  if (isWrappedRemote(node, form)) return true;
  const command = field(node, 'command');
  const words =
    command?.kind === 'list'
      ? command.items.map(textIn)
      : [textIn(command), ...(field(node, 'args')?.items.map(textIn) ?? [])];
  return /(?:^|[\\/])lockside(?:\.cmd|\.exe)?$/.test(words[0] ?? '') && words[1] === 'mcp' && words.includes('--', 2);
}

/** Puts words before the first of a list. */
function insertion(text: string, list: ConfigNode, words: string): Edit {
  const at = opening(text, list);
  return { start: at, end: at, text: list.items.length > 0 ? `${words}, ` : words };
}

/** Behind the bracket of a list; TOML tells only where its name stands. */
function opening(text: string, { whole, items }: ConfigNode): number {
  if (text[whole.start] === '[') return whole.start + 1;
  const behind = /^["']?\s*=\s*\[/.exec(text.slice(whole.end));
  if (behind) return whole.end + behind[0].length;
  const first = items[0];
  return first ? text.lastIndexOf('[', first.whole.start) + 1 || Number.NaN : Number.NaN;
}

function removal(text: string, items: readonly ConfigNode[], count: number): Edit {
  const start = (items[0] as ConfigNode).whole.start;
  const { end } = (items[count - 1] as ConfigNode).whole;
  const next = items[count];
  if (!next) return { start, end, text: '' };
  // Ours has one blank behind the comma; a client that writes the list anew has each on a line.
  const isOurs = /^, $/.test(text.slice((items[0] as ConfigNode).whole.end, (items[1] as ConfigNode).whole.start));
  return { start, end: isOurs && text.startsWith(', ', end) ? end + 2 : next.whole.start, text: '' };
}

/** What stands between a command and the list of arguments that we add. */
function added(text: string, format: ServerTables['format'], command: ConfigNode): string {
  if (format === 'json') return ', "args": ';
  const line = text.slice(text.lastIndexOf('\n', command.whole.start) + 1, command.whole.start);
  return line.includes('{') ? ', args = ' : '\nargs = ';
}
