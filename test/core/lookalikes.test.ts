import assert from 'node:assert/strict';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { createGuard } from '../../src/core/guard';
import { createVault } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';

/** Templates of what programs count, hash and name things by. */
const ids: readonly string[] = [
  ...['1', '4', '7'].map(version => `{hex:8}-{hex:4}-${version}{hex:3}-a{hex:3}-{hex:12}`),
  ...['{HEX:8}-{HEX:4}-4{HEX:3}-B{HEX:3}-{HEX:12}', '{hex:32}', '{hex:40}', '{hex:64}', 'sha256:{hex:64}'],
  ...['01{uppernum:24}', '{base64url:21}', '2{alnum:26}', 'c{lowernum:24}', '6{hex:23}', 'h1:{base64:43}='],
  ...[
    'sha512-{base64:86}==',
    'W/"{hex:2}-{base64:27}"',
    '00-{hex:32}-{hex:16}-01',
    'iVBORw0KGgoAAAANSUhEUgAA{base64:90}',
  ],
  ...['17{digit:11}', '17{digit:17}', '6.{digit:2}.{digit:3}-rc.{digit:1}', 'build-{digit:8}.{digit:2}', '#{hex:6}'],
  ...['978-3-{digit:4}-{digit:4}-{digit:1}', 'ORD-{digit:8}', 'lib-{lowernum:10}-{lower:5}', 'CVE-2024-{digit:5}'],
  ...[
    '0x{hex:40}',
    'app.{hex:8}.js',
    '0.{digit:16}',
    '1.3.6.1.4.1.{digit:5}.{digit:1}',
    '{lower:6}_{lower:5}__{alnum:5}',
  ],
];

/** Where they stand; what names them says nothing of a person or of a secret. */
const places: readonly (readonly [path: string, text: string])[] = [
  ['a.json', '{"id": "§", "count": 3}'],
  ['a.yml', 'spec:\n  revision: §\n  replicas: 2\n'],
  ['app.log', '10:12:01 INFO fetched item §, took 23 ms'],
  ['a.ts', "const revision = '§';"],
  ['a.csv', 'name,ref,state\nalpha,§,open\n'],
  ['yarn.lock', '  resolved "https://registry.example.com/a/-/a-1.2.0.tgz#§"'],
  ['RECORD', 'a/b.py,sha256=§,4725'],
  ['CHANGELOG.md', '* **ci:** enable it for branches ([§](https://example.com/c/§))'],
  ['', 'fix(parser): handle § in lists (#1204)'],
  ['', 'https://example.com/items/§?page=2'],
];

/** What stands under a name that is near to one of a secret or of a person; between marks a template. */
const others: readonly (readonly [path: string, text: string])[] = [
  ['a.json', '{"partition_key": "§{alnum:24}§", "sortKey": "§{alnum:20}§"}'],
  ['.env', 'MAXTOKENS=§{digit:6}§\nPAGETOKEN=§{hex:24}§\n'],
  ['a.json', '{"DkimTokens": ["§{lowernum:42}§", "§{lowernum:41}§"]}'],
  ['README.md', '[![Codacy](https://api.codacy.com/project/badge/Grade/§{hex:32}§)](https://www.codacy.com)'],
  ['a.py', 'longopt_pat = r"[a-zA-Z](?:[a-zA-Z0-9-]*)"'],
  ['a.js', 'geometry.position.set(0.§{digit:3}§, 16.§{digit:3}§, 0.300);'],
  ['a.json', '{"coordinates": [0.§{digit:8}§, 0.57§{digit:6}§, 0.54§{digit:6}§, 0.88§{digit:6}§]}'],
  ['a.ini', 'lat=10.144.146.119'],
  ['a.py', '"1.3.101.112": "Ed25519", "1.3.132.0.34": "P-384"'],
  ['a.md', 'The username and password **SHOULD** be redacted.'],
  ['a.md', 'Level 1 | Slow | 0.6 - 1.2KB | 1990s | 2020s'],
  ['a.json', '"model": "m-2.5-exp-03-25"'],
  ['a.go', '"passport_control": "\\U0001f6c2",'],
];

describe('lookalikes of every day', () => {
  it('go to a model as they are', () => {
    const altered: string[] = [];
    for (const [seed, template] of [1, 2, 3].flatMap(seed => ids.map(template => [seed, template] as const)))
      for (const [path, text] of places) {
        const line = text.replaceAll('§', sample(template, seed));
        if (pass(line, path) !== line) altered.push(`${template}, seed ${seed}, in ${text}`);
      }
    assert.deepEqual(altered, []);
  });

  it('go in long lists, line by line', () => {
    const lists = ids.map(template => Array.from({ length: 60 }, (_, at) => sample(template, 100 + at)).join('\n'));
    assert.deepEqual(
      ids.filter((_, at) => pass(lists[at]!, 'ids.txt') !== lists[at]),
      [],
    );
  });

  it('go where what names them speaks of something else', () => {
    for (const [path, text] of others)
      for (const seed of [1, 2, 3]) {
        const line = text.replace(/§(\{[^§]+\})§/g, (_, template: string) => sample(template, seed));
        assert.equal(pass(line, path), line);
      }
  });

  it('hold no number of a person because letters before it could be its name', () => {
    const card = valid('pii/pt-citizen-card', '{digit:12}');
    const tax = valid('pii/sm-coe', '{digit:5}');
    for (const text of [
      `{"id": "${sample('{hex:8}-{hex:4}-4{hex:3}', 1)}-a3cc-${card}"}`,
      `a.py,sha256=${sample('{alnum:20}7cOE', 1)}${sample('Iz{alnum:15}', 2)},${tax}`,
      `a.py,sha256=${sample('{alnum:20}', 3)}s9coe,${tax}`,
      `var cC="new_",sm=${card};`,
    ])
      assert.equal(pass(text, 'a.txt'), text);
    for (const text of [`cc: ${card}`, `CC-${card}`, `a9b8c7d6\\ncc: ${card}`, `?x=1a2b3c&cc=${card}`])
      assert.ok(!pass(text, 'a.txt').includes(card), `${text.replace(card, '…')} tells it`);
  });
});

function pass(text: string, path: string): string {
  const vault = createVault();
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  return guard.pass(text, {
    channel: 'hook',
    source: path ? { path } : {},
    destination: { kind: 'model', name: 'any' },
  }).text;
}

const scanner = createScanner({ fingerprint: (detector, value) => `${detector}${value}`.slice(0, 16) });
const policy = createPolicy([], '2026-06-15');

/** The first expansion of a template that a detector's checksum takes. */
function valid(id: string, template: string): string {
  const detector = detectors.find(it => it.id === id);
  for (let seed = 1; seed < 20_000; seed++) {
    const value = sample(template, seed);
    if (detector?.valid?.(value)) return value;
  }
  throw new Error(`no seed makes a ${id}`);
}
