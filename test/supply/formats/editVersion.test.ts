import assert from 'node:assert/strict';
import { type OverrideTool, overrideEdit, type TextEdit, upgradeEdit } from '../../../src/supply/formats/editVersion';
import { readFile } from './reads';

describe('what raises a package in its manifest', () => {
  const cases: readonly [path: string, before: string, name: string, version: string, after: string | undefined][] = [
    ['package.json', '{"dependencies": {"a": "^1.2.3"}}', 'a', '1.2.9', '{"dependencies": {"a": "^1.2.9"}}'],
    [
      'package.json',
      '{"dependencies": {"a": "npm:b@~1.2.3"}}',
      'b',
      '1.3.0',
      '{"dependencies": {"a": "npm:b@~1.3.0"}}',
    ],
    ['package.json', '{"dependencies": {"a": ">=1 <3"}}', 'a', '3.1.0', undefined],
    ['package.json', '{"dependencies": {"a": "latest"}}', 'a', '3.1.0', undefined],
    ['package.json', '{"dependencies": {"a": "1.x"}}', 'a', '3.1.0', undefined],
    ['package.json', '{"dependencies": {"a": "u/a#1.0.0"}}', 'a', '3.1.0', undefined],
    ['package.json', '{"dependencies": {"a": "1.0.0"}}', 'a', '2", "evil": "1', undefined],
    ['package-lock.json', '{"packages": {"node_modules/a": {"version": "1.0.0"}}}', 'a', '2.0.0', undefined],
    [
      'requirements.txt',
      'a[x]==1.0 ; python_version<"4" # why\n',
      'a',
      '1.1',
      'a[x]==1.1 ; python_version<"4" # why\n',
    ],
    ['requirements.txt', 'a>=1.0,<2\n', 'a', '2.1', undefined],
    [
      'pyproject.toml',
      "[project]\ndependencies = ['A_b~=1.4.2']\n",
      'a-b',
      '1.5.0',
      "[project]\ndependencies = ['A_b~=1.5.0']\n",
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\na = {version = "^1"}\n',
      'a',
      '2.0',
      '[tool.poetry.dependencies]\na = {version = "^2.0"}\n',
    ],
    ['pnpm-workspace.yaml', "catalog:\n  a: '^1.0.0' # why\n", 'a', '1.1.0', "catalog:\n  a: '^1.1.0' # why\n"],
  ];
  for (const [path, before, name, version, after] of cases)
    it(`${path}: ${before.trim()} to ${version}`, () => {
      const file = readFile({ path }, before);
      const entry = file.packages.find(one => one.name === name);
      assert.ok(entry);
      assert.equal(applied(before, upgradeEdit(before, file, entry, version)), after);
    });
});

describe('what holds a transitive package back', () => {
  const cases: readonly [tool: OverrideTool, before: string, name: string, after: string | undefined][] = [
    [
      'npm',
      '{\n    "name": "x"\n}\n',
      '@s/a',
      '{\n    "name": "x",\n    "overrides": {\n        "@s/a": "1.2.3"\n    }\n}\n',
    ],
    ['npm', '{"overrides": {"a": "1.0.0"}}', 'a', '{"overrides": {"a": "1.2.3"}}'],
    [
      'npm',
      '{"overrides": {"a": {"b": "1.0.0", ".": "1.0.0"}}}',
      'a',
      '{"overrides": {"a": {"b": "1.0.0", ".": "1.2.3"}}}',
    ],
    ['npm', '{ broken', 'a', undefined],
    ['npm', '[]', 'a', undefined],
    ['yarn', '{\n\t"name": "x"\n}', 'a', '{\n\t"name": "x",\n\t"resolutions": {\n\t\t"a": "1.2.3"\n\t}\n}'],
    [
      'pnpm',
      '{\r\n  "pnpm": {}\r\n}',
      'a',
      '{\r\n  "pnpm": {\r\n    "overrides": {\r\n      "a": "1.2.3"\r\n    }\r\n  }\r\n}',
    ],
    ['pnpm-workspace', 'packages:\n  - x\n', 'a', 'packages:\n  - x\noverrides:\n  a: 1.2.3\n'],
    [
      'pnpm-workspace',
      "overrides:\n    b: 1.0.0\n    '@s/a': 1.0.0 # why\nc: 1\n",
      '@s/a',
      "overrides:\n    b: 1.0.0\n    '@s/a': 1.2.3 # why\nc: 1\n",
    ],
    ['pnpm-workspace', 'overrides:\n    b: 1.0.0\nc: 1\n', 'a', 'overrides:\n    a: 1.2.3\n    b: 1.0.0\nc: 1\n'],
    ['pnpm-workspace', 'overrides: {b: 1}\n', 'a', undefined],
    [
      'uv',
      '[project]\nname = "x"\n',
      'a',
      '[project]\nname = "x"\n\n[tool.uv]\noverride-dependencies = ["a>=1.2.3"]\n',
    ],
    ['uv', '[tool.uv]\npackage = true\n', 'a', '[tool.uv]\noverride-dependencies = ["a>=1.2.3"]\npackage = true\n'],
    [
      'uv',
      '[tool.uv]\noverride-dependencies = [\n  "b==1",\n]\n[x]\n',
      'a',
      '[tool.uv]\noverride-dependencies = ["a>=1.2.3", \n  "b==1",\n]\n[x]\n',
    ],
    [
      'uv',
      '[tool.uv]\noverride-dependencies = ["b", \'A_a==1\', "c"]\n',
      'a-a',
      '[tool.uv]\noverride-dependencies = ["b", "a-a>=1.2.3", "c"]\n',
    ],
    ['uv', '[tool.uv]\noverride-dependencies = []\n', 'a', '[tool.uv]\noverride-dependencies = ["a>=1.2.3"]\n'],
  ];
  for (const [tool, before, name, after] of cases)
    it(`${tool}: ${name} in ${JSON.stringify(before)}`, () => {
      assert.equal(applied(before, overrideEdit(before, tool, name, '1.2.3')), after);
    });

  it('takes no version or name that would be more than that', () => {
    assert.equal(overrideEdit('{}', 'npm', 'a', '1.0"}'), undefined);
    assert.equal(overrideEdit('', 'pnpm-workspace', 'a:\n  b', '1.0.0'), undefined);
  });
});

function applied(text: string, edit: TextEdit | undefined): string | undefined {
  return edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}
