import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import { createGlob } from '../../src/core/glob';
import { globParts } from '../../src/core/loadGlobParts';
import { leastCpuTime } from '../cpuTime';

describe('globs', () => {
  it('match what one expects', () => {
    const cases: [glob: string, hits: string[], misses: string[]][] = [
      ['*.env', ['.env', 'a.env', 'deep/er/a.env'], ['a.envx', '.env/x']],
      ['src/*.ts', ['src/a.ts'], ['src/b/a.ts', 'a.ts', 'x/src/a.ts']],
      ['src/**/*.ts', ['src/a.ts', 'src/b/c/a.ts'], ['a.ts', 'src/a.js']],
      ['**/test/**', ['test/a', 'x/test/y/z'], ['tests/a']],
      ['config/', ['config/a', 'config/b/c'], ['config2/a']],
      ['{src,lib}/**', ['src/a', 'lib/b/c'], ['other/a']],
      ['[a-c]?.txt', ['ax.txt', 'b😀.txt'], ['dx.txt', 'a.txt']],
      ['[!a].txt', ['b.txt'], ['a.txt']],
      ['\\*.txt', ['*.txt'], ['a.txt']],
      ['a[', ['a['], ['a']],
      ['!a', ['!a'], ['b']],
      ['#a', ['#a'], ['a']],
      ['**', ['a', 'a/b'], []],
      ['[z-a]', [], ['a', 'z']],
    ];
    for (const [glob, hits, misses] of cases) {
      const matches = createGlob(glob, true);
      for (const path of hits) assert.ok(matches(path), `${glob} should match ${path}`);
      for (const path of misses) assert.ok(!matches(path), `${glob} should not match ${path}`);
    }
  });

  it('are read as minimatch reads them, where only stars and slashes mean something', () => {
    const options = { dot: true, noext: true, nonegate: true, nocomment: true };
    const globs = fc.string({ unit: fc.constantFrom('a', '*', '**', '/', '/', '.', '..', ':', '-'), minLength: 1 });
    const check = (glob: string) => assert.deepEqual(globParts(glob), new Minimatch(glob, options).globParts, glob);
    fc.assert(fc.property(globs, check), { numRuns: 3000, seed: 3 });
    for (const glob of ['a', '**', 'model:*', 'a/**/b.*', 'a/../b', './a', 'a//b', '/a', 'a/', '**/**', '..a/b'])
      check(glob);
  });

  it('match what minimatch matches', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 5 });
    const globs = fc
      .array(fc.oneof(name, fc.constant('**'), fc.constant('{a,b*}')), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/'));
    const paths = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map(parts => parts.join('/'));
    fc.assert(
      fc.property(globs, paths, (glob, path) => {
        // A name that has two stars in a row and more is read in different ways; they are not worth the words.
        fc.pre(!/\*\*[^/]|[^/]\*\*/.test(glob));
        assert.equal(
          createGlob(glob, true)(path),
          new Minimatch(glob, { dot: true, matchBase: true, noext: true }).match(path),
          `${glob} ${path}`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('stay quick whatever they are', () => {
    const path = `${'a/'.repeat(60)}${'a'.repeat(200)}`;
    for (const glob of [
      '*a'.repeat(90),
      '?*'.repeat(90),
      '**/a/'.repeat(39),
      '{1..9999999}',
      '{a,b}'.repeat(39),
      '{'.repeat(200),
      '[a'.repeat(99),
    ]) {
      assert.ok(leastCpuTime(3000, () => createGlob(`${glob}b`, true)(path)) < 3000, glob.slice(0, 20));
    }
  });
}).timeout(60_000);
