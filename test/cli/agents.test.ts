import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AgentFinding, AgentItem } from '../../src/core/agents';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 11);

interface Told {
  readonly items: readonly AgentItem[];
  readonly findings: readonly (AgentFinding & { readonly file: string })[];
  readonly faults: readonly { readonly where?: string; readonly message: string }[];
}

describe('lockside agents', function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const homes: string[] = [];
  const folder = (files: Readonly<Record<string, string>>) => {
    const made = makeFolder(files);
    folders.push(made);
    return made;
  };
  const makeHome = (files: Readonly<Record<string, string>>) => {
    const path = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-home-')));
    homes.push(path);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    return path;
  };
  afterEach(() => {
    for (const one of folders.splice(0)) one.remove();
    for (const one of homes.splice(0)) rmSync(one, { recursive: true, force: true });
  });
  const told = async (made: Folder, ...args: readonly string[]): Promise<Told & { code: number | null }> => {
    const { stdout, stderr, code } = await made.run(['agents', '--format', 'json', ...args]);
    assert.ok(!`${stdout}${stderr}`.includes(token), 'a secret is told');
    return { ...(JSON.parse(stdout) as Told), code };
  };
  const ids = ({ findings }: Told) => [...new Set(findings.map(it => it.detector))].sort();

  it('finds a bearer inside a rule of permissions, and fails where it would be packed (S4)', async () => {
    const made = folder({
      '.claude/settings.local.json': JSON.stringify({
        permissions: { allow: [`Bash(curl -H "Authorization: Bearer ${token}" https://a.example.com)`] },
      }),
      'package.json': '{ "name": "x", "version": "1.0.0" }',
      'packed.json': JSON.stringify([{ files: [{ path: 'package.json' }, { path: '.claude/settings.local.json' }] }]),
      'clean.json': JSON.stringify([{ files: [{ path: 'package.json' }] }]),
    });
    const found = await told(made, '.', '--packed', 'packed.json');
    assert.deepEqual([ids(found), found.code], [['agent/inline-secret'], 1]);
    const clean = await told(made, '.', '--packed', 'clean.json');
    assert.deepEqual([ids(clean), clean.code], [[], 0]);
  });

  it('is decided by the policy, but for trust that a repository grants itself (S21, S41)', async () => {
    const made = folder({
      '.claude/settings.json': '{ "enableAllProjectMcpServers": true }',
      '.vscode/settings.json': JSON.stringify({ 'lockside.rules': [{ detectors: ['agent/*'], action: 'allow' }] }),
    });
    assert.deepEqual(ids(await told(made, '.')), ['agent/self-trust']);
  });

  it('tells servers that the settings do not list', async () => {
    const made = folder({
      '.vscode/settings.json': '{ "lockside.mcp.allowedServers": ["@acme/*"] }',
      '.mcp.json':
        '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp@1.0.0"] }, "b": { "command": "npx", "args": ["-y", "@other/mcp@1.0.0"] } } }',
    });
    const { findings } = await told(made, '.');
    assert.deepEqual(
      findings.map(it => [it.detector, it.item?.split(':').at(-1)]),
      [['agent/unlisted-server', 'b']],
    );
  });

  it('lets go what a comment accepts', async () => {
    const made = folder({
      '.vscode/mcp.json':
        '{ "servers": {\n  // lockside:ignore-next-line agent/unpinned-package we look at each release\n  "a": { "command": "npx", "args": ["-y", "@acme/mcp"] } } }',
    });
    const { findings, code } = await told(made, '.');
    assert.deepEqual([findings, code], [[], 0]);
  });

  it('reads SARIF with the catalogues, jsonl by rows, and text by client, the worst first', async () => {
    const made = folder({
      '.mcp.json': `{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp"] } } }`,
      '.cursor/mcp.json': `{ "mcpServers": { "a": { "command": "node", "env": { "GITHUB_TOKEN": "${token}" } } } }`,
    });
    const sarif = JSON.parse((await made.run(['agents', '.', '--format', 'sarif'])).stdout);
    const rule = sarif.runs[0].tool.driver.rules.find((it: { id: string }) => it.id === 'agent/inline-secret');
    assert.deepEqual(rule.properties.mcp, ['MCP01']);
    assert.deepEqual(rule.properties.atlas, ['AML.T0055']);
    const rows = (await made.run(['agents', '.', '--format', 'jsonl'])).stdout
      .trim()
      .split('\n')
      .map(it => JSON.parse(it));
    assert.deepEqual(rows.map(it => it.level).sort(), ['critical', 'medium']);
    const { stdout } = await made.run(['agents', '.']);
    assert.ok(
      stdout.indexOf('Cursor: 1 critical') >= 0 && stdout.indexOf('Cursor') < stdout.indexOf('Claude Code: 1 medium'),
      stdout,
    );
    assert.match(stdout, /server: a \(@acme\/mcp\)/);
    assert.ok(!stdout.includes(token));
  });

  it('looks at known places of a home alone, and quickly, however many sessions lie there', async () => {
    const home = makeHome({
      '.claude/settings.json': '{ "permissions": { "allow": ["Bash(*)"] } }',
      '.codex/config.toml': 'model = "o3"\n',
    });
    for (let project = 0; project < 30; project++) {
      const at = join(home, `.claude/projects/p${project}`);
      mkdirSync(at, { recursive: true });
      for (let session = 0; session < 100; session++) writeFileSync(join(at, `${session}.jsonl`), '{"a":1}\n');
    }
    // The places that are read say it, whatever the machine does meanwhile.
    const { findings, items } = await told(folder({}), '--home', home);
    assert.deepEqual(
      findings.map(it => it.file),
      ['~/.claude/settings.json'],
    );
    assert.ok(items.every(it => !it.file.includes('projects')));
  });

  it('ends with 2 for a path that is not there, and says what a broken file is', async () => {
    const made = folder({ '.mcp.json': '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp"] }, ' });
    const broken = await told(made, '.');
    assert.match(broken.faults[0]?.message ?? '', /not valid JSON/);
    assert.deepEqual(ids(broken), ['agent/unpinned-package']);
    assert.equal((await made.run(['agents', 'nowhere'])).code, 2);
  });
});
