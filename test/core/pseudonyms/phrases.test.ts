import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPhrases } from '../../../src/core/pseudonyms/phrases';
import { standsIn } from '../../../src/core/pseudonyms/standsIn';

const known = [
  'Lena Brandt',
  'Brandt',
  'lena.brandt@example.org',
  '+49 30 23125 100',
  '49 30 23125 100',
  '(415) 555-0142',
  'Łucja',
  'ANNA',
  'Anna Maria',
];

describe('phrases', () => {
  const phrases = createPhrases<number>();
  for (const [at, phrase] of known.entries()) phrases.add(phrase, at);
  const found = (text: string) => phrases.find(text).map(it => text.slice(it.start, it.end));

  it('are found as words of their own, the longest first', () => {
    const cases: [text: string, found: string[]][] = [
      ['Lena Brandt wrote', ['Lena Brandt']],
      ['Ms Brandt and Lena', ['Brandt']],
      ['Brandtner, xBrandt, Brandt_1', []],
      ['"lena.brandt@example.org"', ['lena.brandt@example.org']],
      ['tel +49 30 23125 100.', ['+49 30 23125 100']],
      ['tel 49 30 23125 100', ['49 30 23125 100']],
      ['call (415) 555-0142!', ['(415) 555-0142']],
      [String.raw`{"a":"x\nBrandt"}`, ['Brandt']],
      ['LENA BRANDT, lena brandt', ['LENA BRANDT', 'lena brandt']],
      ['brandt BRANDT anna', ['BRANDT']],
      ['Łucja ŁUCJA Łucjan', ['Łucja', 'ŁUCJA']],
      ['Anna Maria ANNA Marias', ['Anna Maria', 'ANNA']],
    ];
    for (const [text, expected] of cases) assert.deepEqual(found(text), expected, text);
  });

  it('are found in pieces where they are found at once', () => {
    const piece = fc.oneof(
      fc.constantFrom(...known, 'Lena', ' ', '\n', '\\n', '\\', '+', '(', '415', '.', ',', '_', 'x', '😀', 'Brandtner'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(60), { maxLength: 8 }), (pieces, cuts) => {
        const text = pieces.join('');
        const at = [0, ...cuts.map(cut => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        let held = '';
        let within = false;
        const seen: string[] = [];
        const take = (ready: string) =>
          seen.push(...phrases.find(ready, within).map(it => ready.slice(it.start, it.end)));
        for (let i = 1; i < at.length; i++) {
          held += text.slice(at[i - 1], at[i]);
          const settled = phrases.settled(held);
          take(held.slice(0, settled.at));
          held = held.slice(settled.at);
          if (settled.at > 0) within = held === '' && settled.within;
        }
        take(held);
        assert.deepEqual(seen, found(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('stand in texts or do not', () => {
    const stands = standsIn(['Dear Lena Brandt,\ncall +49 30 1', 'BRANDT']);
    for (const phrase of ['Lena Brandt', 'lena', 'Brandt', '+49 30 1']) assert.ok(stands(phrase), phrase);
    for (const phrase of ['Brand', 'Lena  Brandt', 'Maria Brandt', '30 12']) assert.ok(!stands(phrase), phrase);
  });
});
