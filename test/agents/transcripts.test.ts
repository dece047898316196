import assert from 'node:assert/strict';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transcriptClients } from '../../src/agents/transcripts/transcriptClients';
import { exposureJson, exposureText } from '../../src/audit/exposureReport';
import { sample } from '../../src/core/detectors/sample';
import type { Exposed } from '../../src/core/exposure';
import { openWorkspace } from '../../src/io/openWorkspace';
import { scanTranscripts } from '../../src/io/scanTranscripts';
import { createScrubber, maskOf } from '../../src/io/scrubber';
import { scrubTranscripts } from '../../src/io/scrubTranscripts';

const github = (seed: number) => sample('ghp_{alnum:30}{crc62:6}', seed);
const [prompted, read, answered, kept] = [1, 2, 3, 4].map(github) as [string, string, string, string];
const day = '2026-11-02T10:00:00.000Z';
const lines = (...records: unknown[]) => records.map(record => `${JSON.stringify(record)}\n`).join('');

/**
 * Each client's own files, as the client writes them: `prompted` was typed, `read` came from a tool, `answered` from the model.
 * `at` is the folder that the client worked in.
 */
const sessions: Readonly<
  Record<string, { files: (at: string) => Record<string, string>; address?: string; model?: string; untimed?: boolean }>
