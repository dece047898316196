import ignore from 'ignore';
import { Minimatch } from 'minimatch';
import * as vscode from 'vscode';
import { readFile } from '../readFile';

/**
 * Files that hold credentials by custom. An agent reads them whether git ignores them or not, and whether the search view
 * shows them or not, so an audit takes them in all the same.
 */
export const sensitiveFiles = `**/{${[
  ...[
    '.env',
    '.env.*',
    '*.env',
    '.envrc',
    '.npmrc',
    '.pypirc',
    '.netrc',
    '_netrc',
    '.git-credentials',
    '.htpasswd',
    '.pgpass',
  ],
  ...['*.pem', '*.key', '*.ppk', '*.p8', 'id_rsa', 'id_ed25519', 'id_ecdsa', '*.tfvars', '*.tfstate', '*.properties'],
  ...['credentials', 'credentials.*', 'secrets.*', 'secret.*', 'kubeconfig', 'auth.json', 'local.settings.json'],
  ...['appsettings*.json', 'application*.yml', 'application*.yaml', 'docker-compose*.yml', 'compose*.yaml'],
  ...['config.json', 'config.yml', 'config.yaml', 'config.toml', 'wp-config.php', 'mcp.json', 'service-account*.json'],
].join(',')}}`;

/** Folders that other programs fill: their files are copies, and there are too many of them. */
const filledByOthers = ['node_modules', '.git', 'dist', '.venv', '__pycache__'];
const neverWalked = filledByOthers.map(folder => `**/${folder}`);

/** Whether an audit would take a file in, by where it lies. */
export function isWalked(uri: vscode.Uri): boolean {
  const folders = vscode.workspace.asRelativePath(uri, false).split('/').slice(0, -1);
  return !folders.some(folder => filledByOthers.includes(folder));
}

/** The files that an audit scans, each once: what people work on, and what an agent would read although git ignores it. */
export async function listWorkspaceFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const hidden = searchExcludes();
  const [all, sensitive, ignoreFiles] = await Promise.all([
    vscode.workspace.findFiles('**/*', oneOf([...neverWalked, ...hidden.filter(isPlain)]), undefined, token),
    listSensitiveFiles(token),
    vscode.workspace.findFiles('**/.gitignore', oneOf(neverWalked), undefined, token),
  ]);
  const isIgnored = await readIgnoreFiles(ignoreFiles);
  const rest = hidden.filter(glob => !isPlain(glob)).map(glob => new Minimatch(glob, { dot: true }));
  const wanted = all.filter(uri => {
    const path = vscode.workspace.asRelativePath(uri, false);
    return !isIgnored(uri) && !rest.some(glob => glob.match(path));
  });
  return [...new Map([...wanted, ...sensitive].map(uri => [uri.toString(), uri])).values()];
}

/** The files that hold credentials by custom. */
export function listSensitiveFiles(token: vscode.CancellationToken, most?: number): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(sensitiveFiles, oneOf(neverWalked), most, token);
}

/** `findFiles` honours files.exclude by itself, but not search.exclude. */
function searchExcludes(): string[] {
  const excludes = vscode.workspace.getConfiguration('search').get<Record<string, unknown>>('exclude') ?? {};
  return Object.keys(excludes).filter(glob => excludes[glob] === true);
}

/** The editor's globs can't nest alternatives. */
const isPlain = (glob: string) => !/[{},]/.test(glob);

function oneOf(globs: readonly string[]): string {
  return `{${globs.flatMap(glob => [glob, `${glob}/**`]).join(',')}}`;
}

/** The stable API can't ask git, so the .gitignore files are read as git does: the deepest one that has an opinion counts. */
async function readIgnoreFiles(files: readonly vscode.Uri[]): Promise<(uri: vscode.Uri) => boolean> {
  const rules = await Promise.all(
    files.map(async uri => ({
      folder: uri.path.slice(0, -'.gitignore'.length),
      rule: ignore().add(await textOf(uri)),
    })),
  );
  rules.sort((one, other) => other.folder.length - one.folder.length);
  return ({ path }) => {
    for (const { folder, rule } of rules) {
      if (!path.startsWith(folder)) continue;
      const { ignored, unignored } = rule.test(path.slice(folder.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}

const mostMegabytes = 16;

async function textOf(uri: vscode.Uri): Promise<string> {
  // A file that went away meanwhile ignores nothing.
  return (await readFile(uri, mostMegabytes))?.text ?? '';
}
