import type { SetupWorld } from '../setup/hookSetup';
import type { RemoteForm } from './wrapRemote';
import type { ServerTables } from './wrapServers';

/** A file in which a client is told of its servers. */
export interface McpPlace extends ServerTables {
  readonly file: string;
  /** Set where it stands in the project, for everybody who works on it. */
  readonly shared: boolean;
}

export interface McpClient {
  readonly name: string;
  readonly title: string;
  /** In the person's own folders; the file that is there counts. */
  own(world: SetupWorld): readonly string[];
  /** Relative to a project. */
  readonly project: readonly string[];
  readonly paths: readonly (readonly string[])[];
  readonly form: RemoteForm;
}

const form: RemoteForm = { type: 'stdio', environment: 'env', listed: false, expands: /(?!)/ };

/** `${env:NAME}` and the places that editors name in the same way. */
const editorVariables = /^\$\{(?:env:\w+|userHome|workspaceFolder(?:Basename)?|pathSeparator|\/)\}$/;

/**
 * What each client is known to replace in the variables of a server just as in its address and headers: by the documentation of Claude
 * Code, Cursor, Windsurf, Kiro, Gemini CLI and opencode; VS Code, Cline and Roo replace it in the whole entry; Codex replaces nothing.
 */
const forms = {
  bracedNames: { ...form, expands: /^\$\{\w+(?::-[^{}]*)?\}$/ },
  shellNames: { ...form, expands: /^\$(?:\w+|\{\w+\})$/ },
  editor: { ...form, expands: editorVariables },
  inputs: { ...form, expands: /^\$\{(?:(?:input|env|config|command):[\w.-]+|userHome|workspaceFolder\w*)\}$/ },
  nothing: { ...form, expands: /^/ },
  opencode: { type: 'local', environment: 'environment', listed: true, expands: /^\{(?:env|file):[^}]*\}$/ },
} as const satisfies Readonly<Record<string, RemoteForm>>;

/** Where clients' servers stand; see the inventory for how each is known. */
export const mcpClients: readonly McpClient[] = [
  client(
    'claude-code',
    'Claude Code',
    ({ home }) => [`${home}/.claude.json`],
    ['.mcp.json'],
    [['mcpServers'], ['projects', '*', 'mcpServers']],
    forms.bracedNames,
  ),
  client('claude-desktop', 'Claude Desktop', world => application(world, 'Claude', 'claude_desktop_config.json')),
  client(
    'vscode',
    'VS Code',
    world => application(world, 'Code', 'User/mcp.json'),
    ['.vscode/mcp.json'],
    [['servers']],
    forms.inputs,
  ),
  client('cursor', 'Cursor', ({ home }) => [`${home}/.cursor/mcp.json`], ['.cursor/mcp.json'], undefined, forms.editor),
  client(
    'windsurf',
    'Windsurf',
    ({ home }) => [`${home}/.codeium/windsurf/mcp_config.json`],
    [],
    undefined,
    forms.editor,
  ),
  client(
    'codex',
    'Codex',
    ({ env, home }) => [`${env.CODEX_HOME || `${home}/.codex`}/config.toml`],
    ['.codex/config.toml'],
    [['mcp_servers']],
    forms.nothing,
  ),
  client(
    'gemini-cli',
    'Gemini CLI',
    ({ home }) => [`${home}/.gemini/settings.json`],
    ['.gemini/settings.json'],
    undefined,
    forms.shellNames,
  ),
  client('copilot-cli', 'Copilot CLI', ({ home }) => [`${home}/.copilot/mcp-config.json`]),
  client(
    'opencode',
    'opencode',
    ({ env, home }) => {
      const folder = `${env.XDG_CONFIG_HOME || `${home}/.config`}/opencode`;
      return [`${folder}/opencode.json`, `${folder}/opencode.jsonc`];
    },
    ['opencode.json', 'opencode.jsonc'],
    [['mcp']],
    forms.opencode,
  ),
  client(
    'cline',
    'Cline',
    world => [
      ...application(world, 'Code', 'User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json'),
      `${world.home}/.cline/data/settings/cline_mcp_settings.json`,
    ],
    [],
    undefined,
    forms.editor,
  ),
  client(
    'roo',
    'Roo Code',
    world => application(world, 'Code', 'User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json'),
    ['.roo/mcp.json'],
    undefined,
    forms.editor,
  ),
  client(
    'kiro',
    'Kiro',
    ({ home }) => [`${home}/.kiro/settings/mcp.json`],
    ['.kiro/settings/mcp.json'],
    undefined,
    forms.bracedNames,
  ),
  client('amazon-q', 'Amazon Q', ({ home }) => [`${home}/.aws/amazonq/mcp.json`], ['.amazonq/mcp.json']),
];

/** The files of a client that may be there; those of a project only where its folder is given. */
export function placesOf({ own, project, paths, form }: McpClient, world: SetupWorld, root?: string): McpPlace[] {
  const place = (file: string, shared: boolean): McpPlace => ({
    file,
    shared,
    paths,
    form,
    format: file.endsWith('.toml') ? 'toml' : 'json',
  });
  return [
    ...own(world).map(file => place(file, false)),
    ...(root === undefined ? [] : project.map(name => place(`${root}/${name}`, true))),
  ];
}

function client(
  name: string,
  title: string,
  own: McpClient['own'],
  project: readonly string[] = [],
  paths: McpClient['paths'] = [['mcpServers']],
  known: RemoteForm = form,
): McpClient {
  return { name, title, own, project, paths, form: known };
}

/** The folders in which editors and desktop programs keep what is a person's own, by platform. */
function application({ env, home, windows }: SetupWorld, name: string, file: string): string[] {
  if (windows) return [`${env.APPDATA ?? `${home}/AppData/Roaming`}/${name}/${file}`];
  return [
    `${env.XDG_CONFIG_HOME || `${home}/.config`}/${name}/${file}`,
    `${home}/Library/Application Support/${name}/${file}`,
  ];
}
