import assert from 'node:assert/strict';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { field, readTree, textIn } from '../../src/agents/inventory/configTree';
import { readServers } from '../../src/agents/inventory/server';
import { mcpClients, placesOf } from '../../src/agents/mcpSetup/mcpPlaces';
import { mcpStates, planMcpSetup, planMcpUndo } from '../../src/agents/mcpSetup/mcpSetup';
import { type ServerTables, serversIn, unwrapServers, wrapServers } from '../../src/agents/mcpSetup/wrapServers';
import { apply, worldOf } from './setupWorld';

const program = '/home/me/.local/share/lockside/bin/lockside';

/** How an entry with an address stands in the file of a client. */
interface Case {
  readonly client: string;
  readonly what: string;
  readonly text: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const url = 'https://mcp.example.com/mcp';
const bearer = (value: string) => ({ Authorization: `Bearer ${value}` });

const cases: readonly Case[] = [
  {
    ...{ client: 'vscode', what: 'with an input, in lines', url, headers: bearer('${input:pat}') },
    text: `{\n\t// mine\n\t"inputs": [],\n\t"servers": {\n\t\t"gh": {\n\t\t\t"type": "http",\n\t\t\t"url": "${url}",\n\t\t\t"headers": {\n\t\t\t\t"Authorization": "Bearer \${input:pat}"\n\t\t\t},\n\t\t\t"gallery": true\n\t\t}\n\t}\n}\n`,
  },
  {
    ...{
      client: 'vscode',
      what: 'of the older transport, headers first',
      url,
      headers: { 'X-Api-Key': '${env:KEY}', x_team: 'a' },
    },
    text: `{"servers":{"gh":{"headers" :{ "X-Api-Key": "\${env:KEY}" , "x_team":"a", } , "url" : /* here */ "${url}", "type":"sse",},},}\r\n`,
  },
  {
    ...{ client: 'claude-code', what: 'with a variable', url, headers: bearer('${GH_TOKEN:-none}') },
    text: `{"mcpServers": {"gh": {"type": "http", "url": "${url}", "headers": {"Authorization": "Bearer \${GH_TOKEN:-none}"}}}}`,
  },
  {
    ...{ client: 'claude-code', what: 'of a project, with its token', url, headers: bearer('abcd') },
    text: `{"projects":{"/a":{"mcpServers":{"gh":{"type":"http","url":"${url}","headers":{"Authorization":"Bearer abcd"}}}}}}`,
  },
  {
    ...{ client: 'cursor', what: 'whose key is in its address', url: `${url}?apiKey=\${env:KEY}` },
    text: `{"mcpServers": {"gh": {"url": "${url}?apiKey=\${env:KEY}"}}}`,
  },
  {
    ...{ client: 'cursor', what: 'on this machine, with escapes', url: 'http://localhost:3000/mcp' },
    text: '{ "mcpServers": {\n  "gh": {\n    "url": "http:\\/\\/localhost:3000/mcp"\n  }\n} }',
  },
  {
    ...{
      client: 'cursor',
      what: 'on this machine, with no headers in their table',
      url: 'http://[::1]:3000/mcp',
      headers: {},
    },
    text: '{"mcpServers":{"gh":{"url":"http://[::1]:3000/mcp","headers":{ }}}}',
  },
  {
    ...{ client: 'windsurf', what: 'of its own name', url, headers: bearer('${env:T}') },
    text: `{"mcpServers":{"gh":{"serverUrl":"${url}","headers":{"Authorization":"Bearer \${env:T}"},"disabledTools":[]}}}`,
  },
  {
    ...{ client: 'codex', what: 'with a table in a line', url, headers: { 'X-Api-Key': 'a$b' } },
    text: `model = "x"\n\n[mcp_servers.gh] # mine\nurl = "${url}"\nhttp_headers = { "X-Api-Key" = 'a$b' }\nenabled = true\n`,
  },
  {
    ...{
      client: 'codex',
      what: 'with a table of its own',
      url,
      headers: { Authorization: 'Bearer abc', 'X-Team': 'b' },
    },
    text: `[mcp_servers.gh]\nurl = '${url}'\n\n[mcp_servers.gh.http_headers]\nAuthorization = "Bearer abc" # old\nX-Team = "b"\n\n[other]\na = 1\n`,
  },
  {
    ...{ client: 'codex', what: 'in one line', url: 'http://127.0.0.1:1/mcp' },
    text: 'mcp_servers.gh = { url = "http://127.0.0.1:1/mcp", enabled = true }\n',
  },
  {
    ...{ client: 'gemini-cli', what: 'of its own name', url, headers: bearer('$T') },
    text: `{"mcpServers":{"gh":{"httpUrl":"${url}","headers":{"Authorization":"Bearer $T"},"timeout":5000,"trust":false}}}`,
  },
  {
    ...{ client: 'copilot-cli', what: 'with its token', url, headers: bearer('abcd') },
    text: `{"mcpServers":{"gh":{"type":"http","url":"${url}","headers":{"Authorization":"Bearer abcd"},"tools":["*"]}}}`,
  },
  {
    ...{ client: 'opencode', what: 'with a variable', url, headers: bearer('{env:T}') },
    text: `{"mcp":{"gh":{"type":"remote","url":"${url}","enabled":true,"headers":{"Authorization":"Bearer {env:T}"}}}}`,
  },
  {
    ...{ client: 'opencode', what: 'on this machine', url: 'http://127.0.0.1:3/mcp' },
    text: '{"mcp":{"gh":{"type":"remote","url":"http://127.0.0.1:3/mcp"}}}',
  },
  {
    ...{ client: 'cline', what: 'with a variable', url, headers: bearer('${env:T}') },
    text: `{"mcpServers":{"gh":{"type":"streamableHttp","url":"${url}","headers":{"Authorization":"Bearer \${env:T}"},"autoApprove":[]}}}`,
  },
  {
    ...{ client: 'roo', what: 'with a variable', url, headers: bearer('${env:T}') },
    text: `{"mcpServers":{"gh":{"type":"streamable-http","url":"${url}","headers":{"Authorization":"Bearer \${env:T}"},"alwaysAllow":[]}}}`,
  },
  {
    ...{ client: 'kiro', what: 'with a variable', url, headers: bearer('${T}') },
    text: `{"mcpServers":{"gh":{"url":"${url}","headers":{"Authorization":"Bearer \${T}"},"disabled":false}}}`,
  },
  {
    ...{ client: 'amazon-q', what: 'with its token', url, headers: bearer('abcd') },
    text: `{"mcpServers":{"gh":{"type":"http","url":"${url}","headers":{"Authorization":"Bearer abcd"}}}}`,
  },
];

describe('an entry with an address', () => {
  for (const one of cases)
    it(`is wrapped and unwrapped to the byte: ${one.client}, ${one.what}`, () => {
      const tables = tablesOf(one.client);
      const done = wrapServers(one.text, tables, program);
      assert.ok(!('error' in done));
      assert.deepEqual([done.names, done.reached, done.left], [['gh'], ['gh'], []]);
      const entry = entryOf(done.text, tables);
      const words = [entry.command, entry.args ?? []].flat() as string[];
      assert.deepEqual(words.slice(0, 4), [program, 'mcp', '--name=gh', '--stdio']);
      assert.equal(words.length, 5);
      assert.ok(words.every(word => !word.includes('example.com') && !word.includes('Bearer')));
      assert.ok(['stdio', 'local', undefined].includes(entry.type as string | undefined));
      assert.ok(!('url' in entry) && !('headers' in entry) && !('http_headers' in entry));
      assert.deepEqual(serversIn(done.text, tables), [{ name: 'gh', wrapped: true, remote: true }]);
      assert.deepEqual(readOf(done.text, tables), readOf(one.text, tables), 'the inventory sees the same');
      assert.equal(readOf(done.text, tables).url, one.url);
      assert.deepEqual(readOf(done.text, tables).headers, Object.entries(one.headers ?? {}));
      const again = wrapServers(done.text, tables, program);
      assert.equal('text' in again && again.text, done.text);
      const back = unwrapServers(done.text, tables);
      assert.equal('text' in back && back.text, one.text);
      if (tables.format === 'toml') return;
      for (const [space, sorts] of [
        [2, false],
        [0, false],
        [4, true],
      ] as const) {
        const written = parseJsonc(done.text) as object;
        const anew = unwrapServers(JSON.stringify(sorts ? sorted(written) : written, null, space), tables);
        assert.deepEqual('text' in anew && parseJsonc(anew.text), parseJsonc(one.text), 'written anew by its client');
      }
    });

  const lefts: readonly (readonly [client: string, entry: string, why: RegExp])[] = [
    ['claude-code', `{"type":"http","url":"${url}"}`, /nobody can log in/],
    ['claude-code', `{"type":"http","url":"${url}","headers":{"X-Toolset":"a"}}`, /nobody can log in/],
    ['claude-code', `{"type":"http","url":"${url}","headers":{"Authorization":"$T"}}`, /placeholders/],
    ['claude-code', `{"type":"http","url":"${url}","headers":{"Authorization":"\${A:-\${B}}"}}`, /placeholders/],
    ['copilot-cli', `{"url":"${url}","headers":{"Authorization":"Bearer \${T}"}}`, /placeholders/],
    ['cursor', `{"url":"${url}/{env:T}?token=1"}`, /placeholders/],
    ['claude-code', `{"type":"http","url":"${url}","headersHelper":"x"}`, /"headersHelper", which only the client/],
    ['opencode', `{"type":"remote","url":"${url}","oauth":{}}`, /"oauth"/],
    ['cursor', `{"url":"${url}","env":{"A":"b"}}`, /"env"/],
    ['cursor', '{"url":"http://mcp.example.com/mcp","headers":{"Authorization":"x"}}', /https/],
    ['cursor', '{"url":"http://host.docker.internal:1/mcp"}', /https/],
    ['cursor', '{"url":"wss://mcp.example.com/mcp","headers":{"Authorization":"x"}}', /does not speak wss/],
    ['cursor', '{"url":"${env:MCP}/mcp","headers":{"Authorization":"x"}}', /told by a variable/],
    ['cursor', '{"url":"https://me:pw@mcp.example.com"}', /a user/],
    ['cursor', `{"url":"${url}","headers":{"x.token":"a"}}`, /not known/],
    ['cursor', `{"url":"${url}","headers":{"x-_token":"a"}}`, /not known/],
    ['cursor', `{"url":"${url}","headers":{"\\u0041uthorization":"a"}}`, /not known/],
    ['cursor', `{"url":"${url}","headers":["Authorization"]}`, /not known/],
    ['cursor', `{"url":"${url}","url":"${url}","headers":{"Authorization":"a"}}`, /not known/],
    ['gemini-cli', `{"url":"${url}","httpUrl":"${url}","headers":{"Authorization":"a"}}`, /not known/],
    ['cursor', `{"url":"${url}","type":"websocket","headers":{"Authorization":"a"}}`, /not known/],
    ['cursor', '{"disabled":true}', /not known/],
  ];
  for (const [client, entry, why] of lefts)
    it(`is left as it is, and why: ${client} ${entry}`, () => {
      const tables = tablesOf(client);
      const text = `{"${tables.paths[0]!.at(-1)}":{"gh":${entry}}}`;
      const done = wrapServers(text, tables, program);
      assert.ok(!('error' in done));
      assert.equal(done.text, text);
      assert.deepEqual(done.names, []);
      assert.match(done.left[0]!.why, why);
      assert.equal(serversIn(text, tables)[0]!.left?.why, done.left[0]!.why);
      assert.ok(!done.left[0]!.why.includes('Bearer'));
    });

  it('that a client may have to log in to is changed where that is meant', () => {
    const text = `{"mcpServers":{"gh":{"type":"http","url":"${url}"},"fs":{"command":"npx","args":["-y","x"]}}}`;
    const tables = tablesOf('claude-code');
    const without = wrapServers(text, tables, program);
    assert.deepEqual('names' in without && [without.names, without.left[0]?.login], [['fs'], true]);
    const done = wrapServers(text, tables, program, true);
    assert.ok('names' in done);
    assert.deepEqual([done.names, done.reached], [['gh', 'fs'], ['gh']]);
    const back = unwrapServers(done.text, tables);
    assert.equal('text' in back && back.text, text);
  });

  it('is given back with what was added to it since', () => {
    const tables = tablesOf('cursor');
    const done = wrapServers('{"mcpServers":{"gh":{"url":"http://localhost:1/mcp"}}}', tables, program);
    assert.ok('text' in done);
    const text = done.text.replace('mcp"}', 'mcp", "HTTPS_PROXY": "http://proxy.example"}, "disabled": true');
    const back = unwrapServers(text, tables);
    assert.deepEqual('text' in back && parseJsonc(back.text), {
      mcpServers: {
        gh: { url: 'http://localhost:1/mcp', env: { HTTPS_PROXY: 'http://proxy.example' }, disabled: true },
      },
    });
  });

  it('of a program in the repository that has our name is not seen through', () => {
    const text = `{"mcpServers":{"gh":{"command":"./lockside","args":["mcp","--stdio"],"env":{"LOCKSIDE_MCP_URL":"${url}"}}}}`;
    const { root } = readTree(text, 'json');
    const [server] = readServers(field(root, 'mcpServers'));
    assert.equal(server!.url, undefined);
    assert.equal(textIn(server!.command), './lockside');
  });
});

describe('setting up servers with addresses', () => {
  for (const client of mcpClients)
    it(`is told, and undone to the byte: ${client.title}`, () => {
      const files = new Map<string, string>();
      const world = worldOf(files);
      const [place] = placesOf(client, world);
      const table = place!.paths[0]!.at(-1)!;
      const before =
        place!.format === 'toml'
          ? `[${table}.a]\nurl = "${url}"\nhttp_headers = { Authorization = "Bearer x" }\n\n[${table}.b]\nurl = "${url}"\n`
          : `{"${table}": {"a": {"url": "${url}", "headers": {"Authorization": "Bearer x"}}, "b": {"url": "${url}"}}}`;
      files.set(place!.file, before);
      const plan = planMcpSetup(world, client.name);
      assert.ok('next' in plan && /b was left as it is: .*--remote/.test(plan.next.join()));
      assert.ok(plan.changes.flatMap(({ shown }) => shown).includes('a: lockside mcp --name a --stdio'));
      apply(files, plan);
      const states = mcpStates(world, '/shop')[0]!.servers;
      assert.deepEqual(
        states.map(({ name, wrapped, remote, left }) => [name, wrapped, remote, left?.login]),
        [
          ['a', true, true, undefined],
          ['b', false, true, true],
        ],
      );
      apply(files, planMcpSetup(world, client.name, undefined, true));
      assert.ok(mcpStates(world, '/shop')[0]!.servers.every(({ wrapped }) => wrapped));
      apply(files, planMcpUndo(world, client.name, '/shop'));
      assert.equal(files.get(place!.file), before);
    });
});

function tablesOf(name: string): ServerTables {
  return placesOf(mcpClients.find(client => client.name === name)!, worldOf(new Map()))[0]!;
}

/** What the inventory reads of the one server. */
function readOf(text: string, { format, paths }: ServerTables) {
  const { root } = readTree(text, format);
  const tables = paths.flatMap(path => field(root, ...path.map(name => (name === '*' ? '/a' : name))) ?? []);
  const [server] = tables.flatMap(table => readServers(table));
  return {
    ...{ url: textIn(server?.url), words: server?.words, args: server?.args, env: server?.env.map(({ name }) => name) },
    headers: server?.headers.map(({ name, node }) => [name, textIn(node)]),
  };
}

function entryOf(text: string, { format }: ServerTables): Record<string, unknown> {
  const find = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return undefined;
    if ('gh' in value) return value.gh;
    return Object.values(value)
      .map(find)
      .find(it => it !== undefined);
  };
  return find(format === 'toml' ? parseToml(text) : parseJsonc(text)) as Record<string, unknown>;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
