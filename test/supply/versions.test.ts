import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Ecosystem, ecosystems } from '../../src/core/packages';
import { compareVersions, isPrerelease, satisfies, type Versioned } from '../../src/supply/versions/index';
import { leastCpuTime } from '../cpuTime';

/** Versions in their order; `=` joins those that are the same. */
const orders: readonly (readonly [Versioned, string])[] = [
  ['npm', '1.0.0-0 < 1.0.0-1 < 1.0.0-a.2 < 1.0.0-a.10 < 1.0.0-a.b < 1.0.0 = v1.0.0+x < 1.0.10 < 2'],
  ['crates.io', '0.9.0 < 0.10.0-rc.1 < 0.10.0'],
  ['Go', 'v0.0.0-20200101000000-abcdef012345 < v0.1.0 < v1.0.0-rc1 < v1.0.0 < 2.0.0+incompatible'],
  [
    'PyPI',
    'old-style < 1.0.dev0 < 1.0a1.dev1 < 1.0a1 < 1.0b2 < 1.0rc1 = 1.0c1 < 1.0 = v1.0.0 < 1.0+a < 1.0+1 < 1.0.post1',
  ],
  ['PyPI', '2024.1 < 1!0.1 < 1!99999999999999999999999 < 2!0'],
  ['Maven', '1-alpha-1 = 1a1 < 1-beta < 1-m2 < 1-rc1 = 1-cr1 < 1-SNAPSHOT < 1 = 1.0.Final < 1-sp < 1-jre < 1-2 < 1.1'],
  ['RubyGems', '1.0.a < 1.0.b1 < 1.0 = 1.0.0 < 1.0.1 < 1.10'],
  ['Packagist', 'dev-main < 1.0-dev < 1.0-alpha1 < 1.0beta2 < 1.0RC1 < 1.0 < 1.0.1 < 1.0pl1'],
  ['NuGet', '1.0.0-Alpha = 1.0-alpha < 1.0.0 = 1.0.0.0 < 1.0.0.1'],
  ['Hex', '1.0.0-dev < 1.0.0 < 1.0.1'],
  ['Pub', '1.0.0-a < 1.0.0-a+1 < 1.0.0 < 1.0.0+1 < 1.0.0+2'],
  ['SwiftURL', '1.0.0-beta < 1.0.0 < 1.2'],
  ['CocoaPods', '1.0.beta.1 < 1.0 < 1.0.1'],
  ['ConanCenter', '1.0-pre < 1.0 = 1 < 1.0+b1 < 1.0.1 < cci.20200101'],
  ['Hackage', '0.9 < 0.10 < 0.10.0'],
  ['CRAN', '0.9 < 0.9-1 < 0.75 < 1.0'],
  ['GitHub Actions', 'v3 < v4-beta < v4 = 4.0.0 < v4.1.2'],
  ['Docker', '20-alpine < 22.1-alpine'],
  ['Debian', '1.0~rc1 < 1.0 < 1.0-1 < 1.0-1+deb12u1 < 1.0a < 1.0+x < 1:0'],
  ['Alpine', '1.0_alpha < 1.0_rc2 < 1.0 < 1.0-r1 < 1.0_p1 < 1.0a < 1.0.1'],
  ['Red Hat', '1.0~rc1 < 1.0 < 1.0-1 < 1.0^git1 < 1.0.a < 1.0.1 < 1:0'],
];

