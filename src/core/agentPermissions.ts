import { createGlob } from './glob';
import { matchesName } from './matchNames';
import type { Layer } from './model';
import { caseSpellings, type ToolAction } from './toolPermissions';

/** What an agent does to a file: `edit` changes one, `write` makes, deletes or renames one. */
export const fileAccesses = ['read', 'edit', 'write'] as const;
export type FileAccess = (typeof fileAccesses)[number];

/** One rule of `lockside.agents.permissions`. Of one layer's rules the last that matches and speaks of an access counts. */
export interface FileRule {
  /** Globs over paths relative to the workspace, `/` before those outside; one without a slash fits the name in any folder. */
  readonly paths: readonly string[];
  readonly read?: ToolAction;
  readonly edit?: ToolAction;
  readonly write?: ToolAction;
  /** Globs over clients' names; all of them unless given. */
  readonly clients?: readonly string[];
  readonly reason?: string;
}

/** What one layer of settings says of files. */
export interface FileLayer {
  readonly layer: Layer;
  readonly tightenOnly: boolean;
  readonly rules?: readonly FileRule[];
}

export interface FileVerdict {
  readonly action: ToolAction;
  readonly layer: Layer;
  readonly reason: string;
}

/** The matrix of all layers. */
export interface AgentPermissions {
  decide(path: string, access: FileAccess, client: string): FileVerdict;
  /** All rules in the order in which they were merged, the defaults first; for those who write them into clients' own files. */
  readonly layers: readonly FileLayer[];
}

/** Examples of what a file has to hold are there to be read. */
const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist', '.env.defaults', '.env.schema'];

/** What holds where nobody says anything. */
const defaultFileRules: readonly FileRule[] = [
  { paths: ['.env', '.env.*', '.envrc', '.dev.vars'], read: 'block', reason: 'it holds credentials' },
  { paths: examples, read: 'allow', reason: 'it is an example' },
  {
    paths: [
      ...['*.pem', '*.key', '*.p12', '*.pfx', '*.jks', '*.keystore', '*.ppk', '*.kdbx'],
      ...['id_rsa', 'id_dsa', 'id_ecdsa', 'id_ed25519', '**/.ssh/**', '**/.gnupg/**', '*.asc.key'],
    ],
    read: 'block',
    reason: 'it holds a key',
  },
  { paths: ['**/.ssh/*.pub', '**/.ssh/known_hosts', '**/.ssh/config'], read: 'allow', reason: 'it holds no key' },
  {
    paths: [
      ...['**/.aws/credentials', '**/.azure/**', '**/.config/gcloud/**', '**/.kube/config', '**/.docker/config.json'],
      ...['.netrc', '_netrc', '.pgpass', '.my.cnf', '.pypirc', '.git-credentials', '**/.config/gh/hosts.yml'],
      ...['credentials.json', 'service-account*.json', 'secrets.yml', 'secrets.yaml', '**/.vault-token', '.htpasswd'],
      ...['**/.claude/.credentials.json', '**/.codex/auth.json', '**/.gemini/oauth_creds.json', '/proc/*/environ'],
    ],
    read: 'block',
    reason: 'it holds credentials',
  },
  {
    paths: [
      ...[
        '.github/workflows/**',
        '.github/actions/**',
        '.gitlab-ci.yml',
        '.circleci/**',
        'azure-pipelines.yml',
        'Jenkinsfile',
      ],
      ...['bitbucket-pipelines.yml', '.drone.yml', '.buildkite/**'],
    ],
    edit: 'ask',
    reason: 'it runs in CI',
  },
  {
    paths: [
      ...[
        'package-lock.json',
        'npm-shrinkwrap.json',
        'yarn.lock',
        'pnpm-lock.yaml',
        'bun.lock',
        'Cargo.lock',
        'poetry.lock',
      ],
      ...['uv.lock', 'Pipfile.lock', 'composer.lock', 'Gemfile.lock', 'go.sum', 'packages.lock.json'],
    ],
    edit: 'ask',
    reason: 'package managers write lockfiles',
  },
  {
    paths: [
      ...[
        '**/.claude/settings.json',
        '**/.claude/settings.local.json',
        '**/.claude/hooks/**',
        '**/.claude.json',
        '.mcp.json',
      ],
      ...[
        '**/.cursor/*.json',
        '**/.cursor/hooks/**',
        '**/.gemini/settings.json',
        '**/.codex/*.toml',
        '**/.codex/*.json',
      ],
      ...['opencode.json', 'opencode.jsonc', '**/.opencode/plugin*/**', '**/.config/opencode/**', '**/.copilot/**'],
      ...['.github/hooks/**', '**/.kiro/settings/**', '**/.amazonq/**', 'cline_mcp_settings.json', '.roo/mcp.json'],
      ...['**/.continue/config.*', '.aider.conf.yml', '.windsurf/hooks.json', '**/.codeium/**', '*.code-workspace'],
      ...['.vscode/*.json', '**/Code/User/*.json', '.devcontainer/**', '.devcontainer.json'],
      ...[
        '.cursorignore',
        '.aiexclude',
        '.geminiignore',
        '.codeiumignore',
        '.clineignore',
        '.rooignore',
        '.continueignore',
      ],
      ...['.aiignore'],
    ],
    edit: 'ask',
    write: 'ask',
    reason: 'it says what agents may do, or runs by itself',
  },
  {
    paths: [
      ...[
        '**/.git/hooks/**',
        '**/.git/config',
        '.husky/**',
        '.pre-commit-config.yaml',
        'lefthook.yml',
        '**/.gitconfig',
      ],
      ...[
        '**/.bashrc',
        '**/.bash_profile',
        '**/.profile',
        '**/.zshrc',
        '**/.zprofile',
        '**/.config/fish/**',
        '**/.npmrc',
      ],
      ...['**/.ssh/**', '/etc/**', '**/LaunchAgents/**', '**/.config/autostart/**', '**/.config/systemd/**'],
      ...['**/*Profile.ps1'],
    ],
    edit: 'ask',
    write: 'ask',
    reason: 'it runs by itself',
  },
  {
    paths: [
      ...['.lockside/waivers.json', '.lockside/sign-offs/**', '.lockside/locked/**', '.lockside/baseline.json'],
      ...[
        'lockside.lock',
        '/etc/lockside/**',
        '/Library/Application Support/Lockside/**',
        '**/ProgramData/Lockside/**',
      ],
      ...['**/.lockside/bin/**', '**/lockside/setup.json', '.lockside'],
    ],
    edit: 'block',
    write: 'block',
    reason: 'only a person may approve',
  },
];

