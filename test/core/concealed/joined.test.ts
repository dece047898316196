import assert from 'node:assert/strict';
import { sample } from '../../../src/core/detectors/sample';
import { isReadable, pass } from '../encodings/pass';

const password = sample('{alnum:7}!{alnum:7}9', 4);
const token = sample('ghp_{alnum:30}{crc62:6}', 4);
const [a, b, c] = cut(password, 3) as [string, string, string];

/** What stands in pieces, and the path of its text. */
const cases: readonly (readonly [what: string, path: string, text: string])[] = [
  ['with the line numbers of a client', 'a.py', numbered(`PASSWORD = (\n    "${a}"\n    "${b}"\n    "${c}"\n)\n`)],
  ['below each other, numbered', 'a.ts', numbered(`export const password =\n  '${a}' +\n  '${b}${c}';\n`)],
  [
    'appended by calls',
    'A.java',
    `String password = new StringBuilder().append("${a}").append("${b}${c}").toString();\n`,
  ],
  [
    'appended line by line',
    'a.js',
    `const token = [];\ntoken.push('${token.slice(0, 9)}');\ntoken.push('${token.slice(9)}');\n`,
  ],
  ['in a form with %s', 'a.py', `password = "%s%s" % ("${a}${b}", "${c}")\n`],
  ['in a form with {}', 'a.py', `password = "{}{}".format("${a}${b}", "${c}")\n`],
  ['added to a variable of the shell', 'a.sh', `DB_PASSWORD="${a}"\nDB_PASSWORD+="${b}${c}"\n`],
  ['as a number with blanks', 'a.js', `const phone = "+49 171 5" + "27 4" + "1836";\n`],
];

describe('literals that a program makes one of', () => {
  for (const [what, path, text] of cases)
    it(`are held back ${what}`, () => {
      const { safe, isWhole, held } = pass(text, path);
      assert.notDeepEqual(held, []);
      assert.ok(isWhole);
      const pieces = [...text.matchAll(/["']([^"']{3,})["']/g)].map(([, piece]) => piece as string);
      assert.ok(pieces.some(piece => !safe.includes(piece)));
    });
});

/** The token with something between its pieces that a reader doesn't see, or in other digits. */
const amid: readonly (readonly [what: string, path: string, text: string])[] = [
  ['tags', 'a.html', `<p>token: ${cut(token, 5).join('</span><span>')}</p>`],
  ['comments', 'a.html', `<p>${cut(token, 4).join('<!-- x -->')}</p>`],
  ['the seams of sections', 'a.xml', `<a><![CDATA[${cut(token, 2).join(']]><![CDATA[')}]]></a>`],
  ['bold type', 'a.md', `The token is ${cut(token, 3).join('**')}.`],
  ['backspaces', 'a.txt', `token=${cut(token, 6).join('x\b')}\n`],
  ['narrow blanks', 'a.txt', `token=${[...token].join('\u2009')}\n`],
  ['combining marks', 'a.txt', `token=${[...token].join('\u0332')}\n`],
  [
    'digits of Persian',
    'a.txt',
    `token=${token.replace(/\d/g, digit => String.fromCharCode(0x6f0 + Number(digit)))}\n`,
  ],
];

describe('a token amid what a reader does not see', () => {
  for (const [what, path, text] of amid)
    it(`is held back: ${what}`, () => {
      const { safe, isWhole } = pass(text, path);
      assert.ok(isWhole);
      assert.ok(!isReadable(safe, text.slice(text.indexOf('ghp'))));
    });

  it('leaves pages as they are', () => {
    const page =
      '<p>The <b>quick</b> brown <i>fox</i> is 5<sup>th</sup>; Map<b>Reduce</b>2, x**2, **kwargs; déjà vu</p>';
    assert.deepEqual(pass(page, 'a.html').held, []);
  });
});

function cut(value: string, count: number): string[] {
  const size = Math.ceil(value.length / count);
  return Array.from({ length: count }, (_, i) => value.slice(i * size, (i + 1) * size));
}

/** As clients hand over a file. */
function numbered(text: string): string {
  return text
    .split('\n')
    .map((line, i) => `${String(i + 1).padStart(6)}\t${line}`)
    .join('\n');
}
