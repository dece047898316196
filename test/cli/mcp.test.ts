import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sample } from '../../src/core/detectors/sample';
import { serve } from '../gateway/mcp/remoteRig';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 41);
const server = ['--', process.execPath, join(__dirname, '../gateway/mcp/smallServer.mjs')];

describe('lockside mcp', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder({
      '.vscode/settings.json': '{"lockside.mcp.permissions": [{"tools": ["write_*"], "action": "block"}]}',
    });
  });
  after(() => folder.remove());

  const call = (id: number, name: string, input: object = {}) =>
    `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: input } })}\n`;

  it('stands before a server that it starts, with the policy of the folder, and redacts its log as well', async () => {
    const input =
      call(1, 'echo', { text: `GITHUB_TOKEN=${token}` }) +
      call(2, 'write_file') +
      call(3, 'log', { text: `TOKEN=${token}` });
    const { code, stdout, stderr } = await folder.run(['mcp', '--name', 'small', ...server], input);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1/);
    assert.match(stdout, /"id":2,"error":.*write_file of small.*workspace policy/);
    assert.match(stderr, /TOKEN=SECRET_GITHUB_TOKEN_1/);
    assert.ok(!stdout.includes(token) && !stderr.includes(token));
  });

  it('reaches a server behind an address for a client that talks by stdio, with headers from variables', async () => {
    const remote = await serve({ echo: ({ text }) => text, write_file: () => 'written' });
    const begin = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const input =
      `${JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params: begin })}\n` +
      '{"jsonrpc":"2.0","method":"notifications/initialized"}\n' +
      call(1, 'echo', { text: `GITHUB_TOKEN=${token}` }) +
      call(2, 'write_file');
    const env = { LOCKSIDE_MCP_URL: remote.url, LOCKSIDE_MCP_HEADER_X_Api_Key: 'abc' };
    const { code, stdout, stderr } = await folder.run(['mcp', '--name=small', '--stdio', '--was=url:http'], input, env);
    await remote.close();
    assert.equal(code, 0, stderr);
    assert.match(stdout, /GITHUB_TOKEN=SECRET_GITHUB_TOKEN_1/);
    assert.match(stdout, /"id":2,"error":.*write_file of small.*workspace policy/);
    assert.ok(!stdout.includes(token) && !stderr.includes(token));
    assert.ok(remote.requests.every(({ headers }) => headers['x-api-key'] === 'abc'));
    assert.equal(remote.requests.at(-1)!.method, 'DELETE');
  });

  const ends: readonly (readonly [name: string, input: object, code: number, told: RegExp])[] = [
    ['exit', { code: 5 }, 5, /exit code 5.*1 requests? unanswered/],
    ['kill', {}, 137, /SIGKILL/],
    ['half', { id: 1 }, 3, /1 requests? unanswered/],
  ];
  for (const [name, input, code, told] of ends)
    it(`ends as its server ends: ${name}`, async () => {
      const ran = await folder.run(['mcp', ...server], call(1, name, input));
      assert.equal(ran.code, code, ran.stderr);
      assert.match(ran.stderr, told);
      assert.equal(ran.stdout, '');
    });

  it('says what is wrong before it starts anything', async () => {
    const far = { LOCKSIDE_MCP_URL: 'http://mcp.example.com/' };
    const broken = { LOCKSIDE_MCP_URL: 'https://mcp.example.com/', LOCKSIDE_MCP_HEADER_X: 'a\nb' };
    const cases: readonly (readonly [args: string[], said: RegExp, code: number, env?: Record<string, string>])[] = [
      [['--stdio'], /say where the server is/, 2],
      [['--stdio'], /LOCKSIDE_MCP_URL: over http .*https is needed/, 2, far],
      [['--stdio'], /LOCKSIDE_MCP_HEADER_X: this can't be sent/, 2, broken],
      [['--stdio', '--', 'x'], /not both/, 2],
      [[], /lockside mcp --/, 2],
      [['--http', 'http://mcp.example.com/'], /https is needed/, 2],
      [['--http', 'https://mcp.example.com/', '--', 'x'], /not both/, 2],
      [['--', './no-such-server'], /could not be started: no such file/, 127],
    ];
    const rans = await Promise.all(cases.map(([args, , , env]) => folder.run(['mcp', ...args], '', env)));
    for (const [i, [, said, code]] of cases.entries()) {
      assert.match(rans[i]!.stderr, said);
      assert.equal(rans[i]!.code, code);
    }
  });
});
