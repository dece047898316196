import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCodePrints, type KeyedHash, printsOf } from '../../../src/core/classify/codePrints';
import { maximumPrints, readPrints, writePrints } from '../../../src/core/classify/printsFile';
import { leastCpuTime } from '../../cpuTime';

const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const keyed: KeyedHash = words => words.map(word => Math.imul(word ^ 0x5bd1e995, 0x9e3779b1));
const owned = ['src/core/glob.ts', 'src/core/redact.ts', 'src/core/sweep.ts', 'src/core/overlaps.ts', 'src/io/git.ts'];
const files = owned.map(path => ({ path, class: 'restricted' as const, prints: printsOf(read(path), keyed) }));
const prints = createCodePrints(files, keyed);

const words = /"[^"\n]*"|'[^'\n]*'|`[^`]*`|[A-Za-z_]\w*/g;
const reserved =
  /^(?:const|let|for|of|in|if|else|return|function|while|export|import|from|true|false|undefined|null|new|instanceof|interface|readonly|typeof|string|number|boolean)$/;
const renamed = (code: string) =>
  code.replace(words, word =>
    /^["'`]/.test(word) || reserved.test(word) || /^[A-Z]?[a-z]$/.test(word)
      ? word
      : `other_${word.length}${[...word].reverse().join('')}`,
  );

describe('code fingerprints', () => {
  const changes: readonly [string, (code: string) => string][] = [
    ['as it is', code => code],
    ['renamed', renamed],
    ['indented otherwise', code => code.replace(/^ +/gm, blanks => '\t'.repeat(blanks.length / 2))],
    ['with its comments gone', code => code.replace(/^\s*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '')],
    ['with comments elsewhere', code => code.replace(/;\n/g, ';\n// Something.\n/* Else. */\n')],
    ['without semicolons', code => code.replace(/;$/gm, '')],
    [
      'with its functions in another order',
      code =>
        code
          .split(/\n(?=(?:export )?(?:async )?function )/)
          .reverse()
          .join('\n'),
    ],
    ['in the middle of other code', code => `${read('src/core/settings.ts')}\n${code}\n${read('src/io/output.ts')}`],
  ];
  for (const [name, change] of changes) {
    it(`know code ${name}`, () => {
      for (const path of owned) {
        const code = change(read(path));
        const { matches } = prints.match(code);
        const found = matches.find(match => match.path === path);
        const covered = (found?.spans ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
        assert.ok(
          found && covered > 0.7 * Math.min(code.length, read(path).length * 0.75),
          `${path}: ${covered} of ${code.length}`,
        );
      }
    });
  }

  it('tell how much of a text it is', () => {
    for (const path of owned) assert.ok(prints.match(read(path)).share > 0.9, path);
    const half = prints.match(`${read('src/core/glob.ts')}\n${read('src/core/settings.ts')}`);
    assert.ok(half.share > 0.3 && half.share < 0.8, String(half.share));
  });

  it('know a function that is pasted into a prompt, and where it stands', () => {
    const code = /function fits[\s\S]*?\n\}\n\n\/\*\*[\s\S]*?\n \*\/\nfunction matchesAll[\s\S]*?\n\}\n/.exec(
      read('src/core/glob.ts'),
    )![0];
    const prompt = `Please explain this to me:\n\n${code}\nThank you!`;
    const [match] = prints.match(prompt).matches;
    assert.equal(match?.path, 'src/core/glob.ts');
    assert.ok(
      match.spans.every(({ start, end }) => start >= prompt.indexOf(code) && end <= prompt.indexOf(code) + code.length),
    );
  });

  it('know nothing of other code, of prose and of tables', () => {
    const others = [
      'src/core/settings.ts',
      'src/editor/findings/tree.ts',
      'src/cli.ts',
      'ARCHITECTURE.md',
      'package.json',
      'CONTRIBUTING.md',
    ];
    for (const path of others) assert.deepEqual(prints.match(read(path)).matches, [], path);
    const table = Array.from({ length: 1000 }, (_, i) => `const a${i} = require('./a${i}');`).join('\n');
    assert.deepEqual(
      createCodePrints([{ path: 'a', class: 'restricted', prints: printsOf(table, keyed) }], keyed).match(table)
        .matches,
      [],
    );
  });

  it('say nothing to whoever has another key', () => {
    const other: KeyedHash = words => words.map(word => Math.imul(word ^ 1, 0x9e3779b1));
    assert.deepEqual(createCodePrints(files, other).match(read(owned[0]!)).matches, []);
  });

  it('take little time of hostile texts', () => {
    const hostile = [
      "'\\".repeat(300_000),
      '`'.repeat(500_001),
      '/'.repeat(500_000),
      'x = /['.repeat(100_000),
      '"""'.repeat(200_001),
      'a '.repeat(500_000),
      '/*'.repeat(300_000),
      'a:'.repeat(300_000),
      `${'a '.repeat(20)}\n`.repeat(20_000),
    ];
    for (const text of hostile) {
      assert.ok(leastCpuTime(1500, () => prints.match(text)) < 1500, text.slice(0, 12));
    }
  });

  it('are written one file a line, and read again', () => {
    const text = writePrints(files);
    assert.equal(text.split('\n').length, files.length + 6);
    assert.deepEqual(readPrints(text), { files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)), faults: [] });
    assert.deepEqual(readPrints(writePrints([])), { files: [], faults: [] });
    assert.equal(text, writePrints([...files].reverse()));
  });

  it('are refused where they are not as they were written', () => {
    const entry = (over: object) =>
      JSON.stringify({ version: 1, files: [{ path: 'a', class: 'restricted', prints: 'AAAAAAAB', ...over }] });
    assert.equal(readPrints(entry({})).faults.length, 0);
    const broken = [
      '',
      '[]',
      '{"version": 2, "files": []}',
      entry({ path: 1 }),
      entry({ class: 'secret' }),
      entry({ prints: 'AAA' }),
      entry({ prints: 'AAAAAAA!' }),
      entry({ prints: 'AAAAAAAA'.repeat(maximumPrints + 1) }),
    ];
    for (const text of broken) {
      const { files, faults } = readPrints(text);
      assert.deepEqual([files.length, faults.length, faults[0]?.code], [0, 1, 'settings'], text.slice(0, 80));
    }
  });
});
