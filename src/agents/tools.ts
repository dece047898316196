import { hostsOf, type Outlet } from '../core/egress';

/** What a tool does with the texts of its input: the only thing that decides whether a value may go into them. */
export type ToolKind = 'edit' | 'read' | 'search' | 'command' | 'network' | 'other';

/** The tools that clients ship, by the names under which their models call them: VS Code and Copilot Chat, Claude Code, then the others. */
const kinds: Readonly<Record<Exclude<ToolKind, 'other'>, readonly string[]>> = {
  edit: [
    'create_file',
    'replace_string_in_file',
    'multi_replace_string_in_file',
    'insert_edit_into_file',
    'apply_patch',
    'edit_notebook_file',
    'Write',
    'Edit',
    'MultiEdit',
    'NotebookEdit',
    'write_file',
    'replace',
    'write',
    'edit',
    'multiedit',
    'patch',
    'create',
    'insert',
    'str_replace',
    'str_replace_editor',
    'str_replace_based_edit_tool',
    'write_to_file',
    'replace_in_file',
    'create_new_file',
    'edit_existing_file',
    'single_find_and_replace',
    'editor',
    'StrReplace',
    'EditNotebook',
    'Delete',
    'TabWrite',
  ],
  read: [
    'read_file',
    'list_dir',
    'get_errors',
    'view_image',
    'copilot_getNotebookSummary',
    'Read',
    'LS',
    'NotebookRead',
    'read_many_files',
    'list_directory',
    'read',
    'list',
    'view',
    'read_files',
    'list_files',
    'list_code_definition_names',
    'ls',
  ],
  search: [
    'grep_search',
    'file_search',
    'semantic_search',
    'list_code_usages',
    'get_changed_files',
    'test_search',
    'Grep',
    'Glob',
    'search_file_content',
    'glob',
    'grep',
    'grep_files',
    'search_files',
    'file_glob_search',
  ],
  command: [
    'run_in_terminal',
    'send_to_terminal',
    'create_and_run_task',
    'run_task',
    'run_vscode_command',
    'Bash',
    'PowerShell',
    'Monitor',
    'shell',
    'shell_command',
    'local_shell',
    'exec_command',
    'write_stdin',
    'container.exec',
    'run_shell_command',
    'bash',
    'write_bash',
    'powershell',
    'execute_command',
    'run_commands',
    'run_terminal_command',
    'Shell',
  ],
  network: [
    'fetch_webpage',
    'open_simple_browser',
    'open_browser_page',
    'github_repo',
    'github_text_search',
    'WebFetch',
    'WebSearch',
    'web_fetch',
    'google_web_search',
    'webfetch',
    'websearch',
    'browser_action',
    'fetch_url_content',
    'search_web',
  ],
};
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.map((name): [string, ToolKind] => [name, kind as ToolKind])),
);

/** Whether a tool's result is what a terminal shows, with lines cut at its width. */
export function showsTerminal(tool: string): boolean {
  return toolKind(tool) === 'command' || terminalReaders.has(tool);
}

const terminalReaders = new Set([
  'get_terminal_output',
  'terminal_last_command',
  'terminal_selection',
  'get_task_output',
  'BashOutput',
]);

/** The file that a tool reads, as its input names it. */
export function pathOfRead(tool: string, input: unknown): string | undefined {
  return toolKind(tool) === 'read' ? pathIn(input) : undefined;
}

/** The one path that a tool's input names. */
export function pathIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const [, path] =
    Object.entries(input).find(([key, value]) => /^(?:file_?path|path)$/i.test(key) && typeof value === 'string') ?? [];
  return typeof path === 'string' ? path : undefined;
}

/** Every path that a tool's input names, and whether the tool may make the file. Patches name theirs in their header lines. */
export function pathsOfTool(tool: string, input: unknown): { readonly path: string; readonly makes: boolean }[] {
  const makes =
    /^(?:create_file|Write|write_file|write|create|write_to_file|create_new_file|apply_patch|patch|Delete)$/.test(tool);
  const paths: { path: string; makes: boolean }[] = [];
  const walk = (value: unknown, key: string, depth: number): void => {
    if (depth > 6 || paths.length > 200) return;
    if (Array.isArray(value)) for (const item of value) walk(item, key, depth + 1);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, name, depth + 1);
    else if (typeof value === 'string' && value !== '') {
      if (
        /^(?:(?:file|notebook|dir|absolute)_?path|path|paths|file|files|filename|target_file|relative_workspace_path)$/i.test(
          key,
        )
      )
        paths.push({ path: fileOf(value), makes });
      else
        for (const [, how, path = ''] of value.matchAll(/^\*\*\* (Add|Update|Delete|Move to)(?: File)?: (.+)$/gm))
          paths.push({ path: path.trim(), makes: how !== 'Update' });
    }
  };
  walk(input, '', 0);
  return paths;
}

