import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasRun } from '../../src/core/detectors/hasRun';
import { detectors } from '../../src/core/detectors/index';
import { sample } from '../../src/core/detectors/sample';
import { gateOf, passes } from '../../src/core/gate';

describe('gate', () => {
  it('reads as much off a pattern as is certain', () => {
    length(/acme_[a-f0-9]{32}(?![\w-])/, 37);
    length(/acme_[a-f0-9]{8,32}x/, 13);
    length(/(?<!\w)(?:live|test)_\d{4}/, 9);
    length(/(?:live|tests)_\d{4}/, 4);
    length(/ab?c/, 1);
    length(/a|b/, 1);
    length(/a||b/, 0);
    length(/\bkey/, 0);
    length(/(?<gap>[ -])x\k<gap>/, 2);
    length(/key/u, 0);
    length(/(?:ab){2}[^)\]|(]./, 6);
  });

  it('lets through what begins like a match, and nothing else', () => {
    check(/key_\d{3}/, ['key_123', 'key_1234'], ['Key_123', 'key_12', 'key_12a', 'key-123', '']);
    check(/key_[^\s]/i, ['KEY_x', 'key_é'], ['key_ ', 'kez_x']);
    check(/a.c/, ['abc', 'a…c'], ['a\nc', 'ab…']);
    check(/\s\S/, [' x', '\u00a0é'], ['xx']);
  });

  it('lets through whatever the pattern of a detector matches', () => {
    for (const { id, pattern, hits } of detectors) {
      const gate = gateOf(pattern);
      const search = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
      for (const hit of hits) {
        const text = sample(hit, 1).replace(/[‹›]/g, '');
        for (const { index } of text.matchAll(search)) assert.ok(passes(gate, text, index), id);
      }
    }
  });
});

describe('hasRun', () => {
  it('says what a search says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '_', '-', '0', ' ', '.', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(30), fc.integer({ min: 1, max: 9 }), (where, from, room, size) => {
        const run = new RegExp(`[\\w-]{${size}}`).exec(where.slice(from));
        assert.equal(hasRun(where, from, room, size), run !== null && run.index <= room);
      }),
      { examples: [[' aa', 0, 0, 2]], numRuns: 2000 },
    );
  });
});

function length(pattern: RegExp, expected: number): void {
  assert.equal(gateOf(pattern).length, expected, pattern.source);
}

function check(pattern: RegExp, through: string[], held: string[]): void {
  const gate = gateOf(pattern);
  for (const text of through) assert.ok(passes(gate, text, 0), text);
  for (const text of held) assert.ok(!passes(gate, text, 0), text);
}