/** What a requirement takes, and what it doesn't. */
const requirements: readonly (readonly [Ecosystem, string, string, string])[] = [
  ['npm', '^1.2.3', '1.2.3 1.9.0', '1.2.2 2.0.0 1.3.0-rc.1'],
  ['npm', '~1.2 || >=3 <4.0.0', '1.2.9 3.1.0', '1.3.0 4.0.0'],
  ['npm', 'npm:other@^1.0.0', '1.5.0', '2.0.0'],
  ['npm', 'workspace:^', '7.0.0', ''],
  ['JSR', 'jsr:@scope/name@^1', '1.5.0', '2.0.0'],
  ['crates.io', '1.2', '1.2.0 1.9.9', '2.0.0 1.1.0'],
  ['crates.io', '>=0.3, <0.5', '0.3.0 0.4.9', '0.5.0'],
  ['crates.io', '0.3.*', '0.3.7', '0.4.0'],
  ['PyPI', '>=1.0,<2,!=1.5', '1.0 1.9.post1', '0.9 2.0 1.5.0 1.6rc1'],
  ['PyPI', '~=1.4.2', '1.4.2 1.4.9', '1.5 1.4.1'],
  ['PyPI', '==1.4.*', '1.4 1.4.9', '1.5'],
  ['PyPI', '>=1.0rc1', '1.0rc2 1.0', '1.0b1'],
  ['PyPI', '>1.0', '1.1', '1.0 1.0.post1 1.0+local'],
  ['PyPI', '===weird', 'weird', '1.0'],
  ['PyPI', '^0.2.3', '0.2.9', '0.3.0'],
  ['Go', 'v1.2.3', '1.2.3 v1.9.0', '1.2.2 v2.0.0'],
  ['Maven', '[1.0,2.0)', '1.0 1.9', '2.0 0.9'],
  ['Maven', '(,1.0],[1.2,)', '0.5 1.0 1.2', '1.1'],
  ['Maven', '1.0', '1.0 1.0.0', '1.1'],
  ['Maven', '1.+', '1.5', '2.0'],
  ['RubyGems', '~> 2.1', '2.1 2.9.9', '3.0 3.0.a 2.0'],
  ['RubyGems', '>= 1.0, < 2', '1.5', '2.0'],
  ['CocoaPods', '~> 1.2.3', '1.2.9', '1.3.0'],
  ['Packagist', '^1.2', '1.2.0 v1.9', '2.0.0 2.0.0-beta1 1.1.9'],
  ['Packagist', '~1.2.3 || 3.*', '1.2.9 3.4', '1.3.0 4.0'],
  ['Packagist', '^0.3', '0.3.5', '0.4.0'],
  ['Packagist', '1.0 - 2.1', '1.0.0 2.1.9', '2.2.0'],
  ['Packagist', '>=1.0 <1.1@dev', '1.0.5', '1.1.0'],
  ['Packagist', 'dev-main', 'dev-main', '1.0'],
  ['NuGet', '1.0', '1.0.0 3.0', '0.9'],
  ['NuGet', '[1.0]', '1.0.0', '1.0.1'],
  ['NuGet', '(1.0,2.0]', '1.5 2.0', '1.0 2.1'],
  ['NuGet', '1.*', '1.9', '2.0 1.9-beta'],
  ['Hex', '~> 2.1 and != 2.3.0 or == 1.0.0', '2.1.0 2.9.0 1.0.0', '3.0.0 2.3.0'],
  ['Hex', '~> 2.1.3', '2.1.9', '2.2.0 2.1.2'],
  ['Pub', '^0.1.2', '0.1.9', '0.2.0 0.2.0-dev'],
  ['Pub', '>=1.0.0 <2.0.0', '1.5.0', '2.0.0 2.0.0-dev'],
  ['SwiftURL', 'from: "1.2.0"', '1.9.0', '2.0.0 2.0.0-beta'],
  ['SwiftURL', '"1.0.0"..<"1.5.0"', '1.4.9', '1.5.0'],
  ['SwiftURL', '.upToNextMinor(from: "1.2.0")', '1.2.9', '1.3.0'],
  ['ConanCenter', '[>=1.2 <2]', '1.2 1.9.1', '2 2.0'],
  ['ConanCenter', '[~1.2]', '1.2.9', '1.3'],
  ['Hackage', '>=1.2 && <1.4 || ==2.*', '1.3 2.5', '1.4 3.0'],
  ['Hackage', '^>=1.2.3', '1.2.9', '1.3'],
  ['CRAN', '(>= 1.0)', '1.0.1', '0.9'],
  ['GitHub Actions', 'v4', 'v4.1.0 v4', 'v5 v3.9'],
];

