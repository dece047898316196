import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Ecosystem } from '../../../src/core/packages';
import type { Table } from '../../../src/core/untyped';
import { deflateChunk, inflateChunk } from '../../../src/io/advisories/shardFiles';
import { adviseOn, affects } from '../../../src/supply/advisories/adviseOn';
import { compactRecords } from '../../../src/supply/advisories/compactRecords';
import { compareIn } from '../../../src/supply/advisories/compareIn';
import { createAdvisoryBase } from '../../../src/supply/advisories/createAdvisoryBase';
import { ecosystemOf, packageKey } from '../../../src/supply/advisories/ecosystemOf';
import { openShard } from '../../../src/supply/advisories/openShard';
import { openStarterSet } from '../../../src/supply/advisories/openStarterSet';
import { readOsvRecord } from '../../../src/supply/advisories/readOsvRecord';
import { starterLines } from '../../../src/supply/advisories/starterSet';
import { sharedRecords } from '../osvServer';
import { osvRecord } from '../records';

const rowsOf = (...records: Table[]) =>
  records.flatMap(record => readOsvRecord(record, compareIn)).map(({ row }) => row);

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function shardOf(ecosystem: Ecosystem, records: readonly Table[]) {
  const { bytes, count } = await compactRecords(ecosystem, each(records), deflateChunk);
  return { bytes, count, shard: openShard(bytes, inflateChunk)! };
}

describe('OSV ranges', () => {
  const cases: readonly [string, readonly Record<string, string>[], readonly string[], readonly string[]][] = [
    ['until a fix', [{ introduced: '0' }, { fixed: '1.2.0' }], ['0.0.1', '1.1.9', '1.2.0-rc.1'], ['1.2.0', '2.0.0']],
    ['between', [{ introduced: '1.0.0' }, { fixed: '1.2.0' }], ['1.0.0', '1.1.0'], ['0.9.0', '1.2.0']],
    ['the last affected', [{ introduced: '1.0.0' }, { last_affected: '1.2.0' }], ['1.2.0'], ['1.2.1', '0.1.0']],
    ['for ever', [{ introduced: '2.0.0' }], ['2.0.0', '99.0.0'], ['1.99.0']],
    [
      'several, in any order',
      [{ fixed: '2.1.0' }, { introduced: '2.0.0' }, { fixed: '1.5.0' }, { introduced: '1.0.0' }],
      ['1.4.9', '2.0.5'],
      ['1.5.0', '1.9.0', '2.1.0', '0.1.0'],
    ],
    ['a limit', [{ introduced: '1.0.0' }, { limit: '2.0.0' }], ['1.9.0'], ['2.0.0', '3.0.0']],
    ['no limit', [{ introduced: '1.0.0' }, { limit: '*' }], ['9.0.0'], ['0.9.0']],
    ['one event with two keys', [{ introduced: '1.0.0', fixed: '1.1.0' }], ['1.0.5'], ['1.1.0']],
    ['nothing introduced', [{ fixed: '1.0.0' }], [], ['0.9.0', '1.0.0']],
  ];
  for (const [title, events, inside, outside] of cases)
    it(title, () => {
      const [row] = rowsOf(osvRecord({ id: 'GHSA-1', name: 'a', events }));
      const compare = compareIn('npm');
      const hit = (version: string) => row !== undefined && affects(row, version, compare);
      assert.deepEqual(
        inside.filter(version => !hit(version)),
        [],
      );
      assert.deepEqual(outside.filter(hit), []);
    });
});

