import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

describe('code that V8 has compiled before', () => {
  let base: string;
  let state: string;
  let program: string;
  before(() => {
    base = mkdtempSync(join(tmpdir(), 'lockside-compiled-'));
    program = join(base, 'program.cjs');
    const contents = `
      import { requireCompiled } from './src/io/compiledCode';
      const [file, state] = process.argv.slice(2);
      const exported = requireCompiled(file, state) as { say(): string } | undefined;
      process.stdout.write(exported ? exported.say() : 'not here');`;
    const stdin = { contents, resolveDir: join(__dirname, '../..'), loader: 'ts' } as const;
    buildSync({ stdin, outfile: program, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  });
  beforeEach(() => {
    state = mkdtempSync(join(base, 'state-'));
    say('one');
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('says the same, and lies in a folder of its user', function () {
    if (!process.getuid) this.skip();
    assert.deepEqual([run(), kept().length], ['one', 1]);
    const [name] = kept();
    const bytes = readFileSync(join(state, 'compiled', name!));
    assert.equal(run(), 'one');
    assert.deepEqual([kept(), readFileSync(join(state, 'compiled', name!)).equals(bytes)], [[name], true]);
  });

  it('is made anew for another version, and the old one goes', function () {
    if (!process.getuid) this.skip();
    run();
    const [before] = kept();
    say('two');
    assert.equal(run(), 'two');
    assert.ok(kept().length === 1 && kept()[0] !== before);
  });

  it('is made anew where it was damaged', function () {
    if (!process.getuid) this.skip();
    run();
    const file = join(state, 'compiled', kept()[0]!);
    const bytes = readFileSync(file);
    for (const at of [0, 40, bytes.length >> 1, bytes.length - 1]) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1;
      writeFileSync(file, damaged);
      assert.equal(run(), 'one');
    }
    writeFileSync(file, '');
    assert.equal(run(), 'one');
    assert.ok(readFileSync(file).length > 32);
  });

  it('is not used where others may write, or where there is no folder', () => {
    chmodSync(state, 0o777);
    if (process.getuid) assert.equal(run(), 'not here');
    rmSync(state, { recursive: true });
    assert.equal(run(), 'not here');
    mkdirSync(state);
    assert.equal(run(join(base, 'nothing.cjs')), 'not here');
  });

  function say(what: string): void {
    rmSync(join(base, 'module.cjs'), { force: true });
    writeFileSync(
      join(base, 'module.cjs'),
      `const { sep } = require('node:path');\nexports.say = () => sep && '${what}';`,
    );
  }

  function run(file = join(base, 'module.cjs')): string {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, file, state], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
  }

  function kept(): string[] {
    return readdirSync(join(state, 'compiled'));
  }
});
