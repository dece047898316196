import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { allFakers } from '@faker-js/faker';
import fc from 'fast-check';
import type { Crossing } from '../../../src/core/crossing';
import { createGuard } from '../../../src/core/guard';
import { createRestorer, createVault, restore } from '../../../src/core/placeholders';
import { createPolicy, holdsBack } from '../../../src/core/policy';
import { createScanner } from '../../../src/core/scan';
import { parsers, structureOf } from './parse';
import { makePerson, writers } from './people';

const locales = 'de en_US en_GB fr es it pt_BR nl pl sv da fi cs_CZ hu ro tr ru el ja ko'.split(
  ' ',
) as (keyof typeof allFakers)[];
const scanner = createScanner({
  fingerprint: (detector, value) =>
    createHmac('sha256', 'test').update(`${detector}\0${value}`).digest('hex').slice(0, 16),
});
const policy = createPolicy(
  [{ layer: 'workspace', tightenOnly: false, rules: [{ detectors: ['pii/*'], action: 'redact', as: 'synthetic' }] }],
  '2026-01-01',
);

describe('synthetic values', () => {
  for (const format of Object.keys(writers))
    it(`give back each byte of ${format} in 20 locales, and it parses as before`, () => {
      let replaced = 0;
      let synthetic = 0;
      for (const locale of locales) {
        const faker = allFakers[locale];
        faker.seed(11);
        const text = writers[format]!(Array.from({ length: 8 }, () => makePerson(faker)));
        const { guard, crossing } = makeGuard(format);
        // As a request does it: what one place gives away is replaced in all of them.
        guard.reserve(text, crossing, guard.inspect(text, crossing));
        const { text: safe, decisions, edits } = guard.pass(text, crossing);
        const held = decisions.filter(({ action }) => holdsBack(action));
        replaced += held.length;
        synthetic += edits.filter(({ placeholder, replacement }) => !replacement.startsWith(placeholder)).length;
        assert.equal(restore(safe, guard.vault), text, locale);
        const [before, after] = [text, safe].map(it => structureOf(parsers[format]!(it)));
        assert.deepEqual(after, before, locale);
        for (const { finding } of held) {
          const value = text.slice(finding.start, finding.end);
          // A word alone, a town or a day may stand elsewhere as something else.
          if (value.length > 5 && /[\d@ ]/.test(value) && !/date-of-birth|city/.test(finding.detector))
            assert.ok(!safe.includes(value), `${locale}: a value of ${finding.detector} remains`);
        }
      }
      assert.ok(replaced > 20 * 8 * 5, `only ${replaced} values were replaced`);
      assert.ok(synthetic > replaced * 0.7, `only ${synthetic} of ${replaced} by synthetic ones`);
    }).timeout(60_000);

  it('restore in a stream what they restore at once, wherever it is split', () => {
    const faker = allFakers.de;
    faker.seed(7);
    const text = writers.csv!(Array.from({ length: 6 }, () => makePerson(faker)));
    const { guard, crossing } = makeGuard('csv');
    const { text: safe } = guard.pass(text, crossing);
    const answer = `Here you are:\n${safe}\nand ${safe.slice(0, 700)}`;
    const whole = restore(answer, guard.vault);
    assert.ok(whole.includes(text));
    fc.assert(
      fc.property(fc.array(fc.nat(answer.length), { maxLength: 60 }), cuts => {
        const at = [0, ...cuts.sort((a, b) => a - b), answer.length];
        assert.equal(
          streamed(
            at.slice(1).map((end, i) => answer.slice(at[i], end)),
            guard.vault,
          ),
          whole,
        );
      }),
      { numRuns: 100, seed: 5 },
    );
    assert.equal(streamed([...answer], guard.vault), whole);
  });

  it('restore inside the source of a JSON string, with letters escaped or not', () => {
    for (const locale of ['de', 'ru', 'ja'] as const) {
      const faker = allFakers[locale];
      faker.seed(8);
      const text = writers.csv!(Array.from({ length: 5 }, () => makePerson(faker)));
      const { guard, crossing } = makeGuard('csv');
      const { text: safe } = guard.pass(text, crossing);
      for (const source of [JSON.stringify({ it: safe }), escapedOf(JSON.stringify({ it: safe }))]) {
        assert.deepEqual(JSON.parse(restore(source, guard.vault, 'json')), { it: text }, locale);
        assert.deepEqual(JSON.parse(restore(source, guard.vault)), { it: text }, locale);
      }
    }
  });

  it('are known again in capitals and in small letters, and stay what they are in later texts', () => {
    const text =
      'first_name,last_name,email\nMartha,Keller,martha.keller@web.de\nOtto,Ziegler,otto.z@gmx.de\nUwe,Vogt,uwe.vogt@web.de\n';
    const { guard, crossing } = makeGuard('csv');
    const { text: safe } = guard.pass(text, crossing);
    const [given = '', family = '', email = ''] = safe.split('\n')[1]!.split(',');
    assert.equal(
      restore(`${family.toUpperCase()} <${email.toUpperCase()}>`, guard.vault),
      'KELLER <MARTHA.KELLER@WEB.DE>',
    );
    assert.equal(restore(`${given.toLowerCase()} x${family}`, guard.vault), `${given.toLowerCase()} x${family}`);
    const again = guard.pass(safe, crossing);
    assert.equal(again.text, safe);
    assert.equal(guard.pass(text, crossing).text, safe);
  });

  it('leave a placeholder where they would not be told from other text', () => {
    const text =
      'first_name,last_name,gender,email\nMartha,Keller,f,martha.keller@web.de\nOtto,Ziegler,m,otto.z@gmx.de\nUwe,Vogt,m,uwe.vogt@web.de\n';
    const { guard, crossing } = makeGuard('csv');
    const { text: safe } = guard.pass(text, crossing);
    assert.match(safe, /PII_GENDER_1/);
    assert.equal(restore(safe, guard.vault), text);
  });
});

function escapedOf(json: string): string {
  return json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function streamed(pieces: readonly string[], vault: ReturnType<typeof createVault>): string {
  const restorer = createRestorer(vault);
  return pieces.map(piece => restorer.push(piece)).join('') + restorer.end();
}

function makeGuard(format: string) {
  const vault = createVault();
  const guard = createGuard({ scanner, vault, policy: () => policy, audit: () => undefined });
  const crossing: Crossing = {
    channel: 'model',
    destination: { kind: 'model', name: 'copilot/gpt-5' },
    source: { path: `people.${format}` },
  };
  return { guard: { ...guard, vault }, crossing };
}
