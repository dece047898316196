import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { hookLine, isHookLine } from '../../src/agents/setup/commandLine';
import type { SetupWorld } from '../../src/agents/setup/hookSetup';
import { type Change, planRefresh, planSetup, planUndo, setupState } from '../../src/agents/setup/setup';

const bin = "/home/o'hara mary/.local/share/lockside/bin";
const home = "/home/o'hara mary";

/** A machine whose files are a map, with every client installed. */
function makeWorld(files: Record<string, string>, changed: Partial<SetupWorld> = {}) {
  const world: SetupWorld = {
    ...{ env: { PATH: `${bin}:/usr/bin` }, home, windows: false, bin, records: '/state/setup.json' },
    start: { node: '/opt/my node/node', cli: '/opt/lockside/dist/cli.js', electron: false },
    read: file => files[file],
    isFolder: path => Object.keys(files).some(file => file.startsWith(`${path}/`)) || path === home,
    find: program => `/usr/bin/${program}`,
    ...changed,
  };
  const apply = (changes: readonly Change[]) => {
    for (const { file, before, after } of changes) {
      assert.equal(files[file], before, file);
      if (after === undefined) delete files[file];
      else files[file] = after;
    }
  };
  const run = (plan: ReturnType<typeof planSetup>) => {
    assert.ok(!('error' in plan), 'error' in plan ? plan.error : '');
    apply(plan.changes);
    return plan;
  };
  return {
    world,
    files,
    setUp: (name: string, gateway = false) => run(planSetup(world, name, gateway)),
    undo: (name: string) => run(planUndo(world, name)),
  };
}

const places: Readonly<Record<string, string>> = {
  'claude-code': `${home}/.claude/settings.json`,
  codex: `${home}/.codex/hooks.json`,
  'gemini-cli': `${home}/.gemini/settings.json`,
  'copilot-cli': `${home}/.copilot/hooks/lockside.json`,
  cursor: `${home}/.cursor/hooks.json`,
};

const other = { matcher: 'Bash', hooks: [{ type: 'command', command: 'other-tool check' }] };

/** Configurations as people have them. */
const texts: Readonly<Record<string, string | undefined>> = {
  'no file': undefined,
  'an empty object': '{}',
  'an empty object with a space and no end of line': '{ }',
  'one line': '{"model":"opus","env":{"A":"1"}}',
  'comments, also behind the last field':
    '// mine\n{\n  "model": "opus", // the good one\n  /* and */ "theme": "dark" // no comma\n  // the end\n}\n',
  'a trailing comma': '{\n  "model": "opus", // with a comma, and a "," in a comment\n}\n',
  tabs: '{\n\t"model": "opus",\n\t"nested": {\n\t\t"a": [1, 2]\n\t}\n}\n',
  'four spaces and CRLF': '{\r\n    "model": "opus"\r\n}\r\n',
  'empty hooks': '{\n  "hooks": {}\n}\n',
  "other tools' hooks": JSON.stringify(
    { hooks: { PreToolUse: [other], BeforeTool: [other], preToolUse: [other], Stop: [other] } },
    null,
    2,
  ),
  'an empty list': '{ "hooks": { "PreToolUse": [], "BeforeTool": [\n] } }',
  'hooks in one line, with tools': '{"tools":{"sandbox":true},"hooks":{"PreToolUse":[{"matcher":"Bash","hooks":[]}]}}',
};

