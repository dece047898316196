import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allFakers } from '@faker-js/faker';
import { makePerson, writers } from '../core/pseudonyms/people';
import { type Folder, makeFolder } from './lockside';

const faker = allFakers.de;
faker.seed(31);
const people = Array.from({ length: 15 }, () => makePerson(faker));
const csv = writers.csv!(people);
const real = people.flatMap(({ full_name: name = '', email = '', iban = '' }) => [name, email, iban]);

describe('lockside synthesize', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder({ 'people.csv': csv });
  });
  afterEach(() => folder.remove());
  const read = (file: string) => readFileSync(join(folder.path, file), 'utf8');

  it('writes a copy beside the file, in which nobody is left and nothing alarms', async () => {
    const { code, stdout, stderr } = await folder.run(['synthesize', 'people.csv']);
    assert.deepEqual([code, stdout], [0, ''], stderr);
    assert.match(stderr, /^lockside: people\.synthetic\.csv: \d+ values replaced \(.*\); none of them remains\n$/);
    const copy = read('people.synthetic.csv');
    assert.equal(copy.split('\n').length, csv.split('\n').length);
    assert.equal(copy.split('\n')[0], csv.split('\n')[0]);
    for (const value of real) assert.ok(!copy.includes(value) && !stderr.includes(value));
    const scanned = await folder.run(['scan', 'people.synthetic.csv']);
    assert.equal(scanned.code, 0, scanned.stdout);
    assert.equal(read('people.csv'), csv);
  });

  it('makes the same copy from the same seed, and as many rows as wanted', async () => {
    const make = async (...args: string[]) =>
      (await folder.run(['synthesize', 'people.csv', '--out', '-', ...args])).stdout;
    const [one, two, other] = [await make('--seed', 'a'), await make('--seed', 'a'), await make('--seed', 'b')];
    assert.equal(one, two);
    assert.notEqual(one, other);
    assert.equal((await make('--rows', '40')).trim().split('\n').length, 41);
  });

  it('writes nothing where there is no copy', async () => {
    folder.write({ 'bytes.txt': Buffer.from([0xff, 0xfe, 0x41, 0xff]), 'a.yml': 'a: 1\n' });
    const cases: [args: string[], message: RegExp][] = [
      [['people.csv', '--out', 'people.csv'], /would replace the file itself/],
      [['missing.csv'], /no such file/],
      [['bytes.txt'], /not valid UTF-8/],
      [['a.yml', '--rows', '3'], /CSV, TSV and NDJSON only/],
      [['people.csv', '--max-file-size', '1kB'], /larger than the limit/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await folder.run(['synthesize', ...args]);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
    assert.ok(!existsSync(join(folder.path, 'people.synthetic.csv')));
  });
}).timeout(60_000);

describe('lockside redact with synthetic values', () => {
  it('gives back each byte', async () => {
    const folder = makeFolder({
      '.vscode/settings.json': JSON.stringify({
        'lockside.rules': [{ detectors: ['pii/*'], action: 'redact', as: 'synthetic' }],
      }),
    });
    try {
      const key = { LOCKSIDE_KEY: randomBytes(32).toString('base64') };
      const redacted = await folder.run(['redact', '--path', 'people.csv'], csv, key);
      assert.equal(redacted.code, 0, redacted.stderr);
      for (const value of real) assert.ok(!redacted.stdout.includes(value));
      assert.match(redacted.stdout, /@example\.(?:com|org|net)/);
      assert.doesNotMatch(redacted.stdout, /PII_(?:EMAIL|PERSON_NAME|IBAN)_/);
      const restored = await folder.run(['restore'], redacted.bytes, key);
      assert.equal(restored.bytes.toString(), csv);
    } finally {
      folder.remove();
    }
  });
}).timeout(60_000);
