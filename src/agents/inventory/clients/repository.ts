import { checkEnvironmentLines } from '../baseUrls';
import type { InventoryClient } from '../client';
import { type ConfigLook, lookAtConfig } from '../configFile';
import { field, textIn } from '../configTree';
import { dangerIn, skipsPermission } from '../dangers';
import { judgeExtension } from '../extension';
import { programName } from '../hookChecks';
import { advice, type Look } from '../look';
import { lookAtScript } from '../scripts';
import { lookAtWorkflow } from '../workflow';

/** What a repository brings for any client: workflows, scripts of packages, what runs when a folder is entered. */
export const repository: InventoryClient = {
  id: 'repository',
  title: 'Repository',
  files: [
    { workspace: ['.github/workflows/*.yml', '.github/workflows/*.yaml'], read: lookAtWorkflow },
    { workspace: ['package.json'], read: look => lookAtConfig(look, readPackage, { secretsWithin: () => [] }) },
    { workspace: ['.envrc'], read: readEnvrc },
    { workspace: ['.env', '.env.local'], read: look => checkEnvironmentLines(look, look.file.path) },
    { workspace: ['.git/config'], read: readGitConfig },
    {
      workspace: [
        'Makefile',
        'justfile',
        'Justfile',
        'Taskfile.yml',
        'Dockerfile',
        '*.Dockerfile',
        '*.sh',
        '.husky/*',
        '.githooks/*',
      ],
      read: readScript,
    },
  ],
};

const lifecycle = new Set([
  'preinstall',
  'install',
  'postinstall',
  'prepare',
  'prepublish',
  'preprepare',
  'postprepare',
]);

function readPackage(config: ConfigLook): void {
  for (const { name, node } of field(config.root, 'scripts')?.fields ?? []) {
    const command = textIn(node) ?? '';
    const flag = skipsPermission(command);
    const danger = dangerIn(command);
    if (flag && lifecycle.has(name))
      config.finding(
        'agent/postinstall-agent',
        node.span,
        `${name} starts an AI agent with ${flag}: it may do anything to whoever installs the package`,
        { fix: advice('Do not install it; install with --ignore-scripts') },
      );
    else if (flag)
      config.finding('agent/auto-approve', node.span, `${name}: ${flag} lets an AI agent act without being asked`, {
        fix: advice(`Take ${flag} out`),
      });
    if (danger && lifecycle.has(name))
      config.finding('agent/shell-command', node.span, `${name}: ${danger}`, {
        fix: advice('Do not install it; install with --ignore-scripts'),
      });
  }
  judgeExtension(config, config.root);
}

/** Scripts that people start: whether they start an AI agent that asks nobody. In a container that is less of a matter. */
function readScript(look: Look): void {
  const { text, path } = look.file;
  let at = 0;
  for (const line of text.split('\n', 20_000)) {
    const span = { start: at, end: at + line.length };
    at += line.length + 1;
    const flag = /^\s*(?:#|\/\/)/.test(line) || line.length > 4000 ? undefined : skipsPermission(line);
    if (flag)
      look.finding('agent/auto-approve', span, `${flag} lets an AI agent act without being asked`, {
        level: /Dockerfile/.test(path) ? 'medium' : 'high',
        fix: advice(`Take ${flag} out`),
      });
  }
}

/** direnv runs it once it was allowed; it is a shell script. */
function readEnvrc(look: Look): void {
  const span = { start: 0, end: Math.min(1, look.file.text.length) };
  const item = look.item('hook', '.envrc', span, { origin: { kind: 'file', name: look.file.path } });
  checkEnvironmentLines(look, '.envrc');
  lookAtScript(look);
  const runs = look.file.text
    .split(/\r?\n/)
    .find(
      it =>
        /^\s*(?:curl|wget|bash|sh|node|python3?|npx|\.\/|eval|\/)\S*/.test(it) &&
        !/^\s*(?:eval "\$\((?:direnv|nix|fnm|rbenv|pyenv)|source_up|use )/.test(it),
    );
  if (runs) look.finding('agent/repository-hook', span, `entering the folder runs ${programName(runs)}`, { item });
}

/** Programs that git itself would start, named where a repository was unpacked with its `.git`. */
function readGitConfig(look: Look): void {
  for (const match of look.file.text.matchAll(
    /^[ \t]*(hookspath|fsmonitor|sshcommand|pager|editor|askpass|gitproxy|textconv|clean|smudge|process)[ \t]*=[ \t]*(\S.*?)[ \t]*$/gim,
  )) {
    const [whole, key = '', value = ''] = match;
    if (/^(?:true|false|\.husky(?:\/_)?|git-lfs .*|less.*|vim?|nano|code --wait|delta)$/i.test(value)) continue;
    const start = match.index + whole.lastIndexOf(value);
    look.finding(
      'agent/repository-hook',
      { start, end: start + value.length },
      `git runs what ${key} names, at the next command in the folder`,
      { level: /hookspath/i.test(key) ? 'medium' : 'high' },
    );
  }
}
