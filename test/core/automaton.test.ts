import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAutomaton } from '../../src/core/automaton';

describe('automaton', () => {
  it('finds every word, in any case, overlapping or inside another', () => {
    check(['he', 'she', 'his', 'hers'], 'uSHErs', ['she@1', 'he@2', 'hers@2']);
    check(['ab', 'b'], 'aéb ab', ['b@2', 'ab@4', 'b@5']);
    check(['-----begin', '@', '+1'], '@@ -----BEGIN +1', ['@@0', '@@1', '-----begin@3', '+1@14']);
    check(['key'], '', []);
  });

  it('agrees with indexOf on any words and text', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_', '1'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', 'c', '_', '1', 'é', '👍'), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), text, (words, haystack) => {
        assert.deepEqual(found(words, haystack).sort(), plainly(words, haystack).sort());
      }),
    );
  });

  it('goes on from the state it stopped in', () => {
    const ends: number[] = [];
    const automaton = createAutomaton(['needle']);
    const hit = (end: number) => ends.push(end) > 0;
    const state = automaton.run('a needle', 0, 5, 0, hit);
    automaton.run('a needle', 5, 8, state, hit);
    assert.deepEqual(ends, [8]);
  });

  it('stops when told to', () => {
    assert.equal(
      createAutomaton(['a']).run('xaaa', 0, 4, 0, () => false),
      -1,
    );
  });
});

function check(words: string[], text: string, expected: string[]): void {
  assert.deepEqual(found(words, text), expected);
}

function found(words: string[], text: string): string[] {
  const out: string[] = [];
  createAutomaton(words).run(text, 0, text.length, 0, (end, ids) => {
    for (const id of ids) out.push(`${words[id]}@${end - (words[id] ?? '').length}`);
    return true;
  });
  return out;
}

function plainly(words: string[], text: string): string[] {
  const folded = text.replace(/[A-Z]/g, unit => unit.toLowerCase());
  return words.flatMap(word => {
    const out: string[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) out.push(`${word}@${at}`);
    return out;
  });
}
