import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { create } from 'tar';
import { readArchive } from '../../src/io/archive';
import { type ArchiveLimits, archiveLimits } from '../../src/io/archiveBudget';
import { archiveKind, isArchiveName } from '../../src/io/archiveKind';

const text = (content: string) => strToU8(content);
const zip = (files: Zippable) => Buffer.from(zipSync(files));

describe('archives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockside-archive-'));
  after(() => rmSync(folder, { recursive: true }));

  const read = async (name: string, bytes: Buffer, limits: Partial<ArchiveLimits> = {}, onDisk = false) => {
    const kind = archiveKind(bytes);
    assert.ok(kind, `${name} is an archive`);
    const file = join(folder, 'archive');
    if (onDisk) writeFileSync(file, bytes);
    const found: string[] = [];
    const all = { ...archiveLimits, file: 10_000, ...limits };
    for await (const one of readArchive(name, kind, onDisk ? { file } : { bytes }, all)) {
      const what =
        'bytes' in one ? Buffer.from(one.bytes).toString() : 'fault' in one ? one.fault.message : one.skipped;
      found.push(`${one.name}: ${what}`);
    }
    return found;
  };

  const opened: [string, Buffer, string[]][] = [
    [
      'a.zip',
      zip({ 'x/y.txt': text('hello'), 'x/z.bin': new Uint8Array([1, 0, 2]), 'x/': new Uint8Array() }),
      ['a.zip!/x/y.txt: hello', 'a.zip!/x/z.bin: binary'],
    ],
    ['empty.zip', zip({}), []],
    ['stored.jar', zip({ 'a.properties': [text('k=v'), { level: 0 }] }), ['stored.jar!/a.properties: k=v']],
    [
      'a.tar',
      tar({ 'x/y.txt': 'hello', 'z.bin': Buffer.from([0, 1]) }),
      ['a.tar!/x/y.txt: hello', 'a.tar!/z.bin: binary'],
    ],
    ['a.tgz', gzipSync(tar({ [`${'long/'.repeat(40)}y.txt`]: 'hello' })), [`a.tgz!/${'long/'.repeat(40)}y.txt: hello`]],
    ['d/a.log.gz', gzipSync('hello'), ['d/a.log.gz!/a.log: hello']],
    ['a.war', zip({ 'lib/b.jar': zip({ 'c.txt': text('deep') }) }), ['a.war!/lib/b.jar!/c.txt: deep']],
    ['both.tgz', gzipSync(tar({ 'b.zip': zip({ 'c.txt': text('deep') }) })), ['both.tgz!/b.zip!/c.txt: deep']],
    [
      'up.zip',
      zip({ '../../etc/passwd': text('a label'), '/abs': text('too') }),
      ['up.zip!/../../etc/passwd: a label', 'up.zip!//abs: too'],
    ],
    [
      'r.docx',
      zip({
        'word/document.xml': text(
          '<w:p><w:t>one &amp; tw</w:t></w:r><w:r><w:t>o</w:t></w:p><w:p><w:t>&#x33;</w:t></w:p>',
        ),
        'word/_rels/document.xml.rels': text('<R Target="http://x"/>'),
      }),
      ['r.docx!/word/document.xml: one & two\n3\n', 'r.docx!/word/_rels/document.xml.rels: <R Target="http://x"/>'],
    ],
  ];
  for (const [name, bytes, expected] of opened) {
    it(`opens ${name}, from a disk and from memory`, async () => {
      assert.deepEqual(await read(name, bytes), expected);
      assert.deepEqual(await read(name, bytes, {}, true), expected);
    });
  }

  const zeros = 'a'.repeat(3_000_000);
  const three = zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.txt': text('x') }) }) });
  const refused: [string, Buffer, Partial<ArchiveLimits>, RegExp[]][] = [
    [
      'a large text',
      zip({ 'a.txt': text(zeros), 'b.txt': text('b') }),
      {},
      [/a\.txt: more than .* unpacked: not scanned$/, /b\.txt: b$/],
    ],
    ['a large text in a tar', tar({ 'a.txt': zeros, 'b.txt': 'b' }), {}, [/a\.txt: more than/, /b\.txt: b$/]],
    [
      'a gzip bomb',
      gzipSync(zeros),
      { total: 100_000, file: 1e9 },
      [/^x: an archive of more than 0\.1 MB unpacked: the rest was not scanned$/],
    ],
    [
      'many texts',
      zip({ a: text('a'), b: text('b'), c: text('c') }),
      { files: 2 },
      [/a: a$/, /b: b$/, /^x: an archive of more than 2 files/],
    ],
    ['many texts in a tar', tar({ a: 'a', b: 'b', c: 'c' }), { files: 2 }, [/^x: an archive of more than 2 files/]],
    [
      'much text',
      zip({ a: text('a'.repeat(600)), b: text('b'.repeat(600)) }),
      { total: 1000 },
      [/a: a+$/, /^x: .*the rest was not scanned/],
    ],
    ['too long a time', zip({ a: text('a') }), { milliseconds: -1 }, [/^x: unpacking took longer/]],
    ['what stands too deep', three, {}, [/b\.zip!\/c\.zip: an archive 3 deep: not scanned/]],
    ['encrypted files', encrypted(zip({ 'a.txt': text('a') })), {}, [/a\.txt: encrypted: not scanned/]],
    ['a zip that is cut off', three.subarray(0, three.length - 30), {}, [/^x: a damaged zip file/]],
    [
      'a gzip that is cut off',
      gzipSync(tar({ 'a.txt': 'a'.repeat(900) })).subarray(0, 60),
      {},
      [/^x: a damaged gzip file/],
    ],
    [
      'a tar that is cut off',
      tar({ 'a.txt': 'a'.repeat(900) }).subarray(0, 800),
      {},
      [/a\.txt: a+$/, /^x: a damaged tar file/],
    ],
    [
      'bytes that are damaged',
      damaged(zip({ 'a.txt': text('abcabcabc'.repeat(99)), 'b.txt': [text('b'), { level: 0 }] })),
      {},
      [/a\.txt: damaged/, /b\.txt: b$/],
    ],
    ['other kinds', Buffer.from('BZh91AY&SY'), {}, [/^x: bzip2: can't be opened here, not scanned/]],
  ];
  for (const [name, bytes, limits, expected] of refused) {
    it(`says what it does not scan: ${name}`, async () => {
      const found = await read('x', bytes, limits);
      assert.equal(found.length, expected.length, found.map(one => one.slice(0, 200)).join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(found[index]!, pattern);
    });
  }

  it('never throws, whatever is broken in them', async () => {
    const whole = [
      zip({ 'a.txt': text('hello '.repeat(99)), 'b.zip': zip({ 'c.txt': text('deep') }) }),
      tar({ [`${'long/'.repeat(40)}a.txt`]: 'hello '.repeat(99), 'b.gz': gzipSync('deep') }),
      gzipSync(tar({ 'a.txt': 'hello '.repeat(99), 'b.zip': zip({ 'c.txt': text('deep') }) })),
    ];
    for (let round = 0; round < 600; round++) {
      const bytes = Buffer.from(whole[round % 3]!);
      for (let n = 0; n < 1 + (round % 5); n++) {
        const at = 4 + ((round * 7919 + n * 104_729) % (bytes.length - 4));
        bytes[at] = (bytes[at]! + 1 + round * 31) & 0xff;
      }
      const cut = round % 7 === 0 ? bytes.subarray(0, bytes.length - (round % 97)) : bytes;
      if (archiveKind(cut)) await read('x', cut, { total: 1_000_000 });
    }
  });

  it('follows no link in a tar', async () => {
    const place = join(folder, 'links');
    mkdirSync(place);
    writeFileSync(join(place, 'real.txt'), 'real');
    symlinkSync('/etc/passwd', join(place, 'link'));
    const bytes = create({ sync: true, cwd: place, portable: true }, ['real.txt', 'link']).read() as Buffer;
    assert.deepEqual(await read('a.tar', bytes), ['a.tar!/real.txt: real']);
  });

  it('takes no text for one', () => {
    for (const content of [`${' '.repeat(257)}ustar ${' '.repeat(300)}`, 'BZh9 is a header', '0'.repeat(600), 'PK', ''])
      assert.equal(archiveKind(Buffer.from(content)), undefined, content.trim().slice(0, 20));
  });

  it('knows archives by their names', () => {
    for (const name of ['a.zip', 'B.JAR', 'x.tar.gz', 'x.TGZ', 'r.docx', 'p.whl']) assert.ok(isArchiveName(name), name);
    for (const name of ['zip', 'a.ts', 'a.zip.txt', 'gz']) assert.ok(!isArchiveName(name), name);
  });

  function tar(files: Readonly<Record<string, string | Buffer>>): Buffer {
    const place = mkdtempSync(join(tmpdir(), 'lockside-tar-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), content);
    }
    const bytes = create({ sync: true, cwd: place, portable: true }, Object.keys(files)).read() as Buffer;
    rmSync(place, { recursive: true });
    return bytes;
  }
});

/** Says of a zip's first file that it is encrypted: a bit in its header in the directory. */
function encrypted(bytes: Buffer): Buffer {
  bytes[bytes.indexOf('PK\x01\x02') + 8]! |= 1;
  return bytes;
}

/** Changes a byte of a zip's first file, whose data begin behind its header of 30 bytes and its name of 5. */
function damaged(bytes: Buffer): Buffer {
  bytes.fill(0xff, 35, 38);
  return bytes;
}
