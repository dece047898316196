import assert from 'node:assert/strict';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { Advisory, PackageEntry, PackageFile } from '../../src/core/packages';
import { formatOf } from '../../src/supply/formats';
import type { Bom, BomComponent } from '../../src/supply/sbom/bom';
import { toCycloneDx } from '../../src/supply/sbom/cyclonedx';
import { diffBoms } from '../../src/supply/sbom/diffBoms';
import { gatherBom } from '../../src/supply/sbom/gatherBom';
import { hashesOf } from '../../src/supply/sbom/hashesOf';
import { readBom } from '../../src/supply/sbom/readBom';
import { toSpdx } from '../../src/supply/sbom/spdx';
import { toCycloneDxVex, toOpenVex, type VexStatement } from '../../src/supply/sbom/vex';
import { leastCpuTime } from '../cpuTime';

const stamp = { time: '2026-01-31T12:00:00Z', id: '5e5d1f2c-0000-8000-8000-000000000000', version: '0.0.0' };
const sha512 = Buffer.alloc(64, 7);

const lockfile = JSON.stringify({
  name: 'project',
  lockfileVersion: 3,
  packages: {
    '': { name: 'project', dependencies: { a: '^1.0.0' }, devDependencies: { '@scope/b': '*' } },
    'node_modules/a': {
      version: '1.2.3',
      license: 'MIT',
      integrity: `sha512-${sha512.toString('base64')}`,
      dependencies: { c: '1' },
    },
    'node_modules/@scope/b': { version: '2.0.0', dev: true, license: 'Some terms of our own' },
    'node_modules/c': { version: '1.0.0', license: '(MIT OR GPL-3.0-only)' },
  },
});