> = {
  'claude-code': {
    address: 'https://proxy.example.com',
    model: 'claude-sonnet-4-5',
    files: at => ({
      '.claude/settings.json': JSON.stringify({
        env: { ANTHROPIC_BASE_URL: 'https://user:pw@proxy.example.com/key/v1' },
      }),
      '.claude/projects/-shop/s1.jsonl': lines(
        {
          type: 'user',
          message: { role: 'user', content: `deploy with ${prompted}` },
          timestamp: day,
          cwd: at,
          sessionId: 'session-1',
        },
        {
          type: 'assistant',
          message: {
            role: 'assistant',
            model: 'claude-sonnet-4-5',
            content: [{ type: 'text', text: `use ${answered}` }],
          },
          timestamp: day,
          cwd: at,
          sessionId: 'session-1',
        },
        {
          type: 'user',
          message: { role: 'user', content: [{ type: 'tool_result', content: `1\tTOKEN=${read}\n2\tPORT=1` }] },
          toolUseResult: { type: 'text', file: { filePath: '.env', content: `TOKEN=${read}\nPORT=1` } },
          timestamp: day,
          cwd: at,
          sessionId: 'session-1',
        },
      ),
      '.claude/shell-snapshots/snapshot.sh': `export TOKEN=${kept}\n`,
    }),
  },
  codex: {
    address: 'https://models.example.com',
    model: 'gpt-5',
    files: at => ({
      '.codex/config.toml':
        'model_provider = "own"\n[model_providers.own]\nbase_url = "https://models.example.com/v1"\n',
      '.codex/sessions/2026/11/02/rollout-1.jsonl': lines(
        { timestamp: day, type: 'session_meta', payload: { session_id: 'session-1', cwd: at, model_provider: 'own' } },
        { timestamp: day, type: 'turn_context', payload: { cwd: at, model: 'gpt-5' } },
        {
          timestamp: day,
          type: 'response_item',
          payload: { type: 'message', role: 'user', content: [{ type: 'input_text', text: `use ${prompted}` }] },
        },
        {
          timestamp: day,
          type: 'response_item',
          payload: {
            type: 'function_call',
            name: 'exec',
            arguments: JSON.stringify({ cmd: `TOKEN=${answered} make` }),
          },
        },
        {
          timestamp: day,
          type: 'response_item',
          payload: { type: 'function_call_output', call_id: 'c', output: `TOKEN=${read}\n` },
        },
      ),
      '.codex/log/codex-tui.log': `TOKEN=${kept}\n`,
    }),
  },
  'gemini-cli': {
    address: 'https://generativelanguage.googleapis.com',
    model: 'gemini-2.5-pro',
    files: at => ({
      '.gemini/tmp/shop/.project_root': at,
      '.gemini/tmp/shop/chats/session-1.jsonl': lines(
        { sessionId: 'session-1', startTime: day },
        { timestamp: day, type: 'user', content: [{ text: `use ${prompted}` }] },
        {
          timestamp: day,
          type: 'gemini',
          content: `use ${answered}`,
          model: 'gemini-2.5-pro',
          toolCalls: [{ name: 'read_file', result: [{ functionResponse: { response: { output: `TOKEN=${read}` } } }] }],
        },
      ),
      '.gemini/tmp/shop/logs/run.log': `TOKEN=${kept}\n`,
    }),
  },
  opencode: {
    address: 'https://models.example.com',
    model: 'm1',
    files: at => ({
      '.config/opencode/opencode.json': JSON.stringify({
        provider: { own: { options: { baseURL: 'https://models.example.com/v1' } } },
      }),
      '.local/share/opencode/storage/message/s1/m1.json': JSON.stringify({
        ...{ id: 'm1', sessionID: 'session-1', role: 'user', time: { created: Date.parse(day) }, path: { cwd: at } },
        model: { providerID: 'own', modelID: 'm1' },
      }),
      '.local/share/opencode/storage/message/s1/m2.json': JSON.stringify({
        ...{
          id: 'm2',
          sessionID: 'session-1',
          role: 'assistant',
          time: { created: Date.parse(day) },
          path: { cwd: at },
        },
        ...{ providerID: 'own', modelID: 'm1' },
      }),
      '.local/share/opencode/storage/part/m1/p1.json': JSON.stringify({
        ...{ id: 'p1', messageID: 'm1', sessionID: 'session-1', type: 'text', text: `use ${prompted}` },
      }),
      '.local/share/opencode/storage/part/m2/p2.json': JSON.stringify({
        ...{ id: 'p2', messageID: 'm2', sessionID: 'session-1', type: 'text', text: `use ${answered}` },
      }),
      '.local/share/opencode/storage/part/m2/p3.json': JSON.stringify({
        ...{ id: 'p3', messageID: 'm2', sessionID: 'session-1', type: 'tool' },
        state: { input: { filePath: '.env' }, output: `TOKEN=${read}\n` },
      }),
      '.local/share/opencode/log/run.log': `TOKEN=${kept}\n`,
    }),
  },
  'copilot-cli': {
    address: 'https://api.githubcopilot.com',
    model: 'gpt-5',
    files: at => ({
      '.copilot/session-state/s1/events.jsonl': lines(
        {
          type: 'session.start',
          data: { sessionId: 'session-1', selectedModel: 'gpt-5', context: { cwd: at } },
          timestamp: day,
        },
        { type: 'user.message', data: { content: `use ${prompted}` }, timestamp: day },
        { type: 'assistant.message', data: { model: 'gpt-5', content: `use ${answered}` }, timestamp: day },
        { type: 'tool.execution_complete', data: { result: { content: `TOKEN=${read}` } }, timestamp: day },
      ),
      '.copilot/logs/process.log': `TOKEN=${kept}\n`,
    }),
  },
  cline: {
    address: 'https://models.example.com',
    model: 'm1',
    files: at => ({
      '.cline/data/settings/providers.json': JSON.stringify({
        providers: { openai: { settings: { baseUrl: 'https://models.example.com/v1' } } },
      }),
      '.cline/data/sessions/s1/s1.messages.json': JSON.stringify({
        sessionId: 'session-1',
        cwd: at,
        messages: [
          { role: 'user', content: [{ type: 'text', text: `use ${prompted}` }], ts: Date.parse(day) },
          {
            role: 'assistant',
            content: [{ type: 'text', text: `use ${answered}` }],
            ts: Date.parse(day),
            modelInfo: { id: 'm1', provider: 'openai-compatible' },
          },
          {
            role: 'user',
            content: [{ type: 'tool_result', content: JSON.stringify([{ query: '.env', result: `TOKEN=${read}` }]) }],
            ts: Date.parse(day),
          },
        ],
      }),
      '.cline/data/logs/cline.log': `TOKEN=${kept}\n`,
    }),
  },
  continue: {
    address: 'https://models.example.com',
    untimed: true,
    files: at => ({
      '.continue/config.yaml': 'models:\n  - name: Own\n    model: m1\n    apiBase: https://models.example.com/v1\n',
      '.continue/sessions/s1.json': JSON.stringify({
        sessionId: 'session-1',
        workspaceDirectory: at,
        history: [
          { message: { role: 'user', content: `use ${prompted}` }, contextItems: [] },
          {
            message: { role: 'assistant', content: `use ${answered}` },
            toolCallStates: [{ toolCallId: 'c', output: [{ content: `TOKEN=${read}` }] }],
          },
        ],
      }),
      '.continue/logs/cn.log': `TOKEN=${kept}\n`,
    }),
  },
  'vscode-chat': {
    address: 'https://api.githubcopilot.com',
    model: 'copilot/gpt-5',
    files: at => ({
      '.config/Code/User/workspaceStorage/w1/workspace.json': JSON.stringify({ folder: `file://${at}` }),
      '.config/Code/User/workspaceStorage/w1/chatSessions/s1.jsonl': lines(
        { kind: 0, v: { sessionId: 'session-1', creationDate: Date.parse(day), requests: [] } },
        { kind: 1, k: ['inputState', 'inputText'], v: `export TOKEN=${kept}` },
        {
          kind: 2,
          k: ['requests'],
          v: [
            {
              requestId: 'r',
              timestamp: Date.parse(day),
              modelId: 'copilot/gpt-5',
              message: { text: `use ${prompted}` },
            },
          ],
        },
        {
          kind: 2,
          k: ['requests', 0, 'response'],
          v: [
            { value: `use ${answered}` },
            { kind: 'toolInvocationSerialized', resultDetails: { output: [{ value: `TOKEN=${read}` }] } },
          ],
        },
      ),
    }),
  },
};