const defaults: FileLayer = { layer: 'default', tightenOnly: false, rules: defaultFileRules };

/** Merges layers, the widest first: the strictest that speaks counts, and only a layer that may loosen takes the place of the defaults. */
export function createAgentPermissions(given: readonly FileLayer[]): AgentPermissions {
  const layers = [defaults, ...given];
  // Most commands never ask, and to read the globs takes milliseconds.
  let read: ReturnType<typeof compileLayer>[] | undefined;
  return {
    layers,
    decide(path, access, client) {
      const spelt = caseSpellings(path);
      read ??= layers.map(compileLayer);
      const said = read.flatMap(({ layer, tightenOnly, rules }) => {
        const rule = rules.findLast(it => it[access] !== undefined && it.matches(path, spelt, client, it[access]));
        return rule ? [{ action: rule[access]!, layer, tightenOnly, reason: rule.reason }] : [];
      });
      const loosened = said.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
      const counting = said.filter(({ layer }) => layer !== 'default' || !loosened);
      const [first, ...rest] = counting;
      if (!first) return open;
      const { action, layer, reason } = rest.reduce(
        (one, other) => (order(other.action) > order(one.action) ? other : one),
        first,
      );
      return { action, layer, reason };
    },
  };
}

const open: FileVerdict = { action: 'allow', layer: 'default', reason: 'nothing speaks against it' };

/** The settings hold what the schema has let in. */
export function fileLayer(
  { layer, tightenOnly }: { readonly layer: Layer; readonly tightenOnly: boolean },
  values: Readonly<Record<string, unknown>>,
): FileLayer {
  const rules = values['agents.permissions'] as readonly FileRule[] | undefined;
  return { layer, tightenOnly, ...(rules ? { rules } : {}) };
}

function order(action: ToolAction): number {
  return ['allow', 'ask', 'block'].indexOf(action);
}

function compileLayer(one: FileLayer) {
  return { ...one, rules: (one.rules ?? []).map(compile) };
}

function compile({ paths, clients, reason, ...accesses }: FileRule, index: number) {
  const globs = paths.map(glob => createGlob(glob.replace(/^\.\//, ''), true));
  const names = clients?.map(matchesName);
  return {
    ...accesses,
    reason: reason ?? `rule ${index + 1} of lockside.agents.permissions`,
    matches(path: string, spelt: readonly string[], client: string, action: ToolAction | undefined): boolean {
      if (names && !names.some(fits => fits(client))) return false;
      return (action === 'allow' ? [path] : spelt).some(one => globs.some(fits => fits(one)));
    },
  };
}
