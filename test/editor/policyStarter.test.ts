import assert from 'node:assert/strict';
import { type ParseError, parse } from 'jsonc-parser';
import { readSettings } from '../../src/core/settings';
import { starterPolicy } from '../../src/editor/policy/policyStarter';
import { addSettings } from '../../src/io/addSettings';

const policy = starterPolicy('a'.repeat(32));

describe('team policy', () => {
  it('is one that the schema accepts', () => {
    assert.deepEqual(readSettings(policy, 'workspace', false).faults, []);
  });

  it('makes a new file', () => {
    assert.deepEqual(parse(addSettings('', policy)!), policy);
  });

  it('keeps comments, order, indentation and line ends', () => {
    const before = '{\r\n\t// Ours.\r\n\t"editor.tabSize": 4, // As agreed.\r\n}\r\n';
    const after = addSettings(before, policy)!;
    assert.ok(after.startsWith('{\r\n\t// Ours.\r\n\t"editor.tabSize": 4, // As agreed.'), after);
    assert.doesNotMatch(after, /[^\r]\n|\n {2}"/);
    assert.deepEqual(parse(after), { 'editor.tabSize': 4, ...policy });
  });

  for (const before of ['{"a": 1}', '{"a": 1 /* , */}', '{\n  "a": 1 // last, with a comment\n}\n', '{ /* none */ }']) {
    it(`adds behind ${JSON.stringify(before)}`, () => {
      const after = addSettings(before, policy)!;
      const errors: ParseError[] = [];
      assert.deepEqual(parse(after, errors), { ...(parse(before) as object), ...policy });
      assert.deepEqual(errors, []);
      for (const comment of before.match(/\/\/.*|\/\*.*?\*\//g) ?? []) assert.ok(after.includes(comment), comment);
    });
  }

  it('leaves what the team has said already', () => {
    const before = '{"lockside.rules": [], "lockside.guard.unguardedModels": "block"}';
    const { 'lockside.rules': rules, 'lockside.guard.unguardedModels': models } = parse(addSettings(before, policy)!);
    assert.deepEqual([rules, models], [[], 'block']);
  });

  it('changes nothing the second time', () => {
    const once = addSettings('{}\n', policy)!;
    assert.equal(addSettings(once, starterPolicy('b'.repeat(32))), once);
  });

  for (const broken of ['{', '[]', '{"a": }', 'null', '{"a" 1}']) {
    it(`touches no broken file: ${broken}`, () => assert.equal(addSettings(broken, policy), undefined));
  }
});
