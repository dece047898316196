import assert from 'node:assert/strict';
import { anyCountryIds } from '../../../src/core/detectors/anyCountryIds';
import { businessIds, nationalIds, personalIds } from '../../../src/core/detectors/nationalIds';
import { sample } from '../../../src/core/detectors/sample';
import type { StateId } from '../../../src/core/detectors/states/stateId';
import { createScanner } from '../../../src/core/scan';

/** How a record or a sentence names a value: `name` is what the number is called, the mark where it stands. */
const contexts: Readonly<Record<string, (name: string) => string>> = {
  'a key of JSON': name => `{"id": 7, "${name.replaceAll(' ', '_')}": "‹›", "active": true}`,
  'a key of YAML': name => `person:\n  ${name.replaceAll(' ', '_')}: ‹›\n  active: true\n`,
  'a column of a table': name => `id,${name},status\n7,‹›,active\n`,
  'a list of values': name => `INSERT INTO people (id, ${name.replaceAll(' ', '_')}, active) VALUES (7, '‹›', 1);`,
  'a sentence before': name => `Please note that the ${name} of this person is ‹›, as written on the form.`,
  'a sentence behind': name => `As far as I know ‹› is the ${name} of this person.`,
  'a form': name => `${name}: ‹›\n`,
};

const seeds = [1, 2];
const scanner = createScanner({ fingerprint: () => '0'.repeat(16), detectors: [...nationalIds, ...anyCountryIds] });

describe('numbers of states', () => {
  const ids = [...personalIds, ...businessIds];

  it('are known of many countries', () => {
    assert.ok(new Set(personalIds.map(it => it.name.slice(0, 2))).size >= 100);
  });

  for (const [place, write] of Object.entries(contexts)) {
    it(`are found in ${place}`, () => {
      const missed = ids.flatMap(id => seeds.map(seed => miss(id, seed, write)));
      check(missed, 0.98);
    });
  }

  it('are told from others by their checksum or structure', () => {
    const firm = ids.filter(isFirm);
    assert.ok(firm.length > 150, `${firm.length} have one`);
    const alarms = firm.flatMap(id =>
      seeds.flatMap(seed => Object.values(contexts).map(write => (alarm(id, seed, write) ? undefined : id.name))),
    );
    const wrong = alarms.filter(it => it === undefined).length / alarms.length;
    assert.ok(wrong <= 0.03, `${(100 * wrong).toFixed(1)} % of broken numbers are found`);
  });

  it('under a name of all countries count where the country is named', () => {
    const value = valid(id('se-personnummer'), 1);
    assert.equal(found(`personal number: ${value}, country: SE`, value), true);
    assert.equal(found(`personal number: ${value}, country: IT`, value), false);
  });
});

function check(missed: readonly (string | undefined)[], floor: number): void {
  const names = missed.filter(it => it !== undefined);
  const share = 1 - names.length / missed.length;
  assert.ok(share >= floor, `${(100 * share).toFixed(1)} % are found; not ${[...new Set(names)].join(', ')}`);
}

/** The id's name where its value isn't found, by the first and the last of its own names. */
function miss(id: StateId, seed: number, write: (name: string) => string): string | undefined {
  const value = valid(id, seed);
  const names = id.words.split('|');
  const name = names[seed % names.length] as string;
  return found(write(name).replace('‹›', value), value) ? undefined : `${id.name} (${name})`;
}

function alarm(id: StateId, seed: number, write: (name: string) => string): boolean {
  const value = broken(id, seed);
  if (value === undefined) return false;
  const name = id.words.split('|')[0] as string;
  return found(write(name).replace('‹›', value), value);
}

function found(text: string, value: string): boolean {
  const start = text.indexOf(value);
  return scanner
    .scan(text)
    .findings.some(it => it.detector.startsWith('pii/') && it.start <= start && it.end >= start + value.length);
}

function id(name: string): StateId {
  return personalIds.find(it => it.name === name) as StateId;
}

/** The first expansion of an id's form, from a seed on, that its checksum takes. */
function valid(id: StateId, seed: number): string {
  const key = `${id.name} ${seed}`;
  const known = values.get(key) ?? make(id, seed);
  values.set(key, known);
  return known;
}

const values = new Map<string, string>();

function make({ form, valid: isValid, name }: StateId, seed: number): string {
  for (let at = seed * 1000; at < seed * 1000 + 20_000; at++) {
    const value = sample(form.template, at);
    if (isValid(value) && !/^(\d)\1+$/.test(value)) return value;
  }
  throw new Error(`no seed makes a ${name}`);
}

/** A valid one with another digit, so that it is none. */
function broken(id: StateId, seed: number): string | undefined {
  const value = valid(id, seed);
  for (let at = value.length - 1; at >= 0; at--) {
    const digit = value[at] as string;
    if (!/\d/.test(digit)) continue;
    const other = `${value.slice(0, at)}${(Number(digit) + 1 + (seed % 8)) % 10}${value.slice(at + 1)}`;
    if (!id.valid(other)) return other;
  }
  return undefined;
}

/** Whether most numbers of its form are none of its. */
function isFirm({ form, valid: isValid }: StateId): boolean {
  let taken = 0;
  for (let seed = 1; seed <= 60; seed++) if (isValid(sample(form.template, seed))) taken++;
  return taken < 20;
}
