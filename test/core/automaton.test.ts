import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAutomaton } from '../../src/core/automaton';

describe('automaton', () => {
  it('finds every word, in any case, overlapping or inside another', () => {
    check(['he', 'she', 'his', 'hers'], 'uSHErs', ['she@1', 'he@2', 'hers@2']);
    check(['ab', 'b'], 'aéb ab', ['b@2', 'ab@4', 'b@5']);
    check(['-----begin', '@', '+1'], '@@ -----BEGIN +1', ['@@0', '@@1', '-----begin@3', '+1@14']);
    check(['key'], '', []);
    check(['straße', 'kapı', 'is'], 'IS Straße', ['is@0', 'straße@3']);
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

  it('goes on from where it stopped', () => {
    const automaton = createAutomaton(['needle']);
    const cursor = { at: 0, state: 0 };
    assert.equal(automaton.next(cursor, 'a needle', 5), undefined);
    assert.deepEqual(automaton.next(cursor, 'a needle', 8), [0]);
    assert.equal(cursor.at, 8);
  });
});

function check(words: string[], text: string, expected: string[]): void {
  assert.deepEqual(found(words, text), expected);
}

function found(words: string[], text: string): string[] {
  const out: string[] = [];
  const automaton = createAutomaton(words);
  const cursor = { at: 0, state: 0 };
  for (let ids = automaton.next(cursor, text, text.length); ids; ids = automaton.next(cursor, text, text.length)) {
    for (const id of ids) out.push(`${words[id]}@${cursor.at - (words[id] ?? '').length}`);
  }
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
