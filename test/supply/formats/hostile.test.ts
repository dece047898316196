import assert from 'node:assert/strict';
import { formatOf } from '../../../src/supply/formats';
import { leastCpuTime } from '../../cpuTime';

/** One file of each format outside JavaScript and Python. */
const paths = [
  ...['Cargo.lock', 'Cargo.toml', 'go.mod', 'pom.xml', 'gradle.lockfile', 'gradle/verification-metadata.xml'],
  ...[
    'libs.versions.toml',
    'build.gradle',
    'Gemfile.lock',
    'Gemfile',
    'composer.lock',
    'composer.json',
    'packages.lock.json',
  ],
  ...[
    'packages.config',
    'a.csproj',
    'mix.lock',
    'mix.exs',
    'pubspec.lock',
    'pubspec.yaml',
    'Package.resolved',
    'Podfile.lock',
  ],
  ...['Podfile', 'conan.lock', 'conanfile.txt', 'stack.yaml.lock', 'stack.yaml', 'cabal.project.freeze', 'renv.lock'],
  ...[
    'Dockerfile',
    'compose.yaml',
    'devcontainer.json',
    '.github/workflows/a.yml',
    '.vscode/extensions.json',
    '.mcp.json',
  ],
  ...['a.py', 'a.yaml', 'a.deps.json', 'paket.lock', 'rebar.lock', 'manifest.toml'],
];

const long = (piece: string) => piece.repeat(Math.ceil(40_000 / piece.length));
const doubled = (count: number, first: string, next: (index: number) => string) =>
  first + Array.from({ length: count }, (_, index) => next(index)).join('');

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a byte order mark': '\uFEFF',
  null: 'null',
  'a list': '[1, null, "a", {}]',
  'another language': '<html>\u0000 if (a < b) { return "x" }',
  'one word': long('a'),
  blanks: long(' '),
  'open brackets': long('['),
  'open braces': long('{'),
  'open elements': long('<a>'),
  'open comments': `<project><!--${long('-')}`,
  quotes: long('"'),
  dashes: long('- '),
  keys: long('a: '),
  commands: `RUN ${long('pip install a \\\n')}`,
  arguments: `ARG a=1\n${long('ARG a=$a$a\n')}FROM $a`,
  calls: `import transformers\n${long('from_pretrained(a\na = "b/c"\n')}`,
  dependencies: long('implementation group: "a", name: '),
  replacements: `module a\n${long('require a v1\nreplace a => b v2\n')}`,
  'aliases of aliases': doubled(40, 'a0: &a0 [x]\n', it => `a${it + 1}: &a${it + 1} [*a${it}, *a${it}]\n`),
  'an alias of itself': 'a: &a\n  b: *a\nservices: *a\njobs: *a\npackages: *a\nPODS: *a\n',
  'entities of entities': `<!DOCTYPE p [${doubled(20, '<!ENTITY e0 "xxxxxxxx">', it => `<!ENTITY e${it + 1} "${`&e${it};`.repeat(10)}">`)}]><project><dependencies><dependency><groupId>&e20;</groupId><artifactId>a</artifactId><version>&e20;</version></dependency></dependencies></project>`,
  'properties of properties': `<project><properties>${doubled(40, '<p0>x</p0>', it => `<p${it + 1}>\${p${it}}\${p${it}}</p${it + 1}>`)}</properties><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>\${p40}</version></dependency></dependencies></project>`,
};

describe('formats outside JavaScript and Python, given what is none', () => {
  for (const [name, text] of Object.entries(texts))
    it(`bear ${name}`, () => {
      for (const path of paths) {
        const took = leastCpuTime(1000, () => {
          const file = formatOf(path)!.parse(text, path);
          assert.ok(
            file.packages.every(entry => entry.name.length < 200 && (entry.version ?? '').length < 2000),
            path,
          );
          for (const entry of file.packages.slice(0, 5)) {
            const { start, end } = file.locate(entry);
            assert.ok(start >= 0 && start <= end && end <= text.length, path);
            file.pathTo(entry);
          }
        });
        assert.ok(took < 1000, `${path} took ${took} ms`);
      }
    });

  it('tell of a broken file once, and where', () => {
    const told = (path: string, text: string) =>
      formatOf(path)!
        .parse(text, path)
        .faults.map(({ message, where }) => `${message} at ${where}`);
    assert.deepEqual(told('pom.xml', '<project>\n<a></b></project>'), ['is not well-formed XML at 2:7']);
    assert.deepEqual(told('composer.lock', '{\n"packages": ]}'), ['is not valid JSON at 2:13']);
    assert.deepEqual(told('go.mod', 'hello there\n'), ['is not a go.mod file at 1:1']);
  });
});

describe('formatOf', () => {
  const expected: Readonly<Record<string, string | undefined>> = {
    'a/Dockerfile': 'Dockerfile',
    'Dockerfile.prod': 'Dockerfile',
    'src/dockerfile.ts': undefined,
    'Dockerfile.md': undefined,
    'deploy/stack.yml': 'compose',
    'stack.yaml': 'stack.yaml',
    'compose.override.yaml': 'compose',
    'gradle/verification-metadata.xml': 'verification-metadata.xml',
    'verification-metadata.xml': undefined,
    'lib/kit-1.0.pom': 'pom.xml',
    'src/App.fsproj': 'csproj',
    '.github/workflows/a.yml': 'workflow',
    '.github/dependabot.yml': 'models',
    '.cursor/mcp.json': 'mcp',
    'manifest.json': undefined,
    'ios/Podfile.lock': 'Podfile.lock',
  };
  for (const [path, id] of Object.entries(expected))
    it(`says ${id ?? 'nothing'} of ${path}`, () => assert.equal(formatOf(path)?.id, id));
});
