import assert from 'node:assert/strict';
import { decodeText } from '../../src/io/readTextFile';

const line = 'TOKEN=abc\r\nname="é"\n';
const ascii = 'TOKEN=abc\r\nPORT=3000\n'.repeat(40);

describe('the text of bytes', () => {
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const cases: Readonly<Record<string, readonly [bytes: Uint8Array, text: string | undefined]>> = {
    'UTF-8': [Buffer.from(line), line],
    ASCII: [Buffer.from(ascii), ascii],
    'UTF-16 with a mark': [Buffer.from(`\ufeff${line}`, 'utf16le'), line],
    'UTF-16 with a mark, big-endian': [swapped(`\ufeff${line}`), line],
    'UTF-16 without a mark': [Buffer.from(ascii, 'utf16le'), ascii],
    'UTF-16 without a mark, big-endian': [swapped(ascii), ascii],
    'too short to say': [Buffer.from('a\0b\0'), undefined],
    'NULs here and there': [Buffer.from(`${ascii}\0${ascii}`), undefined],
    'nothing but NULs': [Buffer.alloc(600), undefined],
  };
  for (const [name, [bytes, text]] of Object.entries(cases)) {
    it(`is told: ${name}`, () => {
      const read = decodeText(bytes);
      assert.equal('text' in read ? read.text : undefined, text);
      if (text === undefined) assert.deepEqual(read, { skipped: 'binary' });
    });
  }
});