describe('an OSV record', () => {
  const first = (record: Table) => readOsvRecord(record, compareIn)[0];

  it('counts by listed versions too, of which only those are kept that no range has', () => {
    const events = [{ introduced: '1.0' }, { fixed: '1.5' }];
    const record = osvRecord({
      id: 'PYSEC-1',
      name: 'A_b.C',
      ecosystem: 'PyPI',
      events,
      versions: ['1.0', '1.4.0', '3.0'],
    });
    const { name, row } = first(record)!;
    assert.deepEqual([name, row.versions], ['a-b-c', ['3.0']]);
    assert.ok(affects(row, '3', compareIn('PyPI')), 'by the same version, written otherwise');
  });

  it('says nothing where it was withdrawn, names no version or is of another world', () => {
    const commits = {
      package: { name: 'a', ecosystem: 'npm' },
      ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }],
    };
    const none = [
      osvRecord({ id: 'GHSA-1', name: 'a', withdrawn: '2026-01-01T00:00:00Z' }),
      osvRecord({ id: 'GHSA-1', name: 'a', ecosystem: 'Debian:12' }),
      osvRecord({ id: 'GHSA-1', name: 'a', affected: [commits] }),
      osvRecord({ id: 'has blanks', name: 'a' }),
      {},
    ];
    assert.deepEqual(
      none.flatMap(record => readOsvRecord(record, compareIn)),
      [],
    );
    assert.deepEqual(
      [null, 1, 'a', [], { affected: {} }].flatMap(one => readOsvRecord(one, compareIn)),
      [],
    );
  });

  it('has the score of its newest CVSS, else what its database says', () => {
    const v2 = { type: 'CVSS_V2', score: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' };
    const v3 = { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' };
    const told = (more: object) => {
      const { score, severity } = first(osvRecord({ id: 'GHSA-1', name: 'a', ...more }))!.row;
      return [score, severity];
    };
    assert.deepEqual(told({ severity: [v2, v3] }), [9.8, 'critical']);
    assert.deepEqual(told({ severity: [v2] }), [7.5, 'high']);
    assert.deepEqual(told({ severity: [v3], database_specific: { severity: 'MODERATE' } }), [9.8, 'moderate']);
    assert.deepEqual(told({ database_specific: { score: 5 } }), [5, 'moderate']);
    assert.deepEqual(told({ severity: [{ type: 'CVSS_V3', score: 'nonsense' }] }), [undefined, 'unknown']);
  });

  it('has EPSS, exploits and malice where the data has them', () => {
    const { row } = first(
      osvRecord({ id: 'GHSA-1', name: 'a', database_specific: { epss: { score: 0.9 }, kev: true } }),
    )!;
    assert.deepEqual([row.epss, row.exploited, row.malicious], [0.9, true, undefined]);
    const malware = first(osvRecord({ id: 'GHSA-2', name: 'a', database_specific: { cwe_ids: ['CWE-506'] } }))!;
    assert.equal(malware.row.malicious, true);
  });

  it('keeps a summary of one line and at most 90 characters', () => {
    const long = `First line\u0007\n${'words and '.repeat(50)}`;
    for (const more of [{ summary: long }, { summary: '', details: long }]) {
      const { summary } = first(osvRecord({ id: 'GHSA-1', name: 'a', ...more }))!.row;
      assert.match(summary, /^First line words.*…$/);
      assert.ok(summary.length <= 90);
    }
  });

  it('is bounded where its author is hostile', () => {
    const affected = Array.from({ length: 10_000 }, (_, i) => ({
      package: { name: `n${i}`, ecosystem: 'npm' },
      ranges: Array(1000).fill({ type: 'SEMVER', events: [{ introduced: '0' }] }),
    }));
    assert.ok(readOsvRecord({ ...osvRecord({ id: 'GHSA-1', name: 'a' }), affected }, compareIn).length <= 2000);
  });

  it('is known by the name that its ecosystem takes', () => {
    assert.equal(ecosystemOf('Maven:https://repo.example'), 'Maven');
    assert.equal(ecosystemOf('Debian:12'), undefined);
    const keys: readonly [Ecosystem, string, string][] = [
      ['NuGet', 'Newtonsoft.Json', 'newtonsoft.json'],
      ['npm', '@Scope/Name', '@Scope/Name'],
      ['SwiftURL', 'https://github.com/Apple/swift-nio.git', 'github.com/apple/swift-nio'],
      ['GitHub Actions', 'Actions/Cache/restore', 'actions/cache'],
    ];
    for (const [ecosystem, name, key] of keys) assert.equal(packageKey(ecosystem, name), key);
  });
});

