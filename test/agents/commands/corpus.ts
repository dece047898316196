import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAction } from '../../../src/agents/commands/judgeAction';
import type { CommandWorld } from '../../../src/agents/commands/judgeCommand';
import { createAgentPermissions } from '../../../src/core/agentPermissions';
import { createPolicy } from '../../../src/core/policy';

const folders: Readonly<Record<string, readonly string[]>> = {
  '': [
    '.env',
    '.env.example',
    '.gitignore',
    'README.md',
    'package.json',
    'server.pem',
    'src',
    'certs',
    'dist',
    '.lockside',
    '.claude',
    'link-to-env',
  ],
  src: ['app.ts', 'index.ts'],
  certs: ['site.key', 'site.crt'],
};

const links: Readonly<Record<string, string>> = { 'link-to-env': '.env' };

/** A workspace that stands nowhere: names of files, and one link. */
const world: CommandWorld = {
  client: 'claude-code',
  permissions: createAgentPermissions([]),
  disk: {
    list: folder => folders[folder.replace(/^\.\/?|\/$/g, '')] ?? [],
    exists: path =>
      /^(?:\.\/)?(?:\.env|package\.json|lockside\.lock|\.lockside\/waivers\.json|\.claude\/settings\.json|\.vscode\/settings\.json|\.github\/workflows\/ci\.yml)$/.test(
        path,
      ),
  },
  pathsOf: path => {
    const parts: string[] = [];
    for (const part of path.replace(/^\.\.\/ws\//, '').split('/')) {
      if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
    }
    const plain = parts.join('/');
    return [plain, ...(links[plain] ? [links[plain]] : [])];
  },
};

const policy = createPolicy([], '2026-01-01');

/** What the defaults say of a command. */
export function answerTo(command: string) {
  return judgeAction({ tool: 'Bash', input: { command }, command, redactsReads: true }, world, policy);
}

/** Commands that people and agents run every day; those with more lines end where the next one begins. */
export function everyday(): string[] {
  return readFileSync(join(__dirname, 'everyday.txt'), 'utf8').split('\n').filter(Boolean);
}