describe('bills of materials', () => {
  const bom = gatherBom('project', [
    parsed('package-lock.json', lockfile),
    parsed('package.json', JSON.stringify({ dependencies: { a: '^1.0.0', unlocked: '^3.0.0' } })),
    parsed('Dockerfile', 'FROM node:22.1-alpine\n'),
    handMade([
      { ecosystem: 'Hugging Face', name: 'owner/model', version: 'abcdef0', direct: true },
      { ecosystem: 'Maven', name: 'org.example:artifact', version: '1.0', use: 'build', license: 'LicenseRef-ours' },
      { ecosystem: 'npm', name: 'endless', version: '1'.repeat(3000) },
      { ecosystem: 'npm', name: 'own', version: '1.0.0', source: { kind: 'path', url: '../own' } },
    ]),
  ]);

  it('gather what files say, once', () => {
    const told = bom.components.map(({ ref, direct, use, needs, files }) =>
      [ref, direct, use, needs.join(), files.join()].filter(it => it !== undefined && it !== '').join(' '),
    );
    assert.deepEqual(told, [
      'pkg:docker/node@22.1-alpine true Dockerfile',
      'pkg:huggingface/owner/model@abcdef0 true some.lock',
      'pkg:maven/org.example/artifact@1.0 build some.lock',
      'pkg:npm/%40scope/b@2.0.0 true dev package-lock.json',
      'pkg:npm/a@1.2.3 true pkg:npm/c@1.0.0 package-lock.json',
      'pkg:npm/c@1.0.0 false package-lock.json',
      'pkg:npm/unlocked true package.json',
    ]);
  });

  it('are valid by the official schemas, and always the same bytes', async () => {
    for (const version of ['1.6', '1.7'] as const) {
      const text = toCycloneDx(bom, stamp, version);
      assert.equal(text, toCycloneDx(bom, stamp, version));
      assert.equal(await validate(text, version), null);
      const [, model] = JSON.parse(text).components;
      assert.equal(model.type, 'machine-learning-model');
    }
    assert.notEqual(await validate(toCycloneDx(bom, stamp).replace('"library"', '"thing"'), '1.6'), null);
  }).timeout(60_000);

  it('are read again as they were written', () => {
    const facts = ({ components }: Bom) =>
      components.map(({ ref, name, version, purl, hashes, direct, needs, files }) => ({
        ...{ ref, name, version, purl, hashes, needs, files },
        direct: direct !== false,
      }));
    for (const text of [toCycloneDx(bom, stamp), toCycloneDx(bom, stamp, '1.7'), toSpdx(bom, stamp)]) {
      const again = read(text);
      assert.equal(again.name, 'project');
      assert.deepEqual(facts(again), facts(bom));
      assert.equal(again.components.find(({ name }) => name === '@scope/b')?.use, 'dev');
      assert.equal(again.components.find(({ name }) => name === 'c')?.licence, '(MIT OR GPL-3.0-only)');
      assert.deepEqual(diffBoms(bom, again), []);
    }
  });

  it('have what SPDX asks for', () => {
    const { packages, relationships } = JSON.parse(toSpdx(bom, stamp));
    const ids = new Set(packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID));
    assert.equal(ids.size, bom.components.length + 1);
    for (const id of ids) assert.match(id as string, /^SPDXRef-[A-Za-z0-9.-]+$/);
    for (const { spdxElementId, relatedSpdxElement } of relationships)
      assert.ok([spdxElementId, relatedSpdxElement].every(id => ids.has(id) || id === 'SPDXRef-DOCUMENT'));
    const byName = new Map(packages.map((one: { name: string }) => [one.name, one]));
    assert.match(JSON.stringify(byName.get('a')), /"filesAnalyzed":false.*"licenseDeclared":"MIT"/);
    assert.match(
      JSON.stringify(byName.get('@scope/b')),
      /"licenseDeclared":"NOASSERTION","licenseComments":"Some terms/,
    );
    assert.match(JSON.stringify(byName.get('a')), /"algorithm":"SHA512","checksumValue":"0707/);
  });

  it('of strangers are read, or refused with a reason', () => {
    const xml = `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components>
      <component type="library" bom-ref="x"><group>org.example</group><name>artifact</name><version>1.0</version>
      <licenses><license><id>MIT</id></license></licenses><purl>pkg:maven/org.example/artifact@1.0</purl>
      <components><component type="library"><name>inner</name></component></components></component></components>
      <dependencies><dependency ref="x"><dependency ref="y"/></dependency></dependencies></bom>`;
    const [inner, artifact] = read(xml).components;
    assert.equal(inner?.name, 'inner');
    assert.deepEqual([artifact?.name, artifact?.licence, artifact?.needs], ['org.example:artifact', 'MIT', ['y']]);
    const entities =
      '<!DOCTYPE bom [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><bom><components>&b;</components></bom>';
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['', /not valid JSON/],
      ['[]', /no CycloneDX or SPDX/],
      ['{"a":1}', /neither/],
      ['{"spdxVersion":"SPDX-3.0"}', /neither|SPDX 2/],
      ['<html/>', /no CycloneDX/],
      ['<bom>', /./],
      ['['.repeat(1_000_000), /not valid JSON|nested/],
      ['<bom>'.repeat(100_000), /./],
    ];
    for (const [text, message] of wrong) assert.match(readBom(text).error ?? '', message, text.slice(0, 40));
    assert.ok(readBom(entities).error !== undefined || read(entities).components.length === 0);
    const odd = { bomFormat: 'CycloneDX', components: [1, { name: 5 }, { name: 'a', hashes: {}, licenses: 'x' }, {}] };
    assert.deepEqual(
      read(JSON.stringify(odd)).components.map(({ name }) => name),
      ['a'],
    );
  });

  it('of hostile size take bounded time', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => component('npm', 'same', `1.0.${i}`));
    const nested = `${'{"name":"a","components":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    const took = leastCpuTime(2000, () => {
      diffBoms({ name: '', components: many.slice(10_000) }, { name: '', components: many });
      readBom(`{"bomFormat":"CycloneDX","components":[${nested}]}`);
    });
    assert.ok(took < 2000, `${took} ms`);
  });
});

describe('what differs between bills', () => {
  it('is told by the order of versions of the ecosystem', () => {
    const before = of([
      component('npm', 'kept', '1.0.0'),
      component('npm', 'gone', '1.0.0'),
      component('npm', 'up', '1.9.0'),
      component('Maven', 'g:down', '1.0'),
      component('npm', 'twice', '1.0.0'),
      component('npm', 'twice', '2.0.0'),
      component('npm', 'free', '1.0.0', 'MIT'),
      component('Hugging Face', 'owner/model', 'aaaaaaa'),
    ]);
    const after = of([
      component('npm', 'kept', '1.0.0'),
      component('npm', 'new', '1.0.0'),
      component('npm', 'up', '1.10.0'),
      component('Maven', 'g:down', '1.0-rc1'),
      component('npm', 'twice', '1.1.0'),
      component('npm', 'twice', '2.0.0'),
      component('npm', 'free', '1.0.0', 'BUSL-1.1'),
      component('Hugging Face', 'owner/model', 'bbbbbbb'),
    ]);
    const told = diffBoms(before, after).map(
      ({ change, name, before, after }) => `${change} ${name} ${before?.version ?? ''}>${after?.version ?? ''}`,
    );
    assert.deepEqual(told, [
      'changed owner/model aaaaaaa>bbbbbbb',
      'downgraded g:down 1.0>1.0-rc1',
      'licence free 1.0.0>1.0.0',
      'removed gone 1.0.0>',
      'added new >1.0.0',
      'upgraded twice 1.0.0>1.1.0',
      'upgraded up 1.9.0>1.10.0',
    ]);
  });
});

describe('checksums', () => {
  it('are those of archives', () => {
    const hex = sha512.toString('hex');
    const told = (ecosystem: PackageEntry['ecosystem'], integrity: string) =>
      hashesOf({ ecosystem, name: 'a', integrity }).map(hash => `${hash.algorithm} ${hash.hex.slice(0, 4)}`);
    assert.deepEqual(told('npm', `sha512-${sha512.toString('base64')}`), ['SHA-512 0707']);
    assert.deepEqual(told('PyPI', `sha256:${hex.slice(64)}`), ['SHA-256 0707']);
    assert.deepEqual(told('crates.io', hex.slice(64)), ['SHA-256 0707']);
    assert.deepEqual(told('NuGet', sha512.toString('base64')), ['SHA-512 0707']);
    assert.deepEqual(told('npm', `10c0/${hex}`), []);
    assert.deepEqual(told('Go', `h1:${sha512.subarray(32).toString('base64')}`), []);
    assert.deepEqual(told('GitHub Actions', hex.slice(88)), []);
  });
});

describe('VEX', () => {
  const advisory: Advisory = {
    ...{ id: 'GHSA-0000-0000-0000', aliases: ['CVE-2000-0001'], summary: 'a summary', score: 9.8 },
    ...{ severity: 'critical', malicious: false },
  };
  const purl = 'pkg:npm/a@1.2.3';
  const statements: VexStatement[] = [
    { advisory, purl, reason: 'not affected: never called', expires: '2030-01-01' },
    {
      advisory: { ...advisory, severity: 'moderate', aliases: [] },
      purl: 'pkg:npm/b@1',
      reason: 'until the next release',
    },
    { advisory: { ...advisory, score: undefined, severity: 'unknown' }, purl: 'pkg:npm/c@1' },
  ];

  it('claims no more than what was said', async () => {
    const open = JSON.parse(toOpenVex(statements, stamp)).statements;
    assert.deepEqual(
      open.map((one: Record<string, string>) => [one.status, one.impact_statement ?? one.action_statement]),
      [
        ['not_affected', 'not affected: never called (until 2030-01-01)'],
        ['affected', 'until the next release'],
        ['under_investigation', undefined],
      ],
    );
    const text = toCycloneDxVex(statements, stamp);
    assert.equal(await validate(text, '1.6'), null);
    const states = JSON.parse(text).vulnerabilities.map((one: { analysis: { state: string } }) => one.analysis.state);
    assert.deepEqual(states, ['not_affected', 'exploitable', 'in_triage']);
  }).timeout(60_000);
});

function parsed(path: string, text: string): { path: string; file: PackageFile } {
  return { path, file: formatOf(path)!.parse(text, path) };
}

function handMade(packages: readonly PackageEntry[]): { path: string; file: PackageFile } {
  const places = { locate: () => ({ start: 0, end: 0 }), pathTo: () => [] };
  return { path: 'some.lock', file: { format: 'some.lock', kind: 'lockfile', packages, faults: [], ...places } };
}

function component(
  ecosystem: PackageEntry['ecosystem'],
  name: string,
  version: string,
  licence?: string,
): BomComponent {
  const ref = `${ecosystem}/${name}@${version}`;
  return { ref, ecosystem, name, version, hashes: [], files: [], needs: [], ...(licence ? { licence } : {}) };
}

function of(components: readonly BomComponent[]): Bom {
  return { name: '', components };
}

function read(text: string): Bom {
  const { bom, error } = readBom(text) as { bom?: Bom; error?: string };
  assert.ok(bom, error);
  return bom;
}

function validate(text: string, version: '1.6' | '1.7') {
  return new Validation.JsonStrictValidator(version === '1.6' ? Spec.Version.v1dot6 : Spec.Version.v1dot7).validate(
    text,
  );
}
