import assert from 'node:assert/strict';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { mcpClients, placesOf } from '../../src/agents/mcpSetup/mcpPlaces';
import { mcpStates, planMcpSetup, planMcpUndo } from '../../src/agents/mcpSetup/mcpSetup';
import { type ServerTables, serversIn, unwrapServers, wrapServers } from '../../src/agents/mcpSetup/wrapServers';
import { planUndo } from '../../src/agents/setup/setup';
import { apply, worldOf } from './setupWorld';

const program = '/home/me/.local/share/lockside/bin/lockside';
const { form } = mcpClients.find(({ name }) => name === 'claude-desktop')!;
const json: ServerTables = { format: 'json', paths: [['mcpServers']], form };
const toml: ServerTables = { format: 'toml', paths: [['mcp_servers']], form };

describe('an entry of a server in a configuration', () => {
  const cases: readonly (readonly [name: string, tables: ServerTables, text: string, words: readonly string[]])[] = [
    [
      'with arguments in a line',
      json,
      '{"mcpServers": {"fs": {"command": "npx", "args": ["-y", "x"], "env": {"A": "b"}}}}',
      ['npx', '-y', 'x'],
    ],
    [
      'with arguments in lines',
      json,
      '{\n\t"mcpServers": {\n\t\t"fs": {\n\t\t\t"command": "npx",\n\t\t\t"args": [\n\t\t\t\t"-y",\n\t\t\t\t"x"\n\t\t\t]\n\t\t}\n\t}\n}\n',
      ['npx', '-y', 'x'],
    ],
    ['without arguments', json, '{"mcpServers":{"fs":{"command":"run-me"}}}', ['run-me']],
    ['with no arguments in their list', json, '{"mcpServers":{"fs":{"command":"run-me","args":[]}}}', ['run-me']],
    ['with the command last', json, '{"mcpServers":{"fs":{"args":[ "a" ],"command":"run-me"}}}\r\n', ['run-me', 'a']],
    [
      'with comments, escapes and commas behind',
      json,
      '{ // mine\r\n "mcpServers": { "fs": { "command": "C:\\\\run\\u0041.exe", /* no */ "args": [ "a", ], }, }, }',
      ['C:\\runA.exe', 'a'],
    ],
    [
      'whose command is a list',
      { ...json, paths: [['mcp']] },
      '{"mcp":{"fs":{"type":"local","command":["npx", "-y","x"],"enabled":true}}}',
      ['npx', '-y', 'x'],
    ],
    [
      'of a project',
      { ...json, paths: [['mcpServers'], ['projects', '*', 'mcpServers']] },
      '{"projects":{"/a":{"mcpServers":{"fs":{"command":"x"}}}}}',
      ['x'],
    ],
    [
      'in TOML',
      toml,
      'model = "x"\n\n[mcp_servers.fs] # mine\ncommand = "npx"\nargs = ["-y", \'x\']\n\n[mcp_servers.fs.env]\nA = "b"\n',
      ['npx', '-y', 'x'],
    ],
    [
      'in TOML, over lines',
      toml,
      "[mcp_servers.fs]\nargs = [\n  '-y', # yes\n  'x',\n]\ncommand = 'npx'\n",
      ['npx', '-y', 'x'],
    ],
    ['in TOML, without arguments', toml, '[mcp_servers.fs]\ncommand = "run-me"\nenabled = true\n', ['run-me']],
    ['in TOML, in one line', toml, 'mcp_servers.fs = { command = "run-me", enabled = true }\n', ['run-me']],
  ];
  for (const [name, tables, text, words] of cases)
    it(`is wrapped and unwrapped to the byte: ${name}`, () => {
      const done = wrapServers(text, tables, program);
      assert.ok(!('error' in done));
      assert.deepEqual(done.names, ['fs']);
      const { command, args = [] } = entryOf(done.text, tables);
      const all = [command, args].flat();
      assert.equal(all[0], program);
      assert.equal(all[1], 'mcp');
      assert.ok(all.includes('fs') || all.includes('--name=fs'));
      assert.deepEqual(all.slice(all.indexOf('--') + 1), words);
      assert.deepEqual(wrapServers(done.text, tables, program), {
        ...{ text: done.text, names: [], reached: [], left: [] },
      });
      assert.deepEqual(serversIn(done.text, tables), [{ name: 'fs', wrapped: true, remote: false }]);
      const back = unwrapServers(done.text, tables);
      assert.equal('text' in back && back.text, text);
      if (tables.format !== 'json') return;
      const anew = unwrapServers(JSON.stringify(parseJsonc(done.text), null, 2), tables);
      assert.deepEqual('text' in anew && parseJsonc(anew.text), parseJsonc(text), 'written anew by its client');
    });

  it('is left as it is where the file is broken', () => {
    assert.ok('error' in wrapServers('{"mcpServers":{"a":', json, program));
    assert.ok('error' in wrapServers('[mcp_servers', toml, program));
    assert.ok('error' in wrapServers('mcp_servers.a.command = "x"\nmcp_servers.a.enabled = true\n', toml, program));
  });
});

describe('setting servers up', () => {
  for (const client of mcpClients)
    it(`is undone to the byte: ${client.title}`, () => {
      const files = new Map<string, string>();
      const world = worldOf(files);
      const [place] = placesOf(client, world);
      const table = place!.paths[0]!.at(-1)!;
      const before =
        place!.format === 'toml'
          ? `[${table}.a]\ncommand = "x"\n`
          : `{"${table}": {"a": {"command": ${client.name === 'opencode' ? '["x"]' : '"x"'}}}}`;
      files.set(place!.file, before);
      apply(files, planMcpSetup(world, client.name));
      assert.notEqual(files.get(place!.file), before);
      assert.deepEqual(
        mcpStates(world, '/shop').map(it => [it.client, it.servers[0]?.wrapped]),
        [[client.name, true]],
      );
      apply(files, planMcpUndo(world, client.name, '/shop'));
      assert.equal(files.get(place!.file), before);
    });

  it('leaves the files of a project alone, unless they are meant, and keeps the program while one needs it', () => {
    const files = new Map([['/shop/.mcp.json', '{"mcpServers":{"a":{"command":"x"}}}']]);
    const world = worldOf(files);
    apply(files, planMcpSetup(world, 'claude-code'));
    assert.equal(files.size, 1);
    const plan = planMcpSetup(world, 'claude-code', '/shop');
    assert.ok('next' in plan && /whoever shares it/.test(plan.next.join()));
    apply(files, plan);
    assert.ok(files.get('/shop/.mcp.json')!.includes('mcp'));
    apply(files, planUndo(world, 'claude-code'));
    assert.ok([...files.keys()].some(file => file.endsWith('/bin/lockside')));
  });
});

function entryOf(text: string, { format, paths }: ServerTables): { command: string | string[]; args?: string[] } {
  const find = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('fs' in value) return value.fs;
    return Object.values(value)
      .map(find)
      .find(it => it !== undefined);
  };
  assert.ok(paths.length > 0);
  return find(format === 'toml' ? parseToml(text) : parseJsonc(text)) as {
    command: string | string[];
    args?: string[];
  };
}
