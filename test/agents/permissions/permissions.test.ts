import assert from 'node:assert/strict';
import ignore from 'ignore';
import { parse } from 'jsonc-parser';
import { driftOf, permissionTargets, withoutMatrix, writeMatrix } from '../../../src/agents/permissions/permissions';
import { createAgentPermissions, type FileLayer, type FileRule } from '../../../src/core/agentPermissions';

const workspace = (...rules: FileRule[]): FileLayer => ({ layer: 'workspace', tightenOnly: false, rules });
const user = (...rules: FileRule[]): FileLayer => ({ layer: 'user', tightenOnly: true, rules });
const matrices: Readonly<Record<string, readonly FileLayer[]>> = {
  'the defaults': [],
  'a team that loosens': [
    workspace(
      { paths: ['.env.test', 'certs/*.pem'], read: 'allow' },
      { paths: ['private/**'], read: 'block', edit: 'block' },
    ),
  ],
  'a person who tightens': [
    workspace({ paths: ['.env'], read: 'allow' }),
    user({ paths: ['.env', 'notes/{a,b}.md'], read: 'block', write: 'ask' }),
  ],
  'an organisation above': [
    { layer: 'organisation', tightenOnly: false, rules: [{ paths: ['*.csv'], read: 'block' }] },
    workspace({ paths: ['*.csv', 'data/x.csv'], read: 'allow' }),
  ],
};
const paths = [
  '.env',
  'a/b/.env',
  '.env.local',
  '.env.test',
  '.env.example',
  'server.pem',
  'certs/x.pem',
  'a/certs/x.pem',
  'private/a/b.txt',
  'notes/a.md',
  'notes/c.md',
  'data/x.csv',
  'y.csv',
  'src/app.ts',
  'id_rsa',
  'x/.ssh/id_ed25519',
  'x/.ssh/id.pub',
  'README.md',
  'secrets.yml',
];

/** Files as people have them, with comments and lists of their own. */
const json = '{\n  // mine\n  "permissions": { "deny": ["Read(mine)"], "allow": ["Bash(ls)"] },\n  "model": "x"\n}\n';

describe("permissions in clients' own files", () => {
  for (const target of permissionTargets)
    for (const [name, layers] of Object.entries(matrices))
      it(`writes, reads back and takes out of ${target.file}: ${name}`, () => {
        const matrix = createAgentPermissions(layers);
        for (const before of [undefined, target.kind === 'ignore' ? 'mine/\n!mine/kept\n' : json]) {
          const written = writeMatrix(target, before, matrix);
          assert.ok('text' in written, JSON.stringify(written));
          assert.deepEqual(driftOf(target, written.text, matrix).missing, []);
          assert.deepEqual(writeMatrix(target, written.text, matrix), written, 'twice is once');
          assert.ok(driftOf(target, before, matrix).missing.length > 0);
          const left = withoutMatrix(target, written.text, matrix);
          if (target.kind === 'ignore' || before === undefined) assert.equal(left, before);
          else assert.deepEqual(parse(left ?? ''), parse(json));
        }
      });

  for (const target of permissionTargets.filter(({ kind }) => kind === 'ignore'))
    for (const [name, layers] of Object.entries(matrices))
      it(`lets ${target.file} hide whatever may not be read: ${name}`, () => {
        const matrix = createAgentPermissions(layers);
        const written = writeMatrix(target, undefined, matrix);
        assert.ok('text' in written);
        const hidden = ignore().add(written.text);
        for (const path of paths) {
          const { action } = matrix.decide(path, 'read', target.client);
          if (action !== 'allow') assert.ok(hidden.ignores(path), `${path} is ${action}`);
        }
        assert.ok(!hidden.ignores('src/app.ts') && !hidden.ignores('README.md'));
        if (target.file !== '.aiexclude' && name === 'the defaults') assert.ok(!hidden.ignores('.env.example'));
      });

  it('tells an exception that somebody added, and never brings back what a person has ignored', () => {
    const target = permissionTargets.find(({ file }) => file === '.cursorignore')!;
    const matrix = createAgentPermissions([]);
    const written = writeMatrix(target, '*.example\n', matrix);
    assert.ok('text' in written);
    assert.ok(ignore().add(written.text).ignores('.env.example'));
    assert.deepEqual(driftOf(target, `${written.text}!.env\n`, matrix).weaker, ['!.env']);
  });

  it("tells what is weaker in JSON, and leaves what it can't read", () => {
    const target = permissionTargets.find(({ client }) => client === 'opencode')!;
    const matrix = createAgentPermissions([]);
    assert.deepEqual(driftOf(target, '{"permission":{"read":{".env":"allow"}}}', matrix).weaker, ['.env: "allow"']);
    assert.ok('error' in writeMatrix(target, '{"permission":"ask"}', matrix));
    assert.ok('error' in writeMatrix(target, '{broken', matrix));
  });

  it("says in Claude Code's words what is denied and asked", () => {
    const target = permissionTargets.find(({ client }) => client === 'claude-code')!;
    const written = writeMatrix(target, undefined, createAgentPermissions([]));
    assert.ok('text' in written);
    const { deny, ask } = parse(written.text).permissions;
    for (const rule of ['Read(**/.env)', 'Read(~/.ssh/**)', 'Edit(/.lockside/waivers.json)', 'Edit(//etc/lockside/**)'])
      assert.ok(deny.includes(rule), rule);
    for (const rule of ['Edit(/.github/workflows/**)', 'Edit(**/package-lock.json)'])
      assert.ok(ask.includes(rule), rule);
  });
});
