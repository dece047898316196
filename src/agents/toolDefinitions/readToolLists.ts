import { isTable, type Table, tables, textOf } from '../../core/untyped';
import type { ToolDefinition } from './toolDefinition';

/** What one server lists: tools, prompts and resources alike. */
export interface ToolList {
  readonly server?: string;
  readonly tools: readonly ToolDefinition[];
}

/**
 * Reads saved answers to `tools/list`, `prompts/list` and `resources/list`: `{server?, tools: […]}`, JSON-RPC answers, plain lists, lists
 * of such, `{servers: {name: …}}` and one JSON value a line. Undefined where a text is none of these.
 */
export function readToolLists(text: string): ToolList[] | undefined {
  const value = parse(text);
  if (value === undefined) return undefined;
  const lists = listsIn(value, undefined, 0);
  return lists.length > 0 ? lists : undefined;
}

/** A server's name to its tools' names, of all but what has no name. */
export function namesByServer(lists: readonly ToolList[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    lists.map(({ server, tools }, at) => [server ?? `#${at + 1}`, tools.map(({ name }) => name)]),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // One value a line, as proxies log.
    try {
      return text
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => JSON.parse(line) as unknown);
    } catch {
      return undefined;
    }
  }
}

function listsIn(value: unknown, server: string | undefined, depth: number): ToolList[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) {
    const tools = value.filter(isDefinition);
    if (tools.length > 0) return [{ ...(server === undefined ? {} : { server }), tools }];
    return value.flatMap(one => listsIn(one, server, depth + 1));
  }
  if (!isTable(value)) return [];
  const name = nameOf(value) ?? server;
  const own = ['tools', 'prompts', 'resources', 'resourceTemplates'].flatMap(key =>
    tables(value[key]).filter(isDefinition),
  );
  if (own.length > 0 || Array.isArray(value.tools))
    return [{ ...(name === undefined ? {} : { server: name }), tools: own }];
  if (isDefinition(value) && ('inputSchema' in value || 'description' in value))
    return [{ ...(server === undefined ? {} : { server }), tools: [value] }];
  if (isTable(value.servers))
    return Object.entries(value.servers).flatMap(([key, one]) => listsIn(one, key, depth + 1));
  if (Array.isArray(value.servers)) return listsIn(value.servers, undefined, depth + 1);
  if ('result' in value) return listsIn(value.result, name, depth + 1);
  return Object.entries(value).flatMap(([key, one]) =>
    isTable(one) || Array.isArray(one) ? listsIn(one, name ?? key, depth + 1) : [],
  );
}

function nameOf({ server, name, serverInfo }: Table): string | undefined {
  const info = isTable(serverInfo) ? textOf(serverInfo.name) : undefined;
  return textOf(server) ?? (isTable(server) ? textOf(server.name) : undefined) ?? textOf(name) ?? info;
}

/** Whatever else is wrong with it: a name that is none is read as an empty one. */
function isDefinition(value: unknown): value is ToolDefinition {
  return isTable(value) && typeof value.name === 'string' && !Array.isArray(value.tools);
}
