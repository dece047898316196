import assert from 'node:assert/strict';
import type { Table } from '../../src/core/untyped';
import { compareIn } from '../../src/supply/advisories/compareIn';
import { readOsvRecord } from '../../src/supply/advisories/readOsvRecord';
import { formatOf } from '../../src/supply/formats';
import { judgePackages } from '../../src/supply/judgePackages';
import { osvRecord } from './records';

const records = [
  osvRecord({
    id: 'GHSA-a',
    name: 'a',
    events: [{ introduced: '0' }, { fixed: '1.5.0' }],
    database_specific: { score: 9.9 },
  }),
  osvRecord({
    id: 'GHSA-b',
    name: 'b',
    events: [{ introduced: '0' }, { fixed: '2.0.0' }],
    database_specific: { score: 5 },
  }),
  osvRecord({ id: 'MAL-2026-1', name: 'bad' }),
];
const manifest = (dependencies: Record<string, string>) => JSON.stringify({ dependencies });
const lock = (packages: Record<string, string>, dependencies: Record<string, string> = {}) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies },
      ...Object.fromEntries(Object.entries(packages).map(([key, version]) => [`node_modules/${key}`, { version }])),
    },
  });

/** What is told of some files: `path name severity tier fixed`, an exclamation mark where the requirement takes the fix. */
function told(texts: Record<string, string>, once = false, known: readonly Table[] = records) {
  const rows = known.flatMap(record => readOsvRecord(record, compareIn));
  const files = Object.entries(texts).map(([path, text]) => ({ path, file: formatOf(path)!.parse(text, path) }));
  const judged = judgePackages(files, {
    rowsOf: (ecosystem, key) =>
      rows.filter(one => one.ecosystem === ecosystem && one.name === key).map(({ row }) => row),
    fingerprint: (detector, value) => `${detector} ${value}`,
    once,
  });
  return judged.flatMap((findings, place) =>
    findings.map(finding => {
      const { entry, severity, tier, fixed, start, end } = finding;
      const { path } = files[place]!;
      const version = fixed ? ` ${fixed.version}${fixed.inRange ? '!' : ''}` : '';
      return {
        text: `${path} ${entry.name} ${severity} ${tier}${version}`,
        at: texts[path]!.slice(start, end),
        ...finding,
      };
    }),
  );
}
const texts = (...parts: Parameters<typeof told>) => told(...parts).map(({ text }) => text);

describe('judging packages', () => {
  it('points at the version, the worst first', () => {
    const found = told({ 'package-lock.json': lock({ b: '1.0.0', a: '1.4.9', bad: '7.0.0', c: '1.0.0' }) });
    assert.deepEqual(
      found.map(({ text, at }) => [text, at]),
      [
        ['package-lock.json bad error certain', '7.0.0'],
        ['package-lock.json a error certain 1.5.0', '1.4.9'],
        ['package-lock.json b warning certain 2.0.0', '1.0.0'],
      ],
    );
    assert.deepEqual(texts({ 'package-lock.json': lock({ a: '1.5.0', b: '2.0.0' }) }), []);
  });

  it('judges a manifest by the nearest lockfile beside or above it', () => {
    const files = {
      'package-lock.json': lock({ a: '1.4.0' }, { a: '^1.0.0' }),
      'packages/x/package.json': manifest({ a: '^1.0.0' }),
    };
    assert.deepEqual(texts(files), [
      'package-lock.json a error certain 1.5.0!',
      'packages/x/package.json a error certain 1.5.0!',
    ]);
    assert.deepEqual(texts(files, true).length, 1, 'a report tells it once');
    const fixed = { ...files, 'packages/x/package-lock.json': lock({ a: '1.6.0' }, { a: '^1.0.0' }) };
    assert.deepEqual(texts(fixed), ['package-lock.json a error certain 1.5.0!']);
  });

  it('is quiet where a fresh install takes the fixed version, and loud where it never can', () => {
    assert.deepEqual(texts({ 'package.json': manifest({ a: '^1.2.0', b: '~1.0.0' }) }), [
      'package.json b warning likely 2.0.0',
      'package.json a information possible 1.5.0!',
    ]);
    assert.deepEqual(texts({ 'package.json': manifest({ a: '1.2.0', b: '>=2' }) }), [
      'package.json a error certain 1.5.0',
    ]);
  });

  it('warns of what is malicious as a whole, whatever version is asked for', () => {
    for (const requirement of ['*', '^1.0.0', 'latest'])
      assert.match(texts({ 'package.json': manifest({ bad: requirement }) }).join(), /bad error/, requirement);
  });

  it('keeps its fingerprint over versions, and has another one when there is a new advisory', () => {
    const print = (version: string, known = records) =>
      told({ 'package-lock.json': lock({ a: version }) }, false, known)[0]?.fingerprint;
    assert.equal(print('1.0.0'), print('1.4.0'));
    assert.notEqual(print('1.0.0'), print('1.0.0', [...records, osvRecord({ id: 'GHSA-new', name: 'a' })]));
  });
});
