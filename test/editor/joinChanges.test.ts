import assert from 'node:assert/strict';
import { type Change, joinChanges } from '../../src/editor/findings/joinChanges';

const change = (rangeOffset: number, rangeLength: number, text: string): Change => ({ rangeOffset, rangeLength, text });

/** Applies an event's changes as the editor does. */
function apply(before: string, changes: readonly Change[]): string {
  return changes.reduce(
    (text, { rangeOffset, rangeLength, text: by }) =>
      text.slice(0, rangeOffset) + by + text.slice(rangeOffset + rangeLength),
    before,
  );
}

describe('joined changes', () => {
  const cases: [string, Change[][]][] = [
    ['one', [[change(3, 2, 'xyz')]]],
    ['typing', [[change(5, 0, 'a')], [change(6, 0, 'b')], [change(7, 0, 'c')]]],
    ['deleting backwards', [[change(9, 1, '')], [change(8, 1, '')], [change(7, 1, '')]]],
    ['far apart', [[change(20, 1, 'later')], [change(1, 3, '')]]],
    ['over the end of what was typed', [[change(5, 1, 'abcdef')], [change(8, 6, '!')]]],
    ['several cursors', [[change(20, 2, 'z'), change(10, 0, 'y'), change(2, 4, '')], [change(0, 0, 'new')]]],
  ];
  for (const [name, events] of cases) {
    it(`leave the rest of the text alone: ${name}`, () => {
      const before = 'abcdefghijklmnopqrstuvwxyz';
      const after = events.reduce(apply, before);
      const edit = events.reduce<ReturnType<typeof joinChanges> | undefined>(joinChanges, undefined);
      assert.ok(edit && edit !== 'unknown');
      assert.equal(
        before.slice(0, edit.start) + after.slice(edit.start, edit.newEnd) + before.slice(edit.oldEnd),
        after,
      );
    });
  }

  it('are unknown in another order, and stay so', () => {
    const unknown = joinChanges(undefined, [change(2, 0, 'a'), change(10, 0, 'b')]);
    assert.equal(unknown, 'unknown');
    assert.equal(joinChanges(unknown, [change(1, 0, 'c')]), 'unknown');
  });
});
