import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { sample } from '../../src/core/detectors/sample';
import { type Folder, makeFolder } from './lockside';

const token = sample('ghp_{alnum:30}{crc62:6}', 1);
const zip = (files: Readonly<Record<string, string>>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

describe('lockside scan, on archives', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder({
      'a.zip': zip({ 'x/y.env': `one\nT=${token}\n`, 'clean.txt': 'clean' }),
      'sub/log.gz': gzipSync(`\n\nT=${token}`),
      'fake.zip': `T=${token}`,
      'renamed.dat': zip({ 'z.txt': token }),
      'other.bz2': 'BZh91AY&SY',
      'plain.txt': 'nothing',
    });
  });
  after(() => folder.remove());

  const cases: [string, string[], string[], number][] = [
    ['leaves them alone where a walk meets them', [], ['fake.zip:1'], 1],
    ['opens them where it is told to', ['--archives'], ['a.zip!/x/y.env:2', 'fake.zip:1', 'sub/log.gz!/log:3'], 1],
    ['opens what is named', ['a.zip'], ['a.zip!/x/y.env:2'], 1],
    ['opens what is named, whatever it is called', ['renamed.dat'], ['renamed.dat!/z.txt:1'], 1],
    ['says what it can not open', ['other.bz2'], [], 2],
  ];
  for (const [name, args, expected, code] of cases) {
    it(name, async () => {
      const ran = await folder.run(['scan', '--format', 'jsonl', ...args]);
      const rows = ran.stdout
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line) as { file: string; line: number });
      assert.deepEqual(
        rows.map(({ file, line }) => `${file}:${line}`),
        expected,
      );
      assert.equal(ran.code, code, ran.stderr);
      if (code === 2) assert.match(ran.stderr, /other\.bz2: bzip2: can't be opened here, not scanned/);
    });
  }

  it('lets rules reach into them', async () => {
    const rules = [{ paths: ['a.zip!/x/**'], action: 'allow' }];
    folder.write({ '.vscode/settings.json': JSON.stringify({ 'lockside.rules': rules }) });
    assert.equal((await folder.run(['scan', 'a.zip'])).code, 0);
  });
}).timeout(60_000);
