import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readForeignRules } from '../../src/io/foreignRules';

const rule = "[[rules]]\nid = 'acme'\nregex = 'acme_[a-z0-9]{32}'\n";

describe("reading other scanners' files", () => {
  let base: string;
  let root: string;
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'lockside-foreign-'));
    root = join(base, 'work');
    mkdirSync(join(root, '.github'), { recursive: true });
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it('takes those that stand there', () => {
    writeFileSync(join(root, '.github', 'gitleaks.toml'), `\ufeff${rule}`);
    writeFileSync(join(root, '.gitleaksignore'), 'a.ts:acme:1\n');
    const { files, rules, acceptors, faults } = readForeignRules(root);
    assert.deepEqual(
      [files, rules.length, acceptors.length, faults],
      [['.github/gitleaks.toml', '.gitleaksignore'], 1, 1, []],
    );
  });

  it('finds none where there is none', () => {
    const { rules, acceptors, faults, files } = readForeignRules(root);
    assert.deepEqual([rules, acceptors, faults, files], [[], [], [], []]);
    assert.deepEqual(readForeignRules(join(root, 'nosuch')).files, []);
  });

  it('never reads outside of the folder, nor what is no text, nor too much', () => {
    writeFileSync(join(base, 'outside.toml'), rule);
    const extend = (path: string) => `[extend]\npath = '${path}'\n`;
    const cases: [put: (file: string) => void, message: RegExp][] = [
      [file => writeFileSync(file, extend('../outside.toml')), /outside of the workspace/],
      [file => writeFileSync(file, extend('.github/../../outside.toml')), /outside of the workspace/],
      [file => writeFileSync(file, extend(join(base, 'outside.toml'))), /outside of the workspace/],
      [file => symlinkSync(join(base, 'outside.toml'), file), /outside of the workspace/],
      [file => symlinkSync('.gitleaks.toml', file), /loop/],
      [file => mkdirSync(file), /no file|directory/i],
      [file => writeFileSync(file, Buffer.from([0x61, 0xff, 0xfe, 0x0a])), /not valid UTF-8/],
      [file => writeFileSync(file, Buffer.from([0x61, 0, 0x62])), /no text/],
      [file => writeFileSync(file, '#'.repeat(5 * 1024 * 1024)), /5\.0 MB, more than 4\.0 MB/],
    ];
    const file = join(root, '.gitleaks.toml');
    // A link that leads nowhere is not there for `existsSync`.
    writeFileSync(join(root, '.gitleaksignore'), '');
    for (const [put, message] of cases) {
      put(file);
      const { rules, faults } = readForeignRules(root);
      assert.deepEqual([rules.length, faults.length, faults[0]?.where], [0, 1, '.gitleaks.toml']);
      assert.match(faults[0]!.message, message);
      rmSync(file, { recursive: true });
    }
  });

  it('follows a link that stays within', () => {
    writeFileSync(join(root, '.github', 'rules.toml'), rule);
    symlinkSync(join('.github', 'rules.toml'), join(root, '.gitleaks.toml'));
    assert.equal(readForeignRules(root).rules.length, 1);
  });
});