describe('versions', () => {
  it('are ordered by the rules of their ecosystem', () => {
    for (const [ecosystem, text] of orders) {
      const [first, ...rest] = text.split(/ ([<=]) /);
      const all: { version: string; rank: number }[] = [{ version: first!, rank: 0 }];
      for (let i = 0; i < rest.length; i += 2)
        all.push({ version: rest[i + 1]!, rank: all.at(-1)!.rank + (rest[i] === '<' ? 1 : 0) });
      for (const a of all)
        for (const b of all)
          assert.equal(
            Math.sign(compareVersions(ecosystem, a.version, b.version) ?? Number.NaN),
            Math.sign(a.rank - b.rank),
            `${ecosystem}: ${a.version} ${b.version}`,
          );
    }
  });

  it('have no order where there is none', () => {
    for (const [ecosystem, a, b] of [
      ['npm', 'latest', '1.0.0'],
      ['Docker', '22', '22-alpine'],
      ['GitHub Actions', 'v4', '8f4b7f84864484a7bf31766abe9204da3cbe65b3'],
      ['Hugging Face', 'main', 'v1'],
    ] as const)
      assert.equal(compareVersions(ecosystem, a, b), undefined, `${ecosystem}: ${a} ${b}`);
  });

  it('satisfy requirements', () => {
    for (const [ecosystem, requirement, yes, no] of requirements) {
      const say = (version: string) => satisfies(ecosystem, requirement, version);
      for (const version of yes.split(' ')) assert.equal(say(version), true, `${ecosystem} ${requirement} ${version}`);
      for (const version of no.split(' ').filter(it => it !== ''))
        assert.equal(say(version), false, `${ecosystem} ${requirement} not ${version}`);
    }
    for (const [ecosystem, requirement] of [
      ['npm', 'latest'],
      ['npm', 'git+https://example.com/a.git'],
      ['PyPI', '@ https://example.com/a.whl'],
      ['Maven', '${some.version}'],
    ] as const)
      assert.equal(satisfies(ecosystem, requirement, '1.0.0'), undefined, `${ecosystem} ${requirement}`);
  });

  it('tell a pre-release from a release', () => {
    for (const [ecosystem, yes, no] of [
      ['npm', '1.0.0-1', '1.0.0+a'],
      ['PyPI', '1.0.dev1', '1.0.post1'],
      ['Maven', '1.0-M1', '1.0-jre'],
      ['Packagist', '1.0-beta', '1.0pl1'],
      ['RubyGems', '1.0.a', '1.0'],
    ] as const) {
      assert.ok(isPrerelease(ecosystem, yes), yes);
      assert.ok(!isPrerelease(ecosystem, no), no);
    }
  });

  it('take bounded time however long they are', () => {
    const [length, limit] = [100_000, 1000];
    const others = ecosystems.filter(ecosystem => !['JSR', 'VSCode', 'CocoaPods'].includes(ecosystem));
    for (const ecosystem of [...others, 'Debian', 'Alpine', 'Red Hat'] as const)
      for (const piece of ['1', '.', '1.', '1-', '1a', '~', '_p', ' ']) {
        const long = piece.repeat(length / piece.length);
        const took = leastCpuTime(limit, () => {
          compareVersions(ecosystem, `1${long}x`, `1${long}1`);
          isPrerelease(ecosystem, `${long}x`);
          satisfies(ecosystem, `${long}x`, '1.0.0');
          satisfies(ecosystem, `>=${long.slice(0, 1900)}x`, '1.0.0');
          satisfies(ecosystem, '^1.0', `${long.slice(0, 1900)}x`);
        });
        assert.ok(took < limit, `${ecosystem} ${piece}: ${took} ms`);
      }
  }).timeout(60_000);

  it('agree with the comparisons that are measured against', function () {
    const folder = resolve(__dirname, '../../../shared/data/versions');
    if (!existsSync(folder)) {
      console.log('        no comparisons at ../shared/data/versions: left out');
      this.skip();
    }
    const wrong: string[] = [];
    let count = 0;
    for (const file of readdirSync(folder).filter(name => name.endsWith('.txt'))) {
      const ecosystem = files[file.split('-')[0]!];
      assert.ok(ecosystem, file);
      for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
        const [, a, expected, b] = /^(?!#|\/\/)(.*?) ([<=>]) (.*)$/.exec(line) ?? [];
        if (a === undefined || b === undefined) continue;
        count++;
        const order = compareVersions(ecosystem, a, b) ?? Number.NaN;
        const said = order < 0 ? '<' : order > 0 ? '>' : order === 0 ? '=' : '?';
        if (said !== expected) wrong.push(`${file}: ${line} (we say ${said})`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(count > 30_000, `${count} comparisons`);
  });
});

const files: Readonly<Record<string, Versioned>> = {
  alpine: 'Alpine',
  cran: 'CRAN',
  debian: 'Debian',
  hackage: 'Hackage',
  maven: 'Maven',
  nuget: 'NuGet',
  packagist: 'Packagist',
  pub: 'Pub',
  pypi: 'PyPI',
  redhat: 'Red Hat',
  rubygems: 'RubyGems',
  semver: 'npm',
};
