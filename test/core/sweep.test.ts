import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runsFrom, runsIn } from '../../src/core/concealed/runs';
import { foreignUnitsOf } from '../../src/core/foreignUnits';
import { createEngine, sweep } from '../../src/core/sweep';

const never: () => boolean = () => false;

describe('sweep', () => {
  it('sees along the way the long runs and the foreign units that a search finds', () => {
    const engine = createEngine([]);
    const piece = fc.constantFrom(
      'abc',
      'Zm9vYmFy',
      '0123456789',
      ' ',
      '\n',
      '+/',
      '-_',
      '=',
      '"',
      'é',
      '—',
      '\u200b',
      'а',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), parts => {
        const text = parts.join('');
        const { runs, units } = sweep(engine, text, 0, text.length, undefined, never);
        assert.deepEqual(runsFrom(text, runs, text.length), runsIn(text));
        assert.deepEqual(units, foreignUnitsOf(text));
      }),
    );
  });
});