describe('advice on a version', () => {
  const advise = (version: string, ...records: Table[]) => adviseOn(rowsOf(...records), 'npm', version);

  it('tells each defect once, by the best of its ids and the worst of its scores', () => {
    const events = [{ introduced: '0' }, { fixed: '2.0.0' }];
    const advice = advise(
      '1.0.0',
      osvRecord({ id: 'CVE-2026-1', name: 'a', events, database_specific: { score: 9.9 } }),
      osvRecord({ id: 'PYSEC-7', name: 'a', events, aliases: ['CVE-2026-1', 'GHSA-x'] }),
      osvRecord({ id: 'GHSA-x', name: 'a', events, aliases: [], database_specific: { score: 5 } }),
      osvRecord({ id: 'GHSA-y', name: 'a', events }),
    );
    assert.deepEqual(
      advice?.advisories.map(({ id, aliases, score }) => [id, aliases, score]),
      [
        ['GHSA-x', ['PYSEC-7', 'CVE-2026-1'], 9.9],
        ['GHSA-y', [], undefined],
      ],
    );
  });

  it('puts malice first, then what is exploited, then by severity and score', () => {
    const advice = advise(
      '1.0.0',
      osvRecord({ id: 'GHSA-low', name: 'a', database_specific: { score: 1 } }),
      osvRecord({ id: 'GHSA-high', name: 'a', database_specific: { score: 8 } }),
      osvRecord({ id: 'GHSA-kev', name: 'a', database_specific: { score: 5, kev: {} } }),
      osvRecord({ id: 'MAL-2026-1', name: 'a' }),
      osvRecord({ id: 'GHSA-higher', name: 'a', database_specific: { score: 8.5 } }),
    );
    assert.deepEqual(
      advice?.advisories.map(({ id }) => id),
      ['MAL-2026-1', 'GHSA-kev', 'GHSA-higher', 'GHSA-high', 'GHSA-low'],
    );
  });

  it('finds the least version that clears all of them', () => {
    const one = osvRecord({
      id: 'GHSA-1',
      name: 'a',
      events: [{ introduced: '0' }, { fixed: '1.5.0' }, { introduced: '2.0.0' }, { fixed: '2.3.0' }],
    });
    const two = osvRecord({
      id: 'GHSA-2',
      name: 'a',
      events: [{ introduced: '1.4.0' }, { fixed: '1.6.0-beta.1' }, { introduced: '1.6.0' }, { fixed: '2.3.1' }],
    });
    const advice = advise('1.4.2', one, two);
    assert.equal(advice?.fixed, '2.3.1');
    assert.deepEqual(
      advice?.advisories.map(({ fixed }) => fixed),
      ['1.5.0', '2.3.1'],
    );
    assert.equal(advise('3.0.0', one, two), undefined);
    assert.equal(advise('1.0.0', osvRecord({ id: 'GHSA-3', name: 'a' }))?.fixed, undefined);
  });
});

describe('a shard', () => {
  it('gives back what went in, for any names', async () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '/', '@', '1'), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 80 }), fc.array(name), async (names, others) => {
        const records = names.map((one, i) =>
          i % 2
            ? osvRecord({ id: `MAL-2026-${i}`, name: one })
            : osvRecord({ id: `GHSA-${i}`, name: one, events: [{ introduced: '0' }, { fixed: `1.${i}.0` }] }),
        );
        const { shard, count } = await shardOf('npm', records);
        assert.equal(count, names.length);
        for (const [i, one] of names.entries()) {
          const [row, ...more] = shard.rowsOf(one);
          assert.deepEqual([row?.id, more.length], [i % 2 ? `MAL-2026-${i}` : `GHSA-${i}`, 0]);
          if (i % 2 === 0) assert.deepEqual(row?.ranges, [{ from: '0', end: { kind: 'fixed', version: `1.${i}.0` } }]);
        }
        for (const other of others) if (!names.includes(other)) assert.deepEqual(shard.rowsOf(other), []);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every field, and says how old and how many it is', async () => {
    const record = osvRecord({
      ...{
        id: 'GHSA-1',
        name: 'a',
        aliases: ['CVE-1', 'CVE-2'],
        modified: '0001-01-01T00:00:00Z',
        published: '2026-10-03T00:00:00Z',
      },
      events: [{ introduced: '1.0.0' }, { last_affected: '1.2.0' }, { introduced: '2.0.0' }],
      database_specific: { severity: 'HIGH', score: 7.1, epss: 0.25, kev: true, cwe_ids: ['CWE-506'] },
    });
    const { shard } = await shardOf('npm', [record]);
    assert.deepEqual(shard.rowsOf('a'), rowsOf(record));
    assert.deepEqual([shard.date, shard.count, shard.malicious], ['2026-10-03', 1, 1]);
  });

  it('is refused where its bytes are damaged or cut off', async () => {
    const { bytes } = await shardOf('npm', [osvRecord({ id: 'GHSA-1', name: 'a' })]);
    for (const broken of [bytes.subarray(0, 3), bytes.subarray(0, bytes.length - 1), new Uint8Array(200)])
      assert.equal(openShard(broken, inflateChunk), undefined);
    const damaged: string[] = [];
    const base = createAdvisoryBase({
      ...{ readShard: () => bytes.subarray(1), inflate: inflateChunk, starter: openStarterSet },
      damaged: ecosystem => damaged.push(ecosystem),
    });
    assert.ok(base.rowsOf('npm', 'flatmap-stream').length > 0, 'the starter set stands in');
    assert.deepEqual(damaged, ['npm']);
  });

  it('takes about 40 bytes an advisory, and says the same as the records', async function () {
    const records = sharedRecords('crates');
    if (!records) return this.skip();
    const { bytes, count, shard } = await shardOf('crates.io', records);
    assert.ok(bytes.length < count * 50, `${bytes.length} bytes for ${count}`);
    for (const { name, row } of records.flatMap(record => readOsvRecord(record, compareIn)))
      assert.ok(
        shard.rowsOf(name).some(({ id }) => id === row.id),
        `${row.id} of ${name}`,
      );
  });
});

