import assert from 'node:assert/strict';
import { createAgentPermissions, type FileAccess, type FileLayer } from '../../src/core/agentPermissions';

const layer = (
  name: FileLayer['layer'],
  tightenOnly: boolean,
  ...rules: NonNullable<FileLayer['rules']>
): FileLayer => ({
  layer: name,
  tightenOnly,
  rules,
});

describe('the matrix of what agents may do to files', () => {
  const cases: [string, readonly FileLayer[], string, FileAccess, string][] = [
    ['keeps .env from reading', [], '.env', 'read', 'block'],
    ['in any folder', [], 'a/b/.env.local', 'read', 'block'],
    ['whatever its case', [], 'a/.ENV', 'read', 'block'],
    ['but not its example', [], '.env.example', 'read', 'allow'],
    ['nor writing it', [], '.env', 'write', 'allow'],
    ['asks about CI', [], '.github/workflows/ci.yml', 'edit', 'ask'],
    ["asks about agents' configuration", [], '/home/x/.claude/settings.json', 'write', 'ask'],
    ['keeps sign-offs', [], '.lockside/sign-offs/a.json', 'write', 'block'],
    ['lets all else be', [], 'src/app.ts', 'edit', 'allow'],
    ['lets a team loosen', [layer('workspace', false, { paths: ['.env'], read: 'allow' })], '.env', 'read', 'allow'],
    ['but no person alone', [layer('user', true, { paths: ['.env'], read: 'allow' })], '.env', 'read', 'block'],
    ['lets a person tighten', [layer('user', true, { paths: ['src/**'], edit: 'ask' })], 'src/app.ts', 'edit', 'ask'],
    [
      'takes the strictest',
      [
        layer('organisation', false, { paths: ['.env'], read: 'block' }),
        layer('workspace', false, { paths: ['.env'], read: 'allow' }),
      ],
      '.env',
      'read',
      'block',
    ],
    [
      'takes the last of a layer',
      [layer('workspace', false, { paths: ['**'], read: 'block' }, { paths: ['src/**'], read: 'allow' })],
      'src/a.ts',
      'read',
      'allow',
    ],
    [
      'leaves other clients alone',
      [layer('workspace', false, { paths: ['src/**'], read: 'block', clients: ['codex'] })],
      'src/a.ts',
      'read',
      'allow',
    ],
  ];
  for (const [name, layers, path, access, action] of cases)
    it(`${name}: ${access} ${path}`, () =>
      assert.equal(createAgentPermissions(layers).decide(path, access, 'claude-code').action, action));
});
