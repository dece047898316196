import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder } from './lockside';

describe('lockside sbom', () => {
  let folder: Folder;
  const fixed = { SOURCE_DATE_EPOCH: '1700000000' };
  const run = (...args: string[]) => folder.run(['sbom', ...args], '', fixed);

  before(() => {
    folder = makeFolder({
      'package-lock.json': lockOf({ a: '1.0.0', b: '2.0.0' }),
      'requirements.txt': 'requests==2.0.0\n',
      'broken/package-lock.json': '{',
    });
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'First'],
    ])
      git(folder, args);
    folder.write({ 'package-lock.json': lockOf({ a: '1.10.0', c: '1.0.0' }), 'requirements.txt': 'requests==1.0.0\n' });
  });

  after(() => folder.remove());

  it('writes each format, the same bytes again', async () => {
    for (const [format, wanted] of [
      ['cyclonedx-json', /"specVersion": "1.6"/],
      ['cyclonedx-1.7', /"specVersion": "1.7"/],
      ['spdx-json', /"spdxVersion": "SPDX-2.3"/],
    ] as const) {
      const { code, stdout, stderr } = await run('--format', format);
      assert.equal(code, 0, stderr);
      assert.match(stdout, wanted);
      assert.match(stdout, /"pkg:npm\/a@1\.10\.0"[\s\S]*"pkg:pypi\/requests@1\.0\.0"/);
      assert.match(stdout, /2023-11-14T22:13:20Z/);
      assert.match(stderr, /broken\/package-lock\.json:\S* is not valid JSON/);
      if (format !== 'spdx-json') continue;
      assert.equal((await run('--format', format, '--output', 'bom.json')).stdout, '');
      assert.equal(readFileSync(join(folder.path, 'bom.json'), 'utf8'), stdout);
    }
    assert.equal((await run('nosuch')).code, 2);
  }).timeout(60_000);

  it('tells what differs from a commit, and between bills', async () => {
    const expected = ['↓ PyPI requests 2.0.0 -> 1.0.0', '↑ npm a 1.0.0 -> 1.10.0', '- npm b 2.0.0', '+ npm c 1.0.0'];
    const plain = (text: string) =>
      text
        .replace(/ \(.*\)$/gm, '')
        .trim()
        .split('\n');
    const { code, stdout, stderr } = await run('diff', 'HEAD', '--exit-code');
    assert.equal(code, 1, stderr);
    assert.deepEqual(plain(stdout), expected);
    assert.match((await run('diff', 'HEAD', 'HEAD', '--exit-code')).stdout, /no packages differ/);
    await run('--output', 'one.json');
    await run('package-lock.json', '--format', 'spdx-json', '--output', 'other.json');
    const { changes } = JSON.parse((await run('diff', 'one.json', 'other.json', '--format', 'json')).stdout);
    assert.deepEqual(
      changes.map(({ change, name }: Record<string, string>) => `${change} ${name}`),
      ['removed requests'],
    );
  });

  it('says what is wrong with what it is given', async () => {
    for (const [args, message] of [
      [['nosuch'], /nosuch is neither a file here nor a commit/],
      [['requirements.txt', 'HEAD'], /requirements\.txt: is not valid JSON/],
    ] as const) {
      const { code, stderr } = await run('diff', ...args);
      assert.equal(code, 2);
      assert.match(stderr, message);
    }
  });

  it('states what was accepted, why and until when', async () => {
    const { code, stdout, stderr } = await run('vex', 'package-lock.json');
    assert.equal(code, 0, stderr);
    assert.deepEqual(JSON.parse(stdout).statements, []);
    folder.write({
      'log4j/pom.xml': pom,
      '.vscode/settings.json': JSON.stringify({
        'lockside.suppressions': [
          { detector: 'supply/*', path: 'log4j/*', reason: 'not affected: no look-ups', expires: '2999-01-01' },
        ],
      }),
    });
    const vex = JSON.parse((await run('vex', 'log4j', '--format', 'cyclonedx')).stdout);
    assert.ok(vex.vulnerabilities.length > 0, 'the starter set knows it');
    for (const { analysis, properties, affects } of vex.vulnerabilities) {
      assert.deepEqual(analysis, { state: 'not_affected', detail: 'not affected: no look-ups (until 2999-01-01)' });
      assert.deepEqual(properties, [{ name: 'lockside:expires', value: '2999-01-01' }]);
      assert.deepEqual(affects, [{ ref: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1' }]);
    }
  });
});

const pom = `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId>
<version>2.14.1</version></dependency></dependencies></project>`;

function lockOf(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
  return JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: versions }, ...Object.fromEntries(packages) },
  });
}

function git({ path }: Folder, args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: path });
}