describe('the starter set', () => {
  it('has at least 300 advisories, each with a version and a word', () => {
    const all = Object.entries(starterLines).flatMap(([ecosystem, lines]) =>
      lines.split('\n').map(line => ({ ecosystem: ecosystem as Ecosystem, name: line.split('|')[0]! })),
    );
    assert.ok(all.length >= 300, String(all.length));
    const opened = new Map(Object.keys(starterLines).map(one => [one, openStarterSet(one as Ecosystem)!]));
    for (const { ecosystem, name } of all) {
      const rows = opened.get(ecosystem)!.rowsOf(packageKey(ecosystem, name));
      assert.ok(rows.length > 0 && rows.every(({ ranges, versions }) => ranges.length + versions.length > 0), name);
    }
  });

  it('knows the attacks that everybody remembers', () => {
    const attacks: readonly [Ecosystem, string, string, string][] = [
      ['npm', 'event-stream', '3.3.6', '4.0.1'],
      ['npm', 'ua-parser-js', '0.7.29', '0.7.30'],
      ['npm', 'chalk', '5.6.1', '5.6.2'],
      ['npm', 'debug', '4.4.2', '4.4.3'],
      ['PyPI', 'litellm', '1.82.8', '1.82.6'],
      ['PyPI', 'ctx', '0.2.6', '0.1.1'],
      ['RubyGems', 'rest-client', '1.6.13', '2.1.0'],
    ];
    for (const [ecosystem, name, bad, good] of attacks) {
      const rows = openStarterSet(ecosystem)!.rowsOf(name);
      const attack = adviseOn(rows, ecosystem, bad)?.advisories[0];
      assert.deepEqual([attack?.malicious, attack?.severity], [true, 'critical'], name);
      assert.ok(!adviseOn(rows, ecosystem, good)?.advisories.some(({ malicious }) => malicious), name);
    }
    assert.equal(
      adviseOn(openStarterSet('Maven')!.rowsOf('org.apache.logging.log4j:log4j-core'), 'Maven', '2.14.1')?.fixed,
      '2.17.1',
    );
  });

  it('still counts beside a database that knows nothing of an attack', async () => {
    const { bytes } = await shardOf('npm', [
      osvRecord({ id: 'GHSA-1', name: 'chalk', events: [{ introduced: '99.0.0' }] }),
    ]);
    const options = { inflate: inflateChunk, starter: openStarterSet, damaged: () => assert.fail() };
    const base = createAdvisoryBase({ ...options, readShard: () => bytes });
    assert.equal(adviseOn(base.rowsOf('npm', 'chalk'), 'npm', '5.6.1')?.advisories[0]?.malicious, true);
    const own = await shardOf('npm', [osvRecord({ id: 'MAL-2025-9', name: 'chalk', events: [], versions: ['5.6.1'] })]);
    const knowing = createAdvisoryBase({ ...options, readShard: () => own.bytes });
    assert.deepEqual(
      adviseOn(knowing.rowsOf('npm', 'chalk'), 'npm', '5.6.1')?.advisories.map(({ id }) => id),
      ['MAL-2025-9'],
    );
  });
});
