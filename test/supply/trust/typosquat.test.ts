import assert from 'node:assert/strict';
import type { Ecosystem } from '../../../src/core/packages';
import { slipBetween } from '../../../src/supply/trust/nameDistance';
import { isKnownName, namesIn } from '../../../src/supply/trust/nameLists';
import { typosquatOf } from '../../../src/supply/trust/typosquat';

describe('names that imitate popular ones', () => {
  const cases: [Ecosystem, string, string][] = [
    ['npm', 'expresss', 'express'],
    ['npm', 'loadash-es', 'lodash-es'],
    ['npm', 'electrpn', 'electron'],
    ['npm', 'lоdash', 'lodash'],
    ['npm', 'typescript-js', 'typescript'],
    ['npm', '@types-node/x', '@types/node'],
    ['npm', '@typescript_eslinter/eslint-plugin', '@typescript-eslint/eslint-plugin'],
    ['npm', 'types-node', '@types/node'],
    ['npm', '@babel-core/core', '@babel/core'],
    ['PyPI', 'reqeusts', 'requests'],
    ['PyPI', 'beautifulsup4', 'beautifulsoup4'],
    ['PyPI', 'python-requests', 'requests'],
    ['PyPI', 'djanga', ''],
    ['crates.io', 'serde-json', ''],
    ['crates.io', 'rustdecimal', 'rust_decimal'],
    ['RubyGems', 'nokogirri', 'nokogiri'],
    ['Packagist', 'laravel/framwork', 'laravel/framework'],
    ['NuGet', 'Newtonsoft.Jsom', 'newtonsoft.json'],
    ['Go', 'github.com/sirupsen/logrous', 'github.com/sirupsen/logrus'],
  ];
  for (const [ecosystem, name, of] of cases)
    it(`${name} ${of === '' ? 'is left alone' : `is like ${of}`}`, () =>
      assert.equal(typosquatOf(ecosystem, name)?.of ?? '', of));

  const real: [Ecosystem, string[]][] = [
    [
      'npm',
      [
        'preact',
        'react',
        'colors',
        'color',
        'lodash-es',
        'core-js',
        '@acme/lodash',
        '@types/node',
        'my-company-tool',
        'vue2',
        'ms',
      ],
    ],
    ['PyPI', ['python-dateutil', 'python-dotenv', 'django', 'numpy', 'acme-internal-tools', 'urllib3']],
    ['crates.io', ['rand', 'rand_core', 'tokio-util', 'acme-core']],
    ['Go', ['github.com/acme/tool', 'golang.org/x/net', 'github.com/jackc/pgx/v4']],
  ];
  for (const [ecosystem, names] of real)
    it(`takes ${ecosystem}'s own names for what they are`, () =>
      assert.deepEqual(
        names.filter(name => typosquatOf(ecosystem, name)),
        [],
      ));

  it('knows the popular names', () => {
    assert.ok(namesIn('npm')!.known.size > 25_000 && namesIn('PyPI')!.known.size > 14_000);
    assert.ok(['lodash', '@babel/core', 'react'].every(name => isKnownName('npm', name)));
    assert.ok(!isKnownName('npm', 'unused-imports-nobody-has'));
    assert.equal(namesIn('Docker'), undefined);
  });

  it('takes no name for a slip of itself', () => {
    assert.equal(slipBetween('abc', 'abc'), undefined);
    assert.equal(slipBetween('abxc', 'abc')?.kind, 'added');
    assert.equal(slipBetween('aabc', 'abc')?.kind, 'added');
    assert.equal(slipBetween('acb', 'abc')?.kind, 'swapped');
    assert.equal(slipBetween('axyc', 'abc'), undefined);
  });
});