describe('the clients of transcripts', () => {
  for (const client of transcriptClients.filter(({ name }) => sessions[name])) {
    it(`tell what left ${client.title}, where to, when and where it stands`, async () => {
      const place = makePlace();
      const { files, address, model, untimed } = sessions[client.name]!;
      place.write({ ...files(place.work), 'work/.env': `TOKEN=${read}\n` });
      const { exposure, ...scanned } = await place.scan(client.name);
      assert.deepEqual(exposure.faults, []);
      const of = (value: string) => exposure.exposed.find(({ fingerprint }) => fingerprint === place.print(value));
      assert.equal(of(prompted)?.direction, 'out');
      assert.equal(of(read)?.direction, 'out');
      assert.equal(of(answered)?.direction, 'in');
      assert.equal(of(kept)?.direction, 'kept');
      const one = of(read) as Exposed;
      assert.equal(one.first, untimed ? place.written : Date.parse(day));
      assert.ok(
        one.to.some(to => to.address === address),
        JSON.stringify(one.to),
      );
      assert.ok(
        model === undefined ||
          of(prompted)!
            .to.concat(one.to)
            .some(to => to.model === model),
      );
      assert.ok(one.sessions.some(({ session }) => session === 'session-1'));
      assert.ok(one.sessions.some(({ workspace }) => workspace === place.work));
      assert.deepEqual(one.standsIn, [`${place.work}/.env`]);
      assert.deepEqual(of(prompted)?.standsIn, []);

      const told = exposureText(exposure, place) + exposureJson(exposure, place);
      for (const value of [prompted, read, answered, kept]) assert.ok(!told.includes(value.slice(6)));
      const before = scanned.files.map(file => [file, readFileSync(file), statSync(file)] as const);
      const scrubbed = await place.scrub(scanned, exposure.exposed);
      assert.ok(scrubbed.every(each => 'replaced' in each && each.replaced > 0));
      for (const [file, bytes, { mode, mtimeMs }] of before) {
        const now = readFileSync(file, 'utf8');
        for (const value of [prompted, read, answered, kept]) assert.ok(!now.includes(value), file);
        assert.equal(Buffer.byteLength(now), bytes.length);
        assert.deepEqual([statSync(file).mode, Math.round(statSync(file).mtimeMs)], [mode, Math.round(mtimeMs)]);
        if (/\.jsonl?$/.test(file)) assert.deepEqual(shapeOf(file, now), shapeOf(file, bytes.toString()));
      }
      assert.deepEqual((await place.scan(client.name)).exposure.exposed, []);
      place.remove();
    });
  }

  it('tell apart what went to a guarded model of VS Code, and so left as a placeholder', async () => {
    const place = makePlace();
    const request = (modelId: string, text: string) => ({ modelId, timestamp: Date.parse(day), message: { text } });
    const requests = [request('lockside/gpt-5', `use ${prompted}`), request('copilot/gpt-5', `use ${read}`)];
    const file = '.config/Code/User/workspaceStorage/w1/chatSessions/a.json';
    place.write({ [file]: JSON.stringify({ sessionId: 'session-1', requests }) });
    const { exposed } = (await place.scan('vscode-chat')).exposure;
    const directions = exposed.map(({ fingerprint, direction }) => [fingerprint, direction]);
    assert.deepEqual(directions, [
      [place.print(read), 'out'],
      [place.print(prompted), 'kept'],
    ]);
    place.remove();
  });

  it('find what was typed into aider in the folders that other clients worked in', async () => {
    const place = makePlace();
    place.write({
      ...sessions.codex!.files(place.work),
      'work/.aider.chat.history.md': `# aider chat started at 2026-11-02 10:00:00\n\n#### use ${github(9)}\n`,
    });
    const { exposure } = await place.scan();
    assert.deepEqual(exposure.exposed.find(({ client }) => client === 'aider')?.fingerprint, place.print(github(9)));
    place.remove();
  });
});

