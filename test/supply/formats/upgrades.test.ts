import assert from 'node:assert/strict';
import { upgradeEdit } from '../../../src/supply/formats/editVersion';
import { readFile } from './reads';

/** A file, the name of what is raised, the version, and the file afterwards; undefined where nothing is to be changed. */
const upgrades: readonly (readonly [string, string, string, string, string | undefined])[] = [
  [
    'go.mod',
    'module a\n\nrequire (\n\tx.example/b v1.2.3 // indirect\n)\n',
    'x.example/b',
    'v1.2.4',
    'module a\n\nrequire (\n\tx.example/b v1.2.4 // indirect\n)\n',
  ],
  ['go.mod', 'module a\nrequire x.example/b v1.0.0\nreplace x.example/b => ../b\n', 'x.example/b', '1.2.4', undefined],
  ['Cargo.toml', '[dependencies]\nb = "^1.2" # kept\n', 'b', '1.2.4', '[dependencies]\nb = "^1.2.4" # kept\n'],
  [
    'Cargo.toml',
    "[dependencies]\nc = { package = 'b', version = '=1.2.0' }\n",
    'b',
    '1.2.4',
    "[dependencies]\nc = { package = 'b', version = '=1.2.4' }\n",
  ],
  [
    'pom.xml',
    '<project><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>1.0</version></dependency></dependencies></project>',
    'g:b',
    '1.1',
    '<project><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>1.1</version></dependency></dependencies></project>',
  ],
  [
    'pom.xml',
    '<project><properties><v>1.0.RELEASE</v></properties><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>${v}</version></dependency></dependencies></project>',
    'g:b',
    '1.1',
    '<project><properties><v>1.1</v></properties><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>${v}</version></dependency></dependencies></project>',
  ],
  [
    'pom.xml',
    '<project><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>[1.0,2.0)</version></dependency></dependencies></project>',
    'g:b',
    '2.1',
    undefined,
  ],
  [
    'build.gradle',
    "dependencies {\n  implementation 'g:b:1.0'\n}\n",
    'g:b',
    '1.1',
    "dependencies {\n  implementation 'g:b:1.1'\n}\n",
  ],
  [
    'gradle/libs.versions.toml',
    '[versions]\nv = "1.0"\n[libraries]\nb = { module = "g:b", version.ref = "v" }\n',
    'g:b',
    '1.1',
    '[versions]\nv = "1.1"\n[libraries]\nb = { module = "g:b", version.ref = "v" }\n',
  ],
  ['Gemfile', 'gem "b", "~> 1.2" # kept\n', 'b', '1.3', 'gem "b", "~> 1.3" # kept\n'],
  ['Gemfile', 'gem "b", "~> 1.2", "< 1.3"\n', 'b', '1.3', undefined],
  ['composer.json', '{"require": {"a/b": "^1.2"}}', 'a/b', '1.3.0', '{"require": {"a/b": "^1.3.0"}}'],
  ['composer.json', '{"require": {"a/b": "v1.2.0"}}', 'a/b', '1.3.0', '{"require": {"a/b": "v1.3.0"}}'],
  [
    'a.csproj',
    '<Project><ItemGroup><PackageReference Include="B" Version="[1.0.0]" /></ItemGroup></Project>',
    'B',
    '1.0.1',
    '<Project><ItemGroup><PackageReference Include="B" Version="[1.0.1]" /></ItemGroup></Project>',
  ],
  [
    'a.csproj',
    '<Project><PropertyGroup><V>1.0.0</V></PropertyGroup><ItemGroup><PackageReference Include="B" Version="$(V)" /></ItemGroup></Project>',
    'B',
    '1.0.1',
    '<Project><PropertyGroup><V>1.0.1</V></PropertyGroup><ItemGroup><PackageReference Include="B" Version="$(V)" /></ItemGroup></Project>',
  ],
  ['pubspec.yaml', 'dependencies:\n  b: ^1.0.0 # kept\n', 'b', '1.0.1', 'dependencies:\n  b: ^1.0.1 # kept\n'],
  ['mix.exs', 'defp deps do\n  [{:b, "~> 1.0"}]\nend\n', 'b', '1.1', 'defp deps do\n  [{:b, "~> 1.1"}]\nend\n'],
  [
    '.github/workflows/a.yml',
    'jobs:\n  a:\n    steps:\n      - uses: a/b@v4.1.0\n',
    'a/b',
    '4.1.2',
    'jobs:\n  a:\n    steps:\n      - uses: a/b@v4.1.2\n',
  ],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - uses: a/b@${'1a'.repeat(20)} # v4\n`,
    'a/b',
    '4.1.2',
    undefined,
  ],
  ['Dockerfile', 'FROM node:20.1-alpine AS a\n', 'node', '20.2', 'FROM node:20.2-alpine AS a\n'],
  [
    'Dockerfile',
    'ARG NODE=20.1\nFROM node:${NODE}-alpine\n',
    'node',
    '20.2',
    'ARG NODE=20.2\nFROM node:${NODE}-alpine\n',
  ],
  ['composer.lock', '{"packages":[{"name":"a/b","version":"1.0.0"}]}', 'a/b', '1.0.1', undefined],
];

describe('raising a version outside JavaScript and Python', () => {
  for (const [path, text, name, version, expected] of upgrades)
    it(`${expected === undefined ? 'leaves' : 'changes'} ${name} in ${path}: ${text.slice(0, 60).trim()}`, () => {
      const file = readFile({ path }, text);
      const entry = file.packages.find(it => it.name === name);
      assert.ok(entry);
      const edit = upgradeEdit(text, file, entry, version);
      const changed = edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
      assert.equal(changed, expected);
      if (changed === undefined) return;
      const again = readFile({ path }, changed);
      assert.deepEqual(again.faults, []);
      assert.ok(
        again.packages.some(
          it => it.name === name && `${it.version ?? it.requirement}`.includes(version.replace(/^v/, '')),
        ),
      );
    });
});
