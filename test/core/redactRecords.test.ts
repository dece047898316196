import assert from 'node:assert/strict';
import { allFakers, type Faker } from '@faker-js/faker';
import { load as parseYaml } from 'js-yaml';
import type { Crossing } from '../../src/core/crossing';
import { createGuard } from '../../src/core/guard';
import { createVault, restore } from '../../src/core/placeholders';
import { createPolicy } from '../../src/core/policy';
import { createScanner } from '../../src/core/scan';
import { formats, makeRecords } from './people';

const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
const policy = createPolicy([], '2026-01-01');
const locales = ['en', 'de', 'fr', 'pl', 'ru', 'ja', 'ar'] as const;

describe('redacted tables', () => {
  for (const format of formats) {
    it(`in ${format} have the same shape as before, and come back byte by byte`, () => {
      for (const locale of locales) {
        const { text, path } = makeRecords(seeded(locale), format, 12);
        const { redacted, restored } = pass(text, path);
        assert.notEqual(redacted, text);
        assert.equal(restored, text);
        assert.deepEqual(shapeOf(redacted, format), shapeOf(text, format), `${locale} ${format}`);
      }
    });
  }

  it('stay JSON where numbers, empty values and lists stand in them, also within strings and notebooks', () => {
    const people = Array.from({ length: 4 }, (_, at) => personOf(seeded('en', at)));
    const cell = { cell_type: 'code', source: [`people = ${JSON.stringify(people)}\n`], outputs: [] };
    const texts: readonly [path: string, text: string][] = [
      ['a.json', JSON.stringify(people)],
      ['a.json', JSON.stringify({ people }, null, 2)],
      ['a.jsonl', people.map(it => JSON.stringify(it)).join('\n')],
      ['a.ipynb', JSON.stringify({ cells: [cell], nbformat: 4, metadata: {} }, null, 1)],
    ];
    for (const [path, text] of texts) {
      const { redacted, restored } = pass(text, path);
      assert.equal(restored, text);
      const parsed = path === 'a.jsonl' ? redacted.split('\n').map(it => JSON.parse(it)) : JSON.parse(redacted);
      assert.equal(Object.keys(parsed).length, Object.keys(path === 'a.jsonl' ? people : JSON.parse(text)).length);
      for (const { salary, latitude } of people)
        for (const number of [salary, latitude]) assert.ok(!redacted.includes(String(number)), path);
    }
  });

  it('stay YAML where numbers and dates stand in them without quotes', () => {
    const people = Array.from({ length: 4 }, (_, at) => personOf(seeded('de', at)));
    const text = people.map(it => `- ${fieldsOf(it).join('\n  ')}\n`).join('');
    const { redacted, restored } = pass(text, 'a.yaml');
    assert.equal(restored, text);
    assert.deepEqual((parseYaml(redacted) as object[]).map(Object.keys as never), people.map(Object.keys as never));
    for (const { salary, email } of people)
      for (const value of [salary, email]) assert.ok(!redacted.includes(String(value)));
  });
});

function pass(text: string, path: string) {
  const vault = createVault();
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  const crossing: Crossing = { channel: 'model', destination: { kind: 'model', name: 'x' }, source: { path } };
  const { text: redacted, faults } = guard.pass(text, crossing);
  assert.deepEqual(faults, []);
  return { redacted, restored: restore(redacted, vault) };
}

function seeded(locale: keyof typeof allFakers, seed = 1): Faker {
  const faker = allFakers[locale];
  faker.seed(seed);
  return faker;
}

function personOf(faker: Faker) {
  return {
    first_name: faker.person.firstName(),
    last_name: faker.person.lastName(),
    email: faker.internet.email(),
    phone: faker.number.int({ min: 4_915_000_000_000, max: 4_915_999_999_999 }),
    age: faker.number.int({ min: 18, max: 99 }),
    zip: faker.number.int({ min: 10_000, max: 99_999 }),
    latitude: faker.number.float({ min: 1, max: 80, fractionDigits: 6 }),
    salary: faker.number.int({ min: 100_000, max: 999_999 }),
    children: null,
  };
}

function fieldsOf(person: object): string[] {
  return Object.entries(person).map(([name, value]) => `${name}: ${value}`);
}

/** What separates the fields of a format; of values only that they are there. */
function shapeOf(text: string, format: string): string | undefined {
  if (format === 'sql') return text.replace(/'(?:[^'\\]|''|\\.)*'/g, "''").replace(/\d+/g, '0');
  const units = { csv: /[,"\n]/g, tsv: /[\t\n]/g, copy: /[\t\n]/g }[format] ?? /[<>|"'=:\n{}]/g;
  return text.match(units)?.join('');
}