describe('transcripts', () => {
  const claude = (text: string) =>
    lines({ type: 'user', message: { role: 'user', content: text }, timestamp: day, sessionId: 'session-1' });
  const session = (name: string) => `.claude/projects/p/${name}.jsonl`;

  it('leave out what Lockside held back, examples, and what is older than asked', async () => {
    const place = makePlace();
    place.write({
      [session('a')]: claude(`TOKEN=SECRET_GITHUB_TOKEN_1 and ${'AKIAIOSFODNN7'}${'EXAMPLE'}`),
      [session('b')]: claude(`TOKEN=${prompted}`),
    });
    assert.equal((await place.scan('claude-code')).exposure.exposed.length, 1);
    assert.equal((await place.scan('claude-code', Date.parse(day) + 1)).exposure.exposed.length, 0);
    place.remove();
  });

  it('survive broken lines, binary files, long lines, nesting and bytes that are no text', async () => {
    const place = makePlace();
    const nested = (depth: number) => `${'['.repeat(depth)}"TOKEN=${answered}"${']'.repeat(depth)}`;
    const deep = `${nested(200)}\n${'['.repeat(1_000_000)}`;
    place.write({
      [session('a')]: Buffer.concat([
        Buffer.from(`{"type":"user","message":{"content":"TOKEN=${prompted}\n\n${deep}\n`),
        Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
        Buffer.from(`${JSON.stringify({ type: 'user', text: `${'x '.repeat(3_000_000)}TOKEN=${github(8)}` })}\n`),
        Buffer.from(claude(`TOKEN=${read}`)),
      ]),
      '.claude/file-history/picture': Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(`TOKEN=${kept}`)]),
    });
    const { exposure, ...scanned } = await place.scan('claude-code');
    const found = new Set(exposure.exposed.map(({ fingerprint }) => fingerprint));
    assert.deepEqual(
      [prompted, read, answered, github(8)].map(value => found.has(place.print(value))),
      [true, true, true, true],
    );
    const file = join(place.home, session('a'));
    const before = readFileSync(file);
    await place.scrub(scanned, exposure.exposed);
    const after = readFileSync(file);
    assert.equal(after.length, before.length);
    assert.ok(!after.includes(prompted) && !after.includes(read));
    assert.deepEqual([...after.subarray(before.indexOf(0xff)).subarray(0, 4)], [0xff, 0xfe, 0x80, 0x0a]);
    place.remove();
  });

  it('follow no link, and scrub no file that has a second name, is in use, or is a database', async () => {
    const place = makePlace();
    const outside = join(place.home, 'outside');
    place.write({
      'outside/secret.jsonl': claude(`TOKEN=${kept}`),
      [session('twice')]: claude(`TOKEN=${read}`),
      [session('now')]: claude(`TOKEN=${prompted}`),
      '.local/share/opencode/opencode.db': `\0\0{"text":"TOKEN=${answered}"}\0\0`,
    });
    symlinkSync(outside, join(place.home, '.claude/projects/linked'));
    symlinkSync(join(outside, 'secret.jsonl'), join(place.home, session('linked')));
    linkSync(join(place.home, session('twice')), join(place.home, 'second-name'));
    const { exposure, ...scanned } = await place.scan();
    assert.ok(exposure.exposed.every(({ fingerprint }) => fingerprint !== place.print(kept)));
    utimesSync(join(place.home, session('now')), new Date(), new Date());
    const told = await place.scrub(scanned, exposure.exposed);
    assert.ok(told.every(one => 'left' in one));
    assert.ok(readFileSync(join(outside, 'secret.jsonl'), 'utf8').includes(kept));
    assert.ok(readFileSync(join(place.home, session('now')), 'utf8').includes(prompted));
    place.remove();
  });

  it('go on when a file vanishes between the scan and the scrubbing', async () => {
    const place = makePlace();
    place.write({ [session('a')]: claude(`TOKEN=${prompted}`), [session('b')]: claude(`TOKEN=${prompted}`) });
    const { exposure, ...scanned } = await place.scan('claude-code');
    rmSync(join(place.home, session('a')));
    const told = await place.scrub(scanned, exposure.exposed);
    assert.deepEqual(told, [{ file: `${place.home}/${session('b')}`, replaced: 1 }]);
    place.remove();
  });
});

