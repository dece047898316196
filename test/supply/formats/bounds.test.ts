import assert from 'node:assert/strict';
import { formats } from '../../../src/supply/formats';
import { leastCpuTime } from '../../cpuTime';

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

/** Each alias stands for nine of the one before. */
const laughs = [
  'a: &a [x]',
  ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join()}]`),
];

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a binary': '\0\u0001\ufffd'.repeat(500),
  'lists in lists': nested('[', ']', 100_000),
  'tables in tables': `${'{"dependencies":'.repeat(20_000)}{}${'}'.repeat(20_000)}`,
  'packages in packages': `{"dependencies":${Array.from({ length: 3000 }, (_, at) => `{"a${at}":{"version":"1.0.0","dependencies":`).join('')}{}${'}}'.repeat(3000)}}`,
  'aliases of aliases': `${laughs.join('\n')}\npackages: *i\ndependencies: *i\noverrides: *i\ncatalogs: *i\nimporters: *i\n`,
  'an alias of itself':
    'packages: &a\n  x@1.0.0: *a\n  dependencies: *a\ndependencies: *a\noverrides: *a\ncatalogs: *a\n',
  'names of prototypes':
    '{"dependencies":{"__proto__":"1.0.0","constructor":"2.0.0"},"packages":{"__proto__":{"version":"1.0.0"},"node_modules/__proto__":{"version":"1.0.0","dependencies":{"constructor":"1"}},"constructor":["constructor@1.0.0","",{},""]},"npm":{"__proto__@1.0.0":{}},"default":{"__proto__":{"version":"==1.0"}},"imports":{"__proto__":"npm:a@1"}}',
  'other kinds of values in JSON':
    '{"dependencies":[1,null],"packages":{"":null,"node_modules/a":null,"node_modules/b":[],"node_modules/c":{"version":5,"name":{}},"e":[null]},"default":5,"npm":7,"jsr":[],"overrides":[[]],"cells":[1,{"cell_type":"code","source":{}}],"imports":[]}',
  'other kinds of values in TOML':
    'package = 1\npackages = [1]\n[project]\ndependencies = "x"\noptional-dependencies = [1]\n[tool]\nuv = 5\npoetry = [1]\n[build-system]\nrequires = {a=1}\n[dependency-groups]\na = 1\nb = [1, {c=1}]\n',
  'other kinds of values in YAML':
    'packages:\n  - a\nimporters: 5\ndependencies:\n  - pip: 5\n  - pip: [[a], {b: c}]\n',
  'a long line': 'a'.repeat(200_000),
  'a long requirement': `a>=1${',>=1'.repeat(20_000)}!`,
  'a long name': `a${'.-'.repeat(50_000)}`,
  'quotes that never end': '"a@'.repeat(50_000),
  'an extra that never ends': `a [${'b,'.repeat(50_000)}`,
  'lines that go on': '\\\n'.repeat(20_000),
  'scripts that never end': '# /// script\n'.repeat(10_000),
};

describe('every format, of a hostile text', () => {
  for (const format of formats)
    it(`${format.id} ends in time and throws nothing`, () => {
      for (const [title, text] of Object.entries(texts)) {
        const time = leastCpuTime(1500, () => {
          const file = format.parse(text, 'x', () => undefined);
          for (const entry of [...file.packages.slice(0, 5), ...file.packages.slice(-1)]) {
            const { start, end } = file.locate(entry);
            assert.ok(0 <= start && start <= end && end <= text.length, title);
            file.pathTo(entry);
          }
        });
        assert.ok(time < 1500, `${title}: ${Math.round(time)} ms`);
      }
    });

  it('reads no text that is too large', () => {
    const text = ' '.repeat(100_000_000);
    for (const format of formats) {
      const { packages, faults } = format.parse(text, 'x', () => undefined);
      assert.deepEqual([packages, faults.map(one => one.code)], [[], ['too-large']], format.id);
    }
  });
});

describe('a lockfile that is large', () => {
  it('is read, and its places and paths are found, in a moment', () => {
    const count = 5000;
    const packages: Record<string, object> = { '': { dependencies: { p0: '*' } } };
    for (let at = 0; at < count; at++)
      packages[`node_modules/p${at}`] = {
        version: `1.0.${at}`,
        integrity: 'sha512-x',
        dependencies: { [`p${at + 1}`]: '*' },
      };
    const text = JSON.stringify({ lockfileVersion: 3, packages }, null, 2);
    const format = formats.find(one => one.id === 'package-lock.json')!;
    const time = leastCpuTime(1000, () => {
      const file = format.parse(text, 'package-lock.json');
      assert.equal(file.packages.length, count);
      const last = file.packages.at(-1)!;
      const { start, end } = file.locate(last);
      assert.equal(text.slice(start, end), `1.0.${count - 1}`);
      assert.equal(file.pathTo(last).length, count);
    });
    assert.ok(time < 1000, `${Math.round(time)} ms`);
  });
});
