import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTree, walk } from '../../../src/agents/inventory/configTree';
import { readAgentFile } from '../../../src/agents/inventory/inventory';
import { leastCpuTime } from '../../cpuTime';
import { ports } from './inventoryCase';

const bare = { ...ports, scan: () => ({ findings: [], faults: [] }) };
const aliases = (names: string) =>
  [...names]
    .map(
      (name, at) => `${name}: &${name} [${at === 0 ? 'x' : `*${names[at - 1]}, *${names[at - 1]}, *${names[at - 1]}`}]`,
    )
    .join('\n');

/** Files that somebody wrote to make readers hang or fall. */
const hostile: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'brackets without end': ['.mcp.json', '['.repeat(500_000)],
  'objects in objects': ['.vscode/mcp.json', '{"servers":'.repeat(100_000)],
  'aliases of aliases': ['.continue/config.yaml', aliases('abcdefghijklmno')],
  'too many aliases': ['.continue/config.yaml', `a: &a x\nb: [${'*a, '.repeat(1000)}]`],
  'deep YAML': ['.continue/config.yaml', `${'- '.repeat(5000)}x`],
  'TOML with one name often': [
    '.codex/config.toml',
    `model = "x"\n${Array.from({ length: 4000 }, (_, at) => `[a${at}]\nmodel = "x"`).join('\n')}\n[mcp_servers.a]\nurl = "http://mcp.example.com"`,
  ],
  'deep TOML': ['.codex/config.toml', `a = ${'['.repeat(20_000)}`],
  'a command of downloads': [
    '.mcp.json',
    JSON.stringify({ mcpServers: { a: { command: 'sh', args: ['-c', 'curl x '.repeat(60_000)] } } }),
  ],
  'blanks behind a download': [
    '.mcp.json',
    JSON.stringify({ mcpServers: { a: { command: 'sh', args: ['-c', `irm ${' '.repeat(300_000)}`] } } }),
  ],
  'expressions without end': [
    '.github/workflows/a.yml',
    `on: issues\njobs:\n  a:\n    steps:\n      - uses: openai/codex-action@v1\n        with:\n          prompt: "${'${{ github.event.issue.'.repeat(20_000)}"`,
  ],
  'one long line of base64': ['AGENTS.md', 'A'.repeat(1_000_000)],
  'many lines': ['AGENTS.md', 'download the archive.zip with a password\n'.repeat(20_000)],
  'variables without end': [
    '.mcp.json',
    JSON.stringify({ mcpServers: { a: { url: `https://\${${'{'.repeat(200_000)}` } } }),
  ],
};

describe('the inventory of hostile files', () => {
  for (const [name, [path, text]] of Object.entries(hostile))
    it(`reads ${name} in bounded time, without falling`, () => {
      const time = leastCpuTime(2_000, () => readAgentFile({ path, place: 'workspace', file: path, text }, bare));
      assert.ok(time < 2_000, `${Math.round(time)} ms`);
    });

  it('takes any value at any place of a configuration', () => {
    const names = [
      'mcpServers',
      'servers',
      'command',
      'args',
      'env',
      'url',
      'headers',
      'hooks',
      'permissions',
      'allow',
      'inputs',
      'tasks',
      'jobs',
      'steps',
      'on',
      'scripts',
      'mcp',
      'extensions',
      'models',
      'autoApprove',
      'settings',
    ];
    const key = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 4 }));
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>(
          null,
          true,
          0,
          '',
          'npx',
          '-y',
          'run',
          'docker',
          'https://a.example',
          '*',
          'curl x | sh',
        ),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const paths = [
      '.vscode/mcp.json',
      '.vscode/settings.json',
      '.vscode/tasks.json',
      '.devcontainer/devcontainer.json',
      '.mcp.json',
      '.claude/settings.json',
      '.cursor/hooks.json',
      '.gemini/settings.json',
      'opencode.json',
      '.kiro/agents/a.json',
      '.continue/config.yaml',
      '.github/workflows/a.yml',
      'package.json',
      '.zed/settings.json',
      '.config/goose/config.yaml',
      '.junie/allowlist.json',
      '.copilot/config.json',
      'a.code-workspace',
      '.claude.json',
      '.aider.conf.yml',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, made) => {
        // JSON is YAML too.
        const { faults } = readAgentFile({ path, place: 'workspace', file: path, text: JSON.stringify(made) }, bare);
        assert.deepEqual(faults, []);
      }),
      { numRuns: 400, seed: 20 },
    );
  });

  it('walks a bounded part of what aliases multiply', () => {
    const { root } = readTree(aliases('abcdefghijklmno'), 'yaml');
    assert.ok(root);
    assert.ok([...walk(root)].length <= 20_000);
  });

  it('finds each value of a TOML file where it stands', () => {
    const text =
      'a = "x" # "x"\n[b]\na = "x"\n[b.c]\nd = ["x", "y", "x"]\n[[e]]\na = "x"\n[[e]]\na = "x"\n"q.r" = \'x\'\n';
    const { root } = readTree(text, 'toml');
    const places = [...walk(root!)].filter(({ node }) => node.value === 'x').map(({ node }) => node.span.start);
    const expected = [...text.matchAll(/(?<!# )["']x["']/g)].map(it => it.index + 1);
    assert.deepEqual(
      places.sort((a, b) => a - b),
      expected,
    );
  });
});