describe('the scrubber', () => {
  const quoted = (text: string, times: number): string =>
    times === 0 ? text : quoted(JSON.stringify(text), times - 1);
  const awkward = [
    'new-"quoted"\\pass/word',
    'first line of a thing\nsecond line',
    'tab\tand ümläut€😀',
    'ends-with-backslash\\',
  ];
  for (const value of awkward)
    for (const depth of [0, 1, 2, 3])
      it(`finds ${JSON.stringify(value)} in JSON ${depth} deep, and leaves it as long`, () => {
        const text = quoted(`a ${value} z`, depth);
        const { text: scrubbed, replaced } = createScrubber([value]).scrub(text);
        assert.equal(replaced, 1);
        assert.equal(Buffer.byteLength(scrubbed), Buffer.byteLength(text));
        let inner: unknown = scrubbed;
        for (let i = 0; i < depth; i++) inner = JSON.parse(inner as string);
        assert.match(inner as string, /^a \[scrubbed\]\**\W* ?z$/);
      });

  it('finds characters that JSON has written by their numbers', () => {
    const { text } = createScrubber(['a=b&cdefghij']).scrub('{"x":"a\\u003db\\u0026cdefghij"}');
    assert.deepEqual(JSON.parse(text), { x: maskOf('a\\u003db\\u0026cdefghij'.length) });
  });

  it('takes out what is longer than a pattern may be, in time whatever stands around it', () => {
    const long = Array.from({ length: 400 }, (_, at) => `"${github(at)}`).join('');
    const line = `${'\\'.repeat(200_000)}${JSON.stringify({ text: long })}`;
    const { text } = createScrubber([long]).scrub(line);
    assert.equal(text.length, line.length);
    assert.ok(!/ghp_/.test(text));
  });

  it('leaves what a record is, and the names of its properties', () => {
    const line = JSON.stringify({ type: 'user', user: 'x', text: 'password user', inner: JSON.stringify({ user: 1 }) });
    const { text } = createScrubber(['user']).scrub(line);
    assert.deepEqual(JSON.parse(text), { type: 'user', user: 'x', text: 'password ****', inner: '{"user":1}' });
  });

  it('takes no letter away from its backslash, and no short word out of a path', () => {
    const line = JSON.stringify({ text: 'a\nabcdefghij', cwd: '/home/admin/x', password: 'admin' });
    const { text } = createScrubber(['nabcdefghij', 'admin']).scrub(line);
    assert.deepEqual(JSON.parse(text), { text: 'a\nabcdefghij', cwd: '/home/admin/x', password: '*****' });
  });
});

