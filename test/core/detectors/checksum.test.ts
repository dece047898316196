import assert from 'node:assert/strict';
import { base36, base62, crc32, hexLittleEndian, isBech32, luhn } from '../../../src/core/detectors/checksum';
import { sample } from '../../../src/core/detectors/sample';
import { createScanner } from '../../../src/core/scan';

/** Tokens as their makers put them together, of random units. */
const makers: Readonly<Record<string, (payload: string, secret: string) => string>> = {
  'GitLab routable token': payload => routable(`glpat-${payload}.01.${base36(payload.length, 2)}`),
  'GitLab routable token without a version': payload => routable(`glpat-${payload}.${base36(payload.length, 2)}`),
  'GitLab runner token': payload => routable(`glrt-t1_${payload}.01.${base36(payload.length, 2)}`),
  'Grafana service account token': (_, secret) => `glsa_${secret}_${hexLittleEndian(crc32(`glsa_${secret}`))}`,
  'GitHub token': (_, secret) => `ghp_${secret.slice(0, 30)}${base62(crc32(secret.slice(0, 30)), 6)}`,
  'npm token': (_, secret) => `npm_${secret.slice(0, 30)}${base62(crc32(secret.slice(0, 30)), 6)}`,
};

describe('checksums', () => {
  it('are those of their standards', () => {
    assert.equal(crc32('123456789'), 0xcbf43926);
    assert.equal(base62(0xcbf43926, 6), '3jZRME');
    assert.equal(base36(0xcbf43926, 7), '1kl8mjq');
    assert.equal(hexLittleEndian(0xcbf43926), '2639f4cb');
    assert.ok(luhn('79927398713') && !luhn('79927398710'));
  });

  // Strings that BIP 173 gives as valid and as invalid.
  for (const text of ['A12UEL5L', 'a12uel5l', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', '?1ezyfcl']) {
    it(`accept ${text}`, () => assert.ok(isBech32(text)));
  }
  for (const text of ['x1b4n0q5v', 'A1G7SGD8', '1nwldj5', 'a12uel5x', '']) {
    it(`refuse ${text || 'nothing'}`, () => assert.ok(!isBech32(text)));
  }

  for (const [name, make] of Object.entries(makers)) {
    it(`make a ${name} certain, and one that fails likely`, () => {
      const token = make(sample('{alnum:37}', 1), sample('{alnum:32}', 2));
      assert.equal(tierOf(token), 'certain');
      assert.equal(tierOf(spoilt(token)), 'likely');
    });
  }
});

function routable(body: string): string {
  return body + base36(crc32(body), 7);
}

/** With another unit in the midst of what the checksum covers. */
function spoilt(token: string): string {
  const unit = token[12] === 'b' ? 'c' : 'b';
  return token.slice(0, 12) + unit + token.slice(13);
}

function tierOf(token: string): string | undefined {
  const { findings } = createScanner({ fingerprint: () => '0' }).scan(`x = "${token}"`);
  return findings.find(it => it.end - it.start === token.length)?.tier;
}
