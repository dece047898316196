import assert from 'node:assert/strict';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, isCanonical } from '../../../src/audit/trail/chain';

const seed = Number(process.env.LOCKSIDE_SEED ?? 8785);

describe('the line of an event', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'previous', '__proto__x', '1', '10', 'é', '\u{10000}'),
  );
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\ud800', '\\ud800', '\u2028', '\x7f'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const value = fc.dictionary(name, fc.oneof({ weight: 5, arbitrary: leaf }, fc.array(leaf, { maxLength: 3 })), {
    maxKeys: 12,
  });

  it('is what RFC 8785 says, however it is written', () => {
    const property = fc.property(value, object => {
      const expected = attempt(() => canonicalize(object));
      assert.deepEqual(
        attempt(() => canonicalJson(object)),
        expected,
      );
      if (typeof expected === 'string') assert.equal(isCanonical(expected, JSON.parse(expected)), true);
    });
    fc.assert(property, { seed, numRuns: 2000 });
  });

  it('is no other writing of the same', () => {
    for (const line of ['{"b":1,"a":2}', '{"a":1.0}', '{"a": 1}', '{"a":"\\u0061"}', '{"a":1,"a":1}', '{"2":1,"10":1}'])
      assert.equal(isCanonical(line, JSON.parse(line)), false, line);
  });
});

function attempt(work: () => string | undefined): string | undefined | false {
  try {
    return work();
  } catch {
    return false;
  }
}