/** Everything about a file's JSON but what its texts say. */
function shapeOf(file: string, text: string): unknown {
  const shape = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.length
      : Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item)]))
          : value;
  return (file.endsWith('.jsonl') ? text.trim().split('\n') : [text]).map(line => shape(JSON.parse(line)));
}

/** A home of its own, with a folder to work in. What is written into it is an hour old. */
function makePlace() {
  const home = mkdtempSync(join(tmpdir(), 'lockside-transcripts-'));
  const work = `${home}/work`;
  mkdirSync(work);
  const { LOCKSIDE_STATE, LOCKSIDE_USER_SETTINGS } = process.env;
  Object.assign(process.env, { LOCKSIDE_STATE: join(home, 'state'), LOCKSIDE_USER_SETTINGS: '' });
  const workspace = openWorkspace({ cwd: work });
  // It has read both once it has a key for fingerprints.
  workspace.guard.scanner.fingerprint('secret/github-token', '');
  delete process.env.LOCKSIDE_STATE;
  delete process.env.LOCKSIDE_USER_SETTINGS;
  if (LOCKSIDE_STATE !== undefined) process.env.LOCKSIDE_STATE = LOCKSIDE_STATE;
  if (LOCKSIDE_USER_SETTINGS !== undefined) process.env.LOCKSIDE_USER_SETTINGS = LOCKSIDE_USER_SETTINGS;
  const world = {
    ...{ env: {}, home, platform: 'linux', workspaces: [work] },
    read(file: string) {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return undefined;
      }
    },
  };
  const hourAgo = new Date((Math.floor(Date.now() / 1000) - 60 * 60) * 1000);
  return {
    ...{ home, work, now: Date.parse(day), written: hourAgo.getTime() },
    write(files: Readonly<Record<string, string | Uint8Array>>) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(home, name)), { recursive: true });
        writeFileSync(join(home, name), content, { mode: 0o600 });
        utimesSync(join(home, name), hourAgo, hourAgo);
      }
    },
    scan: (name?: string, since?: number) =>
      scanTranscripts({
        clients: transcriptClients.filter(client => name === undefined || client.name === name),
        ...{ world, workspace, since, threads: 1 },
      }),
    scrub: (
      { files, values }: Pick<Awaited<ReturnType<typeof scanTranscripts>>, 'files' | 'values'>,
      exposed: readonly Exposed[],
    ) =>
      scrubTranscripts(
        files,
        values.map(({ value }) => value),
        { now: Date.now(), holding: new Set(exposed.flatMap(one => one.sessions.map(({ file }) => file))) },
      ),
    print: (value: string) => workspace.guard.scanner.fingerprint('secret/github-token', value),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
