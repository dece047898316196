import assert from 'node:assert/strict';
import { isOffice, officeText } from '../../src/core/officeText';
import { leastCpuTime } from '../cpuTime';

const cases: [string, string, string][] = [
  [
    'joins the runs of a paragraph',
    '<w:p><w:r><w:t>ab</w:t></w:r><w:r><w:t xml:space="preserve">cd</w:t></w:r></w:p>',
    'abcd\n',
  ],
  ['parts paragraphs and lines', '<w:p>a<w:br/>b</w:p><w:p>c</w:p>', 'a\nb\nc\n'],
  ['parts slides and shared texts', '<a:p><a:t>a</a:t></a:p><si><t>b</t></si>', 'a\nb\n'],
  ['parts OpenDocument paragraphs', '<text:p>a<text:tab/>b</text:p>', 'a\nb\n'],
  ['reads entities', 'a&amp;b&lt;&gt;&quot;&apos;&#65;&#x42;&nope;&#x110000;', 'a&b<>"\'AB&nope;&#x110000;'],
  ['keeps what links lead to', '<Relationship Id="1" Target="https://x/?a=1&amp;b=2"/>', '\nhttps://x/?a=1&b=2'],
  ['leaves what is no tag', 'a < b', 'a < b'],
];

describe('the text of an office file', () => {
  for (const [name, xml, text] of cases) it(name, () => assert.equal(officeText(xml), text));

  it('takes time in proportion to hostile XML', () => {
    for (const piece of ['<', '<a ', ' Target="', '&#x', '<w:p', '&amp']) {
      assert.ok(leastCpuTime(3000, () => officeText(piece.repeat(400_000))) < 3000, piece);
    }
  });

  it('is read of office files alone', () => {
    assert.deepEqual(['a.docx', 'b/C.XLSX', 'd.odt', 'a.zip', 'docx'].map(isOffice), [true, true, true, false, false]);
  });
});
