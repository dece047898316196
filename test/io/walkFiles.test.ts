import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { scanFiles } from '../../src/io/scanFiles';
import { walkFiles } from '../../src/io/walkFiles';

describe('walking files', () => {
  it('finds each once, in a steady order, with what is passed over', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lockside-walk-'));
    for (const name of ['b/z.txt', 'b/a.txt', 'a.txt', 'c/.gitignore', 'c/x.txt', 'c/d/y.txt', '.git/HEAD']) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), name.endsWith('.gitignore') ? '*.txt\n!y.txt\n' : '');
    }
    symlinkSync('a.txt', join(root, 'link'));
    symlinkSync('.', join(root, 'loop'));
    const walked = async (...paths: string[]) => {
      const all: string[] = [];
      for await (const one of walkFiles(paths, root))
        all.push(
          `${relative(root, one.file)}${one.fault ? ` ${one.fault.code}` : ''}${one.skipped ? ` ${one.skipped}` : ''}`,
        );
      return all;
    };
    assert.deepEqual(await walked('.'), [
      'a.txt',
      'b/a.txt',
      'b/z.txt',
      'c/.gitignore',
      'c/d/y.txt',
      'link link',
      'loop unreadable',
    ]);
    assert.deepEqual(await walked('b', '.', 'b/a.txt').then(all => all.slice(0, 3)), ['b/a.txt', 'b/z.txt', 'a.txt']);
    assert.deepEqual(await walked('link', 'c/x.txt', 'nosuch'), ['link', 'c/x.txt', 'nosuch unreadable']);
    rmSync(root, { recursive: true });
  });

  it('works on several at a time, in order, and on no more than it may', async () => {
    let running = 0;
    let most = 0;
    const work = async (file: number) => {
      most = Math.max(most, ++running);
      await new Promise(resolve => setTimeout(resolve, (7 - file) % 3));
      running--;
      return file * 2;
    };
    const results: number[] = [];
    for await (const { file, result } of scanFiles(numbers(20), work, 4)) {
      assert.equal(result, file * 2);
      results.push(file);
    }
    assert.deepEqual(
      results,
      Array.from({ length: 20 }, (_, at) => at),
    );
    assert.ok(most > 1 && most <= 4, String(most));
  });
});

async function* numbers(count: number): AsyncGenerator<number> {
  for (let at = 0; at < count; at++) yield at;
}
