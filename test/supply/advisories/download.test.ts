import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Table } from '../../../src/core/untyped';
import { queryOsv } from '../../../src/io/advisories/queryOsv';
import { inflateChunk, readShard } from '../../../src/io/advisories/shardFiles';
import { downloadShard, importShard, type Updated } from '../../../src/io/advisories/updateShard';
import { zipRecords } from '../../../src/io/advisories/zipRecords';
import { openUrl, type UrlRequest } from '../../../src/io/openUrl';
import { compactRecords } from '../../../src/supply/advisories/compactRecords';
import { openShard } from '../../../src/supply/advisories/openShard';
import { makeZip, type OsvServer, sharedRecords, startOsvServer, zipOfFiles } from '../osvServer';
import { osvRecord } from '../records';

const many = Array.from({ length: 200 }, (_, i) => osvRecord({ id: `GHSA-${i}`, name: `package-${i}` }));
const retrying = { open: openUrl, wait: async () => undefined };

describe('the advisories on this machine', () => {
  let server: OsvServer;
  let folder: string;
  before(async () => {
    server = await startOsvServer([...many, osvRecord({ id: 'PYSEC-1', name: 'p', ecosystem: 'PyPI' })]);
  });
  after(() => server.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lockside-shards-'));
    server.set({});
    server.asked.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const settings = (ecosystem: 'npm' | 'PyPI' = 'npm') => ({
    ...{ folder, ecosystem, now: '2026-11-21T00:00:00.000Z' },
    compact: (records: AsyncIterable<unknown>, deflate: (bytes: Uint8Array) => Uint8Array) =>
      compactRecords(ecosystem, records, deflate),
  });
  const update = (open = openUrl) => downloadShard(settings(), server.url, { ...retrying, open });
  const opened = () => openShard(readShard(folder, 'npm') ?? new Uint8Array(), inflateChunk);
  const bring = (bytes: Buffer) => {
    const file = join(folder, 'brought.zip');
    writeFileSync(file, bytes);
    return importShard(settings(), file);
  };
  const failure = (updated: Updated) => (updated.state === 'failed' ? updated.message : updated.state);

  it('come once, and again only when there are newer ones', async () => {
    assert.equal((await update()).state, 'fresh');
    assert.equal(opened()?.count, 200);
    assert.equal((await update()).state, 'unchanged');
    assert.deepEqual(readdirSync(folder).sort(), ['npm.json', 'npm.shard'], 'nothing else is left');
  });

  it('go on where a connection broke off', async () => {
    server.set({ cutAfter: 5000, cutOnce: true });
    assert.equal((await update()).state, 'fresh');
    assert.deepEqual(server.asked, ['GET /npm/all.zip', 'GET /npm/all.zip bytes=5000-']);
    assert.equal(opened()?.count, 200);
  });

  it('go on at the next call, or begin anew where the server knows no ranges', async () => {
    for (const noRanges of [false, true]) {
      server.set({ cutAfter: 3000 });
      assert.match(failure(await update()), /nothing was changed/);
      server.set({ noRanges });
      server.asked.length = 0;
      assert.equal((await update()).state, 'fresh');
      assert.match(server.asked[0] ?? '', /bytes=\d+-$/);
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    }
  });

  it('are asked for again where the server is busy or ill, but not for ever', async () => {
    for (const status of [429, 500, 503]) {
      server.set({ status, times: 2 });
      assert.ok(['fresh', 'unchanged'].includes((await update()).state), String(status));
    }
    server.set({ status: 500 });
    assert.match(failure(await update()), /status 500/);
    server.set({ status: 403 });
    server.asked.length = 0;
    assert.match(failure(await update()), /status 403/);
    assert.equal(server.asked.length, 1, 'a refusal is final');
    assert.equal(opened()?.count, 200, 'the old ones stay');
  });

  it('wait no longer than is told for a server that says nothing', async () => {
    server.set({ delay: 400 });
    const hasty = (request: UrlRequest) => openUrl({ ...request, idle: 50 });
    assert.match(failure(await update(hasty)), /sent nothing for/);
  });

  it('stay as they are where what comes is broken', async () => {
    assert.equal((await update()).state, 'fresh');
    rmSync(join(folder, 'npm.json'));
    const zip = makeZip(many);
    const cases: readonly [string, Buffer, RegExp][] = [
      ['no zip', Buffer.from('<html>'), /nothing was changed/],
      ['cut off', zip.subarray(0, zip.length / 2), /nothing was changed/],
      ['empty', makeZip([]), /no advisory of npm/],
      [
        'another ecosystem',
        makeZip([osvRecord({ id: 'PYSEC-1', name: 'p', ecosystem: 'PyPI' })]),
        /no advisory of npm/,
      ],
      ['no JSON', zipOfFiles([['a.json', Buffer.from('{"id":')]]), /a\.json: not valid JSON/],
      ['a bomb', zipOfFiles([['a.json', Buffer.alloc(6_000_000, ' ')]]), /like a zip bomb/],
      ['a bomb that lies', zipOfFiles([['a.json', Buffer.alloc(6_000_000, ' ')]], 100), /nothing was changed/],
      ['a large record', zipOfFiles([['a.json', Buffer.alloc(9_000_000, ' ')]]), /more than 8\.0 MB/],
      ['another checksum', damaged(zip), /nothing was changed/],
    ];
    for (const [title, bytes, message] of cases) {
      assert.match(failure(await bring(bytes)), message, title);
      assert.equal(opened()?.count, 200, title);
    }
    server.set({ body: 'not a zip' });
    assert.match(failure(await update()), /nothing was changed/);
    assert.equal(opened()?.count, 200);
  });

  it('are bounded in entries and bytes', async () => {
    const file = join(folder, 'many.zip');
    writeFileSync(file, makeZip(many));
    const read = async (limits: object) => {
      const all = { entries: 1000, record: 1e6, total: 1e9, ratio: 100, ...limits };
      for await (const _ of zipRecords(file, all));
    };
    await assert.rejects(read({ entries: 100 }), /has 200 entries, more than 100/);
    await assert.rejects(read({ total: 1000 }), /unpacked in all/);
  });

  it('can be brought as a file, and then come anew from the server', async () => {
    assert.equal((await bring(makeZip(many.slice(0, 5)))).state, 'fresh');
    assert.equal(opened()?.count, 5);
    assert.equal((await update()).state, 'fresh');
    assert.equal(opened()?.count, 200);
    server.set({ stale: true });
    assert.equal((await update()).state, 'unchanged');
  });

  it('come over https alone, but from this machine', async () => {
    const updated = await downloadShard(settings(), 'http://osv.example', retrying);
    assert.match(failure(updated), /only https/);
    assert.ok(!existsSync(join(folder, 'npm.shard')));
  });
});

describe("OSV's API", () => {
  let server: OsvServer;
  const records = [
    ...Array.from({ length: 8 }, (_, i) => osvRecord({ id: `GHSA-p${i}`, name: 'paged' })),
    osvRecord({ id: 'GHSA-q', name: 'q', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }),
  ];
  before(async () => {
    server = await startOsvServer(records);
  });
  after(() => server.close());
  beforeEach(() => {
    server.set({});
    server.asked.length = 0;
  });
  const ask = (...packages: string[]) =>
    queryOsv(
      packages.map(one => ({ ecosystem: 'npm', name: one.split('@')[0]!, version: one.split('@')[1]! })),
      server.url,
      retrying,
    );
  const idsOf = (all: readonly unknown[]) => all.map(one => (one as Table).id).sort();

  it('is asked page by page, and for each advisory once', async () => {
    const { records: found, faults } = await ask('paged@1.0.0', 'paged@1.2.0', 'q@1.0.0', 'q@2.0.0', 'none@1.0.0');
    assert.deepEqual([idsOf(found), faults], [idsOf(records), []]);
    assert.equal(server.asked.filter(one => one.includes('querybatch')).length, 3);
    assert.equal(server.asked.filter(one => one.includes('vulns')).length, 9);
  });

  it('takes a thousand packages at a time', async () => {
    await ask(...Array.from({ length: 2001 }, (_, i) => `none-${i}@1.0.0`));
    assert.equal(server.asked.length, 3);
  });

  it('says what it could not tell', async () => {
    for (const [mode, message] of [
      [{ status: 500 }, /status 500/],
      [{ body: '{"results": [' }, /no JSON/],
      [{ body: '{"results": []}' }, /another length/],
    ] as const) {
      server.set(mode);
      const { records: found, faults } = await ask('q@1.0.0');
      assert.deepEqual(found, []);
      assert.match(faults.join(), message);
    }
  });

  it('agrees with the database about real records', async function () {
    const real = sharedRecords('npm');
    if (!real) return this.skip();
    const shared = await startOsvServer(real);
    const query = { ecosystem: 'npm', name: 'lodash', version: '4.17.4' };
    const { records: found, faults } = await queryOsv([query], shared.url, retrying).finally(() => shared.close());
    assert.deepEqual(faults, []);
    assert.ok(idsOf(found).includes('GHSA-35jh-r3h4-6jhm'), String(idsOf(found)));
  });
});

/** One byte of the first record is another. */
function damaged(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  copy[60] = copy[60]! ^ 0xff;
  return copy;
}