function fileOf(path: string): string {
  if (!/^file:\/\//i.test(path)) return path;
  try {
    return decodeURIComponent(new URL(path).pathname).replace(/^\/([A-Za-z]:)/, '$1');
  } catch {
    return path;
  }
}

export function toolKind(tool: string): ToolKind {
  return kindOf.get(tool) ?? 'other';
}

/** Keys whose text is only shown to the person, or names a place on this machine: a value in them leaves for nowhere. */
const localKeys = new Set([
  'explanation',
  'goal',
  'description',
  'filePath',
  'file_path',
  'path',
  'notebook_path',
  'dirPath',
  'dir_path',
  'filepath',
  'absolute_path',
  'workdir',
  'cwd',
  'includePattern',
]);
const pathKeys = ['filePath', 'file_path', 'filepath', 'absolute_path', 'notebook_path', 'path'];

/** One text of a tool's input, and the places that it would go to; none for a text that stays on this machine. */
export interface ToolText {
  readonly text: string;
  readonly outlets: readonly Outlet[];
}

/** Where files are, and what of them git would publish; asked of the outside by path as the tool names it. */
export interface FilePlaces {
  describe(path: string): Promise<{ relative?: string; published: boolean; holdsValue(value: string): boolean }>;
}

/** Rewrites every text of a tool's input, telling for each where it would go. Everything that isn't text is kept. */
export async function mapToolInput<T>(
  tool: string,
  input: T,
  files: FilePlaces,
  change: (text: ToolText) => Promise<string>,
): Promise<T> {
  const kind = toolKind(tool);
  // A command in pieces, or a request whose address and body have a field each, reaches its hosts with all of them.
  const hosts = kind === 'edit' ? [] : hostsOf(spoken(input).join(' '));
  const walk = async (value: unknown, key: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (typeof value === 'string')
      return change({ text: value, outlets: await outletsOf(tool, kind, value, key, scope, files, hosts) });
    if (Array.isArray(value)) return Promise.all(value.map(item => walk(item, key, scope)));
    if (typeof value !== 'object' || value === null) return value;
    const inner = { ...scope, ...value };
    const entries = await Promise.all(
      Object.entries(value).map(async ([name, item]) => [name, await walk(item, name, inner)]),
    );
    return Object.fromEntries(entries);
  };
  return (await walk(input, '', {})) as T;
}

/** The texts of an input that say what is done, in their order. */
function spoken(input: unknown, key = ''): string[] {
  if (typeof input === 'string') return localKeys.has(key) ? [] : [input];
  if (Array.isArray(input)) return input.flatMap(item => spoken(item, key));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, item]) => spoken(item, name));
}

async function outletsOf(
  tool: string,
  kind: ToolKind,
  text: string,
  key: string,
  scope: Readonly<Record<string, unknown>>,
  files: FilePlaces,
  hosts: readonly string[],
): Promise<Outlet[]> {
  if (kind === 'read' || kind === 'search' || (kind !== 'other' && localKeys.has(key))) return [];
  if (kind === 'command') return [{ sink: 'command', label: firstWords(text), hosts }];
  if (kind === 'network') return [{ sink: 'network', label: tool, hosts: orUnknown(hosts) }];
  if (kind === 'other') return [{ sink: 'tool', label: tool, hosts }];
  return Promise.all(editedPaths(text, scope).map(path => fileOutlet(path, files)));
}

async function fileOutlet(path: string, files: FilePlaces): Promise<Outlet> {
  const { relative, published, holdsValue } = await files.describe(path);
  if (relative === undefined) return { sink: 'tool', label: path };
  return { sink: published ? 'publishedFile' : 'workspaceFile', label: relative, path: relative, holdsValue };
}

/** The files that an edit names: in a key of its own, or in the header lines of a patch. */
function editedPaths(text: string, scope: Readonly<Record<string, unknown>>): string[] {
  const named = pathKeys.map(key => scope[key]).filter(path => typeof path === 'string');
  if (named.length > 0) return [named[0]!];
  const patched = Array.from(text.matchAll(/^\*\*\* (?:Add|Update|Delete) File: (.+)$/gm), match => match[1]!.trim());
  return patched.length > 0 ? patched : ['(a file that the edit does not name)'];
}

function orUnknown(hosts: readonly string[]): readonly string[] {
  return hosts.length > 0 ? hosts : ['unknown host'];
}

function firstWords(command: string): string {
  const line = command.trim().split('\n', 1)[0]!;
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
