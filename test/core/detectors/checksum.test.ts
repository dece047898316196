import assert from 'node:assert/strict';
import { base36, base62, crc32, hexLittleEndian, isBech32, luhn, marvin32 } from '../../../src/core/detectors/checksum';
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
  'Azure storage account key': (_, secret) => azure(`${secret}${secret}${secret.slice(0, 12)}+ASt`, 'Default0'),
  'Azure Service Bus key': (_, secret) => azure(`${secret}x+ASbA`, 'Listen00'),
};

describe('checksums', () => {
  it('are those of their standards', () => {
    assert.equal(crc32('123456789'), 0xcbf43926);
    assert.equal(base62(0xcbf43926, 6), '3jZRME');
    assert.equal(base36(0xcbf43926, 7), '1kl8mjq');
    assert.equal(hexLittleEndian(0xcbf43926), '2639f4cb');
    // Of .NET's own tests, their halves folded together.
    assert.equal(marvin32([], '\0O\u00b6\x1a\0\x1b\u00db\u00cc'), 0x30ed35c1 ^ 0x00cd3c7d);
    assert.equal(marvin32([0x37, 0xf4, 0x95], '\0O\u00b6\x1a\0\x1b\u00db\u00cc'), 0x6b3c8b90);
    assert.ok(luhn('79927398713') && !luhn('79927398710'));
  });

  it('tell a true one from a likely one: Azure DevOps token', () => {
    const token = devops(sample('{hex:56}', 3));
    assert.equal(tierOf(token), undefined);
    assert.equal(tierOf(token, 'devops: '), 'certain');
    assert.equal(tierOf(spoilt(token), 'devops: '), 'likely');
  });

  // Strings that BIP 173 gives as valid and as invalid.
  for (const text of ['A12UEL5L', 'a12uel5l', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', '?1ezyfcl']) {
    it(`accept ${text}`, () => assert.ok(isBech32(text)));
  }
  for (const text of ['x1b4n0q5v', 'A1G7SGD8', '1nwldj5', 'a12uel5x', '']) {
    it(`refuse ${text || 'nothing'}`, () => assert.ok(!isBech32(text)));
  }

  for (const [name, make] of Object.entries(makers)) {
    it(`tell a true one from a likely one: ${name}`, () => {
      const token = make(sample('{alnum:37}', 1), sample('{alnum:32}', 2));
      assert.equal(tierOf(token), 'certain');
      assert.equal(tierOf(spoilt(token)), 'likely');
    });
  }
});

function routable(body: string): string {
  return body + base36(crc32(body), 7);
}

function azure(head: string, seed: string): string {
  const bytes = Buffer.from(head, 'base64');
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(marvin32([...bytes], seed));
  return Buffer.concat([bytes, checksum]).toString('base64');
}

/** 28 bytes in hexadecimal with their checksum strewn among them, in base 32. */
function devops(hex: string): string {
  const bytes = [...Buffer.from(hex, 'hex')];
  const checksum = (crc32(String.fromCharCode(...bytes)) ^ 0xe0b9692d) >>> 0;
  for (const [at, shift] of [
    [2, 24],
    [7, 16],
    [8, 8],
    [22, 0],
  ] as const)
    bytes.splice(at, 0, (checksum >>> shift) & 0xff);
  const bits = `${bytes.map(it => it.toString(2).padStart(8, '0')).join('')}0000`;
  return bits.replace(/.{5}/g, it => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(it, 2)] as string);
}

/** With another unit in the midst of what the checksum covers. */
function spoilt(token: string): string {
  const unit = token[12] === 'b' ? 'c' : 'b';
  return token.slice(0, 12) + unit + token.slice(13);
}

function tierOf(token: string, before = 'x = '): string | undefined {
  const { findings } = createScanner({ fingerprint: () => '0' }).scan(`${before}"${token}"`);
  return findings.find(it => it.end - it.start === token.length)?.tier;
}
