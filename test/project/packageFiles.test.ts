import assert from 'node:assert/strict';
import type { PackageFormat } from '../../src/core/packages';
import { pathFrom } from '../../src/io/pathFrom';
import { largestPackageFile, type ReadPackageFile, readPackageFiles } from '../../src/project/packageFiles';
import { makeFolder } from '../cli/lockside';

const formats: Readonly<Record<string, PackageFormat>> = {
  'some.lock': format('lockfile'),
  'some.toml': format('manifest'),
};

describe('files that say something about packages', () => {
  it('are found without what is ignored or installed, but for lockfiles', async () => {
    const folder = makeFolder({
      '.gitignore': 'some.*\n!keep/some.toml\nout/\n',
      '.git/HEAD': '',
      'some.lock': 'a lock',
      'some.toml': '',
      'other.txt': '',
      'keep/some.toml': 'a manifest',
      'out/some.lock': '',
      'node_modules/a/some.lock': '',
      'binary/some.lock': Buffer.from([0, 1, 2]),
    });
    const read = (...paths: string[]) => told(folder.path, paths);
    const all = ['binary/some.lock: not a text: not read', 'keep/some.toml = a manifest', 'some.lock = a lock'];
    assert.deepEqual(await read(), all);
    assert.deepEqual(await read('out', 'node_modules/a/some.lock'), [
      'out/some.lock = ',
      'node_modules/a/some.lock = ',
    ]);
    assert.deepEqual(await read('some.lock', 'nosuch', 'other.txt'), [
      'some.lock = a lock',
      'nosuch! no such file or folder',
      'other.txt! no format of packages that is known',
    ]);
    assert.match((await told(folder.path, ['some.lock'], 3)).join(), /^some\.lock! .*more than the limit/);
    folder.remove();
  });
});

async function told(cwd: string, paths: readonly string[], limit = largestPackageFile): Promise<string[]> {
  const all: string[] = [];
  const formatOf = (path: string) => formats[path.split('/').at(-1) ?? ''];
  const places = { cwd, limit, formatOf, pathOf: (file: string) => pathFrom(cwd, file) };
  for await (const one of readPackageFiles(paths, places)) all.push(line(one));
  return all;
}

function line(one: ReadPackageFile): string {
  if (one.fault) return `${one.file}${one.named ? '!' : ':'} ${one.fault.message}`;
  assert.equal(one.file, one.path);
  return `${one.file} = ${one.text}`;
}

function format(kind: PackageFormat['kind']): PackageFormat {
  const nothing = {
    format: kind,
    kind,
    packages: [],
    faults: [],
    locate: () => ({ start: 0, end: 0 }),
    pathTo: () => [],
  };
  return { id: kind, kind, matches: () => true, parse: () => nothing };
}
