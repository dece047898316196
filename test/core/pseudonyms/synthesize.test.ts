import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { allFakers } from '@faker-js/faker';
import { sample } from '../../../src/core/detectors/sample';
import { isLabelled, labelled, syntheticName } from '../../../src/core/pseudonyms/label';
import { syntheticCopy } from '../../../src/core/pseudonyms/syntheticCopy';
import { createScanner } from '../../../src/core/scan';
import { parsers, structureOf } from './parse';
import { makePerson, type Person, writers } from './people';

const fingerprint = (detector: string, value: string) =>
  createHmac('sha256', 'test').update(`${detector}\0${value}`).digest('hex').slice(0, 16);
const scanner = createScanner({ fingerprint });

describe('a synthetic copy', () => {
  for (const format of ['csv', 'json', 'yaml', 'sql', 'log'])
    it(`of ${format} has the same structure, and none of the people`, () => {
      for (const locale of ['de', 'en_US', 'fr', 'pl', 'ru', 'ja'] as const) {
        const people = madeUp(locale, 12);
        const text = writers[format]!(people);
        const copy = copyOf(text, `people.${format}`);
        const [before, after] = [text, copy].map(it => structureOf(parsers[format]!(it)));
        assert.deepEqual(after, before, locale);
        for (const { full_name: name = '', email = '', iban = '', phone = '' } of people)
          for (const value of [name, email, iban, phone])
            assert.ok(!copy.includes(value), `${locale}: a value remains`);
      }
    });

  it('gives the same value the same substitute, and a name in an address what the name got', () => {
    const text =
      'first_name,last_name,email\nMartha,Keller,martha.keller@web.de\nOtto,Ziegler,otto.z@gmx.de\nMartha,Keller,martha.keller@web.de\nUwe,Vogt,uwe.vogt@web.de\n';
    const [, one = '', two = '', three = ''] = copyOf(text, 'people.csv').split('\n');
    assert.equal(three, one);
    assert.notEqual(two, one);
    const [given = '', family = '', email] = one.split(',');
    assert.match(email ?? '', /@example\.(?:com|org|net)$/);
    assert.ok(email?.startsWith(`${given}.${family}`.toLowerCase()), 'the address says the name');
  });

  it('replaces secrets by dummies that nothing takes for secrets', () => {
    const token = sample('ghp_{alnum:30}{crc62:6}', 9);
    const copy = copyOf(`github:\n  token: ${token}\n  again: ${token}\n`, 'config.yml');
    assert.ok(!copy.includes(token));
    const [, first, second] = /token: (.*)\n {2}again: (.*)/.exec(copy) ?? [];
    assert.equal(first, second);
    assert.equal(first?.length, token.length);
    assert.deepEqual(
      scanner.scan(copy).findings.filter(({ kind }) => kind === 'secret'),
      [],
    );
  });

  it('has as many rows as wanted, all different', () => {
    const text = writers.csv!(madeUp('en_US', 5));
    const copy = syntheticCopy(text, { path: 'people.csv', scanner, fingerprint, rows: 23 });
    assert.ok(!('error' in copy));
    const rows = parsers.csv!(copy.text) as string[][];
    assert.equal(rows.length, 24);
    assert.equal(new Set(rows.map(row => row[3])).size, 24);
    assert.ok('error' in syntheticCopy('a: 1\n', { path: 'a.yml', scanner, fingerprint, rows: 2 }));
  });

  it('is the same for the same key, and another for another', () => {
    const text = writers.json!(madeUp('fr', 4));
    const make = (key: string) =>
      syntheticCopy(text, { path: 'a.json', scanner, fingerprint: (id, value) => fingerprint(id + key, value) });
    assert.deepEqual(make('a'), make('a'));
    assert.notDeepEqual(make('a'), make('b'));
  });

  it('is told by its label', () => {
    assert.equal(syntheticName('a.b/people.csv'), 'a.b/people.synthetic.csv');
    assert.equal(syntheticName('LICENSE'), 'LICENSE.synthetic');
    for (const [path, text] of [
      ['a.yml', 'a: 1\n'],
      ['a.sql', 'SELECT 1;\n'],
      ['a.xml', '<?xml version="1.0"?>\n<a/>\n'],
      ['a.sh', '#!/bin/sh\necho\n'],
    ] as const) {
      assert.ok(isLabelled(labelled(text, path), path), path);
      assert.ok(!isLabelled(text, path), path);
    }
    assert.match(labelled('<?xml version="1.0"?>\n<a/>\n', 'a.xml'), /^<\?xml.*\n<!-- .* -->\n<a/);
    assert.equal(labelled('a,b\n', 'a.csv'), 'a,b\n');
    assert.ok(isLabelled('a,b\n', 'x/a.synthetic.csv'));
  });
});

function madeUp(locale: keyof typeof allFakers, count: number): Person[] {
  const faker = allFakers[locale];
  faker.seed(21);
  return Array.from({ length: count }, () => makePerson(faker));
}

function copyOf(text: string, path: string): string {
  const copy = syntheticCopy(text, { path, scanner, fingerprint });
  assert.ok(!('error' in copy), 'error' in copy ? copy.error : '');
  assert.equal(copy.remaining, 0);
  return copy.text;
}
