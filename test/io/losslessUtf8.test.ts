import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLosslessDecoder, encodeLossless } from '../../src/io/losslessUtf8';

describe('lossless UTF-8', () => {
  it('gives back each byte, wherever they are split', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 30 }).map(text => Uint8Array.from(Buffer.from(text))),
    );
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 8 }), pieces => {
        const decoder = createLosslessDecoder();
        const read = pieces.map(piece => decoder.push(piece)).join('') + decoder.end();
        assert.ok(Buffer.concat(pieces).equals(encodeLossless(read)));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads text as text', () => {
    const text = 'Zoë 😀 Łukasz 佐藤';
    const decoder = createLosslessDecoder();
    const read = Array.from(Buffer.from(text), byte => decoder.push(Uint8Array.of(byte))).join('');
    assert.equal(read + decoder.end(), text);
  });
});
