import { parse, TomlError } from 'smol-toml';
import type { Fault } from '../model';
import { isTable, type Table, tables, textOf, texts } from '../untyped';
import { type FilePorts, foreignFault } from './foreign';

/** What a configuration says, with those that it extends: rules by their ids, and global allow-lists. */
export interface GitleaksToml {
  readonly rules: ReadonlyMap<string, Table>;
  readonly allow: readonly Table[];
}

/** Parses a configuration and follows `extend.path`, within the workspace and as deep as gitleaks itself does. */
export function readGitleaksToml(
  text: string,
  name: string,
  ports: FilePorts,
  faults: Fault[],
  depth = 0,
): GitleaksToml {
  const tell = (message: string, id = '') => faults.push(foreignFault(lineOf(text, name, id), message));
  const table = parseToml(text, name, faults);
  const base = extended(table.extend, ports, faults, tell, depth);
  const rules = new Map(base.rules);
  const seen = new Set<string>();
  const all = tables(table.rules);
  for (const raw of all.slice(0, mostRules)) {
    const id = textOf(raw.id);
    if (!id) tell('a rule has no id; it is not applied');
    else if (seen.has(id)) tell(`there are two rules ${id}; the first one holds`, id);
    else rules.set(id, merged(rules.get(id), raw));
    if (id) seen.add(id);
  }
  if (all.length > mostRules) tell(`more than ${mostRules} rules; the rest is not applied`);
  return { rules, allow: [...base.allow, ...listed(table.allowlist), ...tables(table.allowlists)] };
}

/** The allow-lists of one rule, in the old way of writing and the new one. */
export function allowListsOf(rule: Table): Table[] {
  return [...listed(rule.allowlist), ...tables(rule.allowlists)];
}

/** The parser keeps no places, so the line where the id stands must do; the file alone where there is none. */
export function lineOf(text: string, name: string, id: string): string {
  const line = id === '' ? -1 : text.split('\n').findIndex(it => /^\s*["']?id["']?\s*=/.test(it) && it.includes(id));
  return line < 0 ? name : `${name}:${line + 1}`;
}

const deepest = 2;
const mostRules = 1000;

/** Only the first line of what the parser says: the next ones show the file. */
function parseToml(text: string, name: string, faults: Fault[]): Table {
  try {
    return parse(text, { maxDepth: 20 });
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
    const message = first.replace(/^Invalid TOML document: /, '').slice(0, 200);
    const where = error instanceof TomlError ? `${name}:${error.line}:${error.column}` : name;
    faults.push(foreignFault(where, `${message}; nothing in this file is applied`));
    return {};
  }
}

function extended(
  extend: unknown,
  ports: FilePorts,
  faults: Fault[],
  tell: (message: string) => void,
  depth: number,
): GitleaksToml {
  const none = { rules: new Map<string, Table>(), allow: [] };
  const path = isTable(extend) ? textOf(extend.path) : undefined;
  if (!isTable(extend) || path === undefined) return none;
  const text = depth < deepest ? ports.read(path.replaceAll('\\', '/')) : undefined;
  if (typeof text !== 'string') {
    const problem = depth < deepest ? 'there is no such file' : `more than ${deepest} files deep; not followed`;
    tell(`extend.path: ${text?.message ?? problem}`);
    return none;
  }
  const base = readGitleaksToml(text, path, ports, faults, depth + 1);
  const disabled = texts(extend.disabledRules);
  return { ...base, rules: new Map([...base.rules].filter(([id]) => !disabled.includes(id))) };
}

/** A rule of the same name changes what it says otherwise and adds to the lists. */
function merged(base: Table | undefined, own: Table): Table {
  if (!base) return own;
  return {
    ...base,
    ...own,
    keywords: [...texts(base.keywords), ...texts(own.keywords)],
    allowlist: undefined,
    allowlists: [...allowListsOf(base), ...allowListsOf(own)],
  };
}

/** `[allowlist]` is one table; somebody may have written a list. */
function listed(value: unknown): Table[] {
  return isTable(value) ? [value] : tables(value);
}
