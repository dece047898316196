import assert from 'node:assert/strict';
import { sample } from '../../../src/core/detectors/sample';
import { pass } from '../encodings/pass';

const token = sample('ghp_{alnum:30}{crc62:6}', 6);
const password = sample('{alnum:20}!{alnum:14}7', 6);
const letters = [...token];
const codes = [...Buffer.from(token)];
const pieces = token.match(/.{1,8}/g) as string[];
const quoted = pieces.map(it => JSON.stringify(it));
const key = 'kestrel';
const masked = codes.map((code, i) => code ^ key.charCodeAt(i % key.length));

/** A token or a password, spelled out, in a list, or put over with a key; and the path of its text. */
const cases: readonly (readonly [what: string, path: string, text: string])[] = [
  ['behind numbers that count', 'a.txt', letters.map((it, i) => `${i}: ${it}`).join('\n')],
  ['as a list from one on', 'a.md', letters.map((it, i) => `${i + 1}. ${it}`).join('\n')],
  ['by index in JSON', 'a.json', JSON.stringify({ k: Object.fromEntries(letters.map((it, i) => [i, it])) })],
  ['by assignments', 'a.c', letters.map((it, i) => `  key[${i}] = '${it}';`).join('\n')],
  [
    'a letter a line, numbered',
    'a.txt',
    ['token', ...letters, ''].map((it, i) => `${String(i + 1).padStart(6)}\t${it}`).join('\n'),
  ],
  [
    'in a list that is joined later',
    'a.py',
    `PARTS = [\n    ${quoted.join(',\n    ')},\n]\n\ndef get():\n    return "".join(PARTS)\n`,
  ],
  ['in a list that is reduced', 'a.js', `const secret = [${quoted.join(', ')}].reduce((a, b) => a + b);`],
  [
    'out of order',
    'a.py',
    `parts = [${quoted
      .map((it, i) => `(${i}, ${it})`)
      .toReversed()
      .join(', ')}]\n`,
  ],
  ['a password in a list', 'a.json', JSON.stringify({ password: password.match(/.{1,6}/g) })],
  ['under a number', 'a.py', `x = "".join(chr(c ^ 0x5a) for c in [${codes.map(it => it ^ 0x5a).join(', ')}])`],
  [
    'moved by a number',
    'a.js',
    `const x = [${codes.map(it => it + 7)}].map(c => String.fromCharCode(c - 7)).join('');`,
  ],
  [
    'turned into its complement',
    'a.c',
    `char x[] = {${codes.map(it => ~it & 255)}};\nfor (i = 0; i < n; i++) x[i] = ~x[i];`,
  ],
  [
    'under a key, in hexadecimal',
    'a.py',
    `K = b"${key}"\nD = bytes.fromhex("${Buffer.from(masked).toString('hex')}")\nx = bytes(d ^ K[i % 7] for i, d in enumerate(D))`,
  ],
  [
    'under a key, in base64',
    'a.js',
    `const k = '${key}';\nconst d = Buffer.from('${Buffer.from(masked).toString('base64')}', 'base64');\nconst x = d.map((b, i) => b ^ k.charCodeAt(i % 7));`,
  ],
];

describe('a secret that is spelled out', () => {
  for (const [what, path, text] of cases)
    it(`is held back ${what}`, () => {
      const { safe, isWhole, held } = pass(text, path);
      assert.ok(isWhole);
      assert.ok(held.some(it => it.startsWith('secret/')));
      assert.ok(safe.length < text.length - 16);
    });
});

describe('what only looks spelled out', () => {
  const harmless: Readonly<Record<string, string>> = {
    'a list of words': `const keys = ['binary', 'utf8', 'utf16be', 'utf16le', 'latin1', 'base64'];`,
    'a list of versions': `versions = ['1.1', '1.4', '1.8', '2.0', '10.2']`,
    'a list of sizes': `const token = ['12px', '14px', '16px', '24px', '32px'];`,
    'answers by number': Array.from({ length: 12 }, (_, i) => `${i}: ${'abcd'[i % 4]}`).join('\n'),
    'a table of bits': `const table = [${Array.from({ length: 64 }, (_, i) => (i * 37) ^ 91)}].map(c => c ^ 0x1f);`,
    'a checksum': `for (const b of bytes) crc = table[(crc ^ b) & 0xff] ^ (crc >>> 8); // "f00dcafe12ab34cd"`,
  };
  for (const [what, text] of Object.entries(harmless))
    it(`goes out as it is: ${what}`, () => assert.deepEqual(pass(text, 'a.js').held, []));
});
