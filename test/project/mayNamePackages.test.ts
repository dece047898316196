import assert from 'node:assert/strict';
import { mayNamePackages, type NamesPackages } from '../../src/editor/packages/mayNamePackages';
import { formatOf, formats } from '../../src/supply/formats';

const looked = (path: string, language = '', text = '') => mayNamePackages({ path, language, getText: () => text });

/** What stands in code is looked for by the text. */
const inCode = new Set(['pep723', 'models']);

const files = [
  ...[
    'package.json',
    'a/package-lock.json',
    'npm-shrinkwrap.json',
    '.package-lock.json',
    'yarn.lock',
    'pnpm-lock.yaml',
  ],
  ...['pnpm-workspace.yaml', 'bun.lock', 'deno.lock', 'deno.json', 'deno.jsonc', 'jsr.json', 'import_map.json'],
  ...[
    'pyproject.toml',
    'poetry.lock',
    'uv.lock',
    'pdm.lock',
    'pylock.toml',
    'pylock.dev.toml',
    'Pipfile',
    'Pipfile.lock',
  ],
  ...['setup.cfg', 'requirements.txt', 'requirements-dev.in', 'requirements/base.txt', 'environment.yml', 'a.ipynb'],
  ...[
    'Cargo.lock',
    'Cargo.toml',
    'go.mod',
    'go.work',
    'pom.xml',
    'gradle.lockfile',
    'gradle/verification-metadata.xml',
  ],
  ...[
    'gradle/libs.versions.toml',
    'build.gradle',
    'build.gradle.kts',
    'Gemfile',
    'Gemfile.lock',
    'x.gemspec',
    'gems.rb',
  ],
  ...[
    'composer.json',
    'composer.lock',
    'packages.lock.json',
    'packages.config',
    'App.csproj',
    'Directory.Packages.props',
  ],
  ...[
    'app.deps.json',
    'paket.lock',
    'mix.lock',
    'mix.exs',
    'rebar.lock',
    'manifest.toml',
    'pubspec.yaml',
    'pubspec.lock',
  ],
  ...['Package.resolved', 'Podfile', 'Podfile.lock', 'conan.lock', 'conanfile.txt', 'stack.yaml', 'stack.yaml.lock'],
  ...[
    'cabal.project.freeze',
    'renv.lock',
    'Dockerfile',
    'Dockerfile.dev',
    'app.dockerfile',
    'compose.yaml',
    'docker-compose.yml',
  ],
  ...[
    '.devcontainer/devcontainer.json',
    '.devcontainer.json',
    '.github/workflows/ci.yml',
    'action.yml',
    '.vscode/extensions.json',
  ],
  ...['.vscode/mcp.json', '.mcp.json'],
];

/** A path, its language, its text, and what it may name. */
const others: [string, string, string, NamesPackages][] = [
  ['README.md', 'markdown', 'Run npm install left-pad', 'words'],
  ['README.md', 'markdown', 'Nothing of the kind', undefined],
  ['.cursorrules', 'plaintext', 'always pip install x', 'words'],
  ['src/a.ts', 'typescript', "import a from 'b'", 'imports'],
  ['src/a.ts', 'typescript', 'const a = 1', undefined],
  ['src/a.py', 'python', '# /// script\n# dependencies = ["x"]\n# ///', 'file'],
  ['src/a.py', 'python', 'x = 1', undefined],
  ['data.json', 'json', '{"a": "npm install x"}', undefined],
  ['main.rs', 'rust', 'use a::b;', undefined],
];

describe('what may name packages', () => {
  it('is every file of a format that has a name of its own', () => {
    const known = files.filter(path => formatOf(path) !== undefined);
    assert.deepEqual(known, files, 'each of them is of a format');
    assert.deepEqual(
      files.filter(path => looked(path) !== 'file'),
      [],
    );
    const all = new Set(files.map(path => formatOf(path)!.id));
    const unnamed = formats.map(({ id }) => id).filter(id => !all.has(id) && !inCode.has(id));
    assert.deepEqual(unnamed, [], 'each format has a file here');
  });

  for (const [path, language, text, expected] of others)
    it(`is ${expected ?? 'nothing'} in ${path}: ${text.slice(0, 24)}`, () => {
      assert.equal(looked(path, language, text), expected);
    });
});