describe('lockside setup', () => {
  for (const [client, file] of Object.entries(places))
    for (const [name, text] of Object.entries(texts))
      it(`puts ${client}'s hooks into a file, and takes them out to the byte: ${name}`, () => {
        const { files, setUp, undo, world } = makeWorld(text === undefined ? {} : { [file]: text });
        const before = { ...files };
        setUp(client);
        assert.equal(setupState(world, client).hooks, 'on');
        const config = parse(files[file]!);
        for (const [key, value] of Object.entries(parse(text ?? '{}')))
          if (!['hooks', 'tools'].includes(key)) assert.deepEqual(config[key], value);
        for (const comment of text?.match(/\/\/.*|\/\*.*?\*\//g) ?? []) assert.ok(files[file]!.includes(comment));
        const after = { ...files };
        assert.deepEqual(setUp(client).changes, [], 'a second time changes nothing');
        assert.deepEqual(files, after);
        undo(client);
        assert.deepEqual(files, before);
        assert.deepEqual(undo(client).changes, []);
      });

  for (const [client, file] of Object.entries(places))
    it(`takes ${client}'s hooks out of a file that has changed since, and leaves the change`, () => {
      const { files, setUp, undo } = makeWorld({ [file]: '{\n  // mine\n  "model": "opus"\n}\n' });
      setUp(client);
      files[file] = files[file]!.replace('"opus"', '"other"');
      undo(client);
      assert.deepEqual(files, { [file]: '{\n  // mine\n  "model": "other"\n}\n' });
    });

  it('takes them out where the client has written the file anew, and keeps what others added beside them', () => {
    const file = places['claude-code']!;
    const { files, setUp, undo } = makeWorld({ [file]: '{"hooks": {}}' });
    setUp('claude-code');
    const config = parse(files[file]!);
    config.hooks.PreToolUse[0].hooks.push(other.hooks[0]);
    config.hooks.PostToolUse.push(other);
    files[file] = JSON.stringify(config);
    undo('claude-code');
    assert.deepEqual(parse(files[file]), {
      hooks: { PreToolUse: [{ matcher: '', hooks: other.hooks }], PostToolUse: [other] },
    });
  });

  it('takes them out where nothing is known of how they came in', () => {
    const { files, setUp, undo } = makeWorld({ [places.codex!]: '{}' });
    setUp('codex');
    delete files['/state/setup.json'];
    undo('codex');
    assert.deepEqual(files, { [places.codex!]: '{}' });
  });

  it('replaces hooks that stand for an earlier place of Lockside', () => {
    const old = { type: 'command', command: `${hookLine('/old/lockside', 'claude-code', 'sh')}` };
    const file = places['claude-code']!;
    const { files, setUp, world } = makeWorld({
      [file]: JSON.stringify({ hooks: { PreToolUse: [{ hooks: [old] }] } }),
    });
    assert.equal(setupState(world, 'claude-code').hooks, 'stale');
    setUp('claude-code');
    assert.ok(!files[file]!.includes('/old/'));
    assert.equal(parse(files[file]!).hooks.PreToolUse.length, 1);
  });

  for (const [name, text] of [
    ['half a file', '{ "hooks": '],
    ['a list', '[]'],
    ['hooks that are none', '{ "hooks": 5 }'],
    ['an event that is no list', '{ "hooks": { "PreToolUse": {} } }'],
    ['the same field twice', '{ "hooks": {}, "hooks": {} }'],
    ['hooks turned off', '{ "disableAllHooks": true }'],
  ] as const)
    it(`changes nothing in a file that it doesn't understand: ${name}`, () => {
      const { world } = makeWorld({ [places['claude-code']!]: text });
      assert.ok('error' in planSetup(world, 'claude-code', false));
    });

  it('starts a client without hooks by a program of its name, and takes that away with what it needed', () => {
    const { files, setUp, undo, world } = makeWorld({});
    const { changes, next } = setUp('aider');
    assert.deepEqual(
      changes.map(({ file, executable }) => [file, executable]),
      [`${bin}/lockside`, `${bin}/aider`].map(file => [file, true]),
    );
    assert.deepEqual(next, []);
    assert.ok(setupState(world, 'aider').launcher);
    setUp('codex', true);
    undo('aider');
    assert.deepEqual(Object.keys(files), [`${bin}/lockside`, `${bin}/codex`]);
    undo('codex');
    assert.deepEqual(files, {});
  });

  it('gives opencode a plugin beside its launcher, leaves one that is not ours, and takes both away', () => {
    const { files, setUp, undo, world } = makeWorld({});
    setUp('opencode');
    const plugin = `${home}/.config/opencode/plugin/lockside.js`;
    assert.match(files[plugin]!, /'tool\.execute\.before'/);
    assert.equal(setupState(world, 'opencode').hooks, 'on');
    assert.deepEqual(setUp('opencode').changes, []);
    undo('opencode');
    assert.deepEqual(files, {});
    assert.ok('error' in planSetup(makeWorld({ [plugin]: '// mine' }).world, 'opencode', false));
    assert.ok('error' in planSetup(world, 'cursor', true), 'Cursor has no gateway');
  });

  it("tells the line for the PATH, and doesn't touch a program that isn't its own", () => {
    const elsewhere = makeWorld({}, { env: { PATH: '/usr/bin' } }).setUp('aider');
    assert.match(elsewhere.next.join(), /export PATH=".*lockside\/bin":"\$PATH"/);
    const { world } = makeWorld({ [`${bin}/aider`]: '#!/bin/sh\n' });
    assert.ok('error' in planSetup(world, 'aider', false));
  });

  it('leaves a client alone that is not installed, or not known', () => {
    const { world } = makeWorld({}, { find: () => undefined });
    for (const name of ['aider', 'codex', 'nothing']) assert.ok('error' in planSetup(world, name, false), name);
  });

  it('follows an update: what starts Lockside is written anew where the old one is gone, and only there', () => {
    const moved = { node: '/opt/my node/node', cli: "/opt/it's 2/cli.js", electron: true };
    const { files, setUp, world } = makeWorld({ '/opt/lockside/dist/cli.js': '' });
    setUp('codex');
    assert.deepEqual(planRefresh({ ...world, start: moved }), []);
    delete files['/opt/lockside/dist/cli.js'];
    const [change] = planRefresh({ ...world, start: moved });
    assert.match(change?.after ?? '', /ELECTRON_RUN_AS_NODE=1 exec/);
    files[change!.file] = change!.after!;
    files[moved.cli] = '';
    assert.deepEqual(planRefresh({ ...world, start: { ...moved, cli: '/other.js' } }), []);
  });

  it('knows a client by its folder where its program is not on this PATH, but for one that others make', () => {
    const { world } = makeWorld({ [`${home}/.claude/x`]: '', [`${home}/.copilot/x`]: '' }, { find: () => undefined });
    assert.ok(setupState(world, 'claude-code').present && !setupState(world, 'copilot-cli').present);
  });

  it('knows its own lines only', () => {
    for (const shell of ['sh', 'powershell', 'cmd'] as const)
      assert.ok(isHookLine(hookLine("/a b'/lockside", 'codex', shell), 'codex'), shell);
    assert.ok(isHookLine('/usr/bin/node /x/dist/cli.js hook codex', 'codex'));
    for (const line of [
      'other hook codex',
      'lockside hook codex-two',
      'lockside hook vscode',
      'lockside-log hook codex',
    ])
      assert.ok(!isHookLine(line, 'codex'), line);
  });
});
