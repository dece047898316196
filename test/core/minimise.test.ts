import assert from 'node:assert/strict';
import { faker } from '@faker-js/faker';
import { adviseOn } from '../../src/core/minimise/advise';
import { namedSymbols } from '../../src/core/minimise/namedSymbols';
import { readPrompt } from '../../src/core/minimise/readPrompt';
import { unusedColumns } from '../../src/core/minimise/unusedColumns';
import { leastCpuTime } from '../cpuTime';

faker.seed(121);
const people = Array.from({ length: 120 }, () => ({
  first_name: faker.person.firstName(),
  email: faker.internet.email(),
  home_address: faker.location.streetAddress(),
  city: faker.location.city(),
  amount: faker.number.int(9000),
}));
const csv = [Object.keys(people[0]!), ...people.map(person => Object.values(person))]
  .map(row => row.map(cell => `"${cell}"`).join(','))
  .join('\n');
const json = JSON.stringify({ customers: people });
const code = Array.from(
  { length: 90 },
  (_, i) =>
    `/** Step ${i}. */\nexport function step${i}(input: number): number {\n  const doubled = input * ${i};\n\n  return doubled;\n}\n`,
).join('\n');
const python = Array.from(
  { length: 120 },
  (_, i) =>
    `class Reader${i}:\n    def parse_row(self, row):\n        return row[${i}]\n\n    def rest(self):\n        pass\n`,
).join('\n');

/** A prompt as agents' chats send it; an attachment is its opening tag's attributes, what the editor says first, and its text. */
const agent = (words: string, ...attached: [attributes: string, said: string, text: string][]) =>
  `<attachments>\n${attached.map(([attributes, said, text]) => `<attachment${attributes}>\n${said}${text}\n</attachment>\n`).join('')}\n</attachments>\n<context>\nToday.\n</context>\n<userRequest>\n${words}\n</userRequest>`;
const byHand = (path: string, text: string) =>
  [` id="${path.split('/').at(-1)}" filePath="${path}"`, '', text] as [string, string, string];
const active = (path: string, text: string) =>
  [` id="file:${path.split('/').at(-1)}"`, `User's active file:\n// filepath: ${path}\n`, text] as [
    string,
    string,
    string,
  ];
const around = (path: string, text: string) =>
  [` filePath="${path}"`, "User's active file for additional context:\n", text] as [string, string, string];
const selection = (name: string, text: string) =>
  [` id="file:${name}"`, `User's active selection:\nExcerpt from ${name}, lines 4 to 8:\n\`\`\`typescript\n`, text] as [
    string,
    string,
    string,
  ];

describe('minimisation', () => {
  const prompts: readonly [name: string, prompt: string, expected: string[]][] = [
    ['columns that nobody asks for', agent('Sum the amount by city', byHand('/w/p.csv', csv)), ['columns p.csv']],
    ['columns of JSON', agent('Sum amounts by city', byHand('/w/p.json', json)), ['columns p.json']],
    ['nothing where all columns are meant', agent('Show all rows by city', byHand('/w/p.csv', csv)), []],
    ['nothing where no column is named', agent('Summarise this table', byHand('/w/p.csv', csv)), []],
    ['nothing where every column is touched', agent(Object.keys(people[0]!).join(), byHand('/w/p.csv', csv)), []],
    ['a file where a function would do', agent('Why is step7() slow?', byHand('/w/a.ts', code)), ['symbol a.ts']],
    ['a class beside others', agent('Explain the class Reader9', byHand('/w/a.py', python)), ['symbol a.py']],
    ['nothing where the whole file is meant', agent('Rename step7 in the whole file', byHand('/w/a.ts', code)), []],
    ['nothing in a short file', agent('Why is step1() slow?', byHand('/w/a.ts', code.slice(0, 3000))), []],
    ['nothing where the name stands nowhere', agent('Why is stepOne() slow?', byHand('/w/a.ts', code)), []],
    [
      'the same file twice, once',
      agent('Summarise this table', active('/w/p.csv', csv), byHand('/w/p.csv', csv)),
      ['duplicate p.csv'],
    ],
    [
      'nothing where two files only share a name',
      agent('Compare these', byHand('/w/a/x.ts', code), byHand('/w/b/x.ts', `${code}// 2`)),
      [],
    ],
    [
      'a file that came by itself',
      agent('Write a regular expression for ISO dates', active('/w/p.csv', csv)),
      ['automatic p.csv'],
    ],
    ['nothing where it is pointed at', agent('What is wrong in this table?', active('/w/p.csv', csv)), []],
    ['nothing where it is named', agent('Which encoding has p.csv, and why?', active('/w/p.csv', csv)), []],
    ['nothing where a word of it is said', agent('Why is doubled wrong for negatives?', active('/w/a.ts', code)), []],
    [
      'the file around a selection',
      agent('Explain it', selection('a.ts', 'const a = 1;'), around('/w/a.ts', code)),
      ['automatic a.ts'],
    ],
    ['nothing small', agent('Write a haiku about the sea', active('/w/p.csv', csv.slice(0, 1900))), []],
    ['nothing without a prompt', `<attachment id="p.csv">\n${csv}\n</attachment>`, []],
  ];
  for (const [name, prompt, expected] of prompts)
    it(`points out ${name}`, () => {
      const told = adviseOn(['earlier', prompt]).map(({ kind, path }) => `${kind} ${path.split('/').at(-1)}`);
      assert.deepEqual(told, expected);
    });

  it('looks at the last prompt alone', () => {
    const [first, last] = [agent('Sum the amount by city', byHand('/w/p.csv', csv)), agent('Thanks, and how?')];
    assert.equal(adviseOn([first]).length, 1);
    assert.deepEqual(adviseOn([first, last]), []);
    assert.deepEqual(adviseOn([first, 'a tool said something']), adviseOn([first]));
  });

  it('says how much could be spared, and which columns are personal', () => {
    const [advice] = adviseOn([agent('Sum the amount by city', byHand('/w/p.csv', csv))]);
    assert.ok(advice?.kind === 'columns');
    assert.deepEqual(advice.use.named, ['city', 'amount']);
    assert.deepEqual(advice.use.unused, ['first_name', 'email', 'home_address']);
    assert.deepEqual(advice.use.personal, ['first_name', 'email', 'home_address']);
    assert.ok(advice.spared > 0.5 * csv.length && advice.spared < 0.9 * csv.length, `${advice.spared}`);
    assert.equal(advice.total, csv.length + 1);
  });

  it('reads what stands in front of an attachment', () => {
    const ask = (said: string, tag = ' id="file:a.ts"') =>
      readPrompt(`<attachment${tag}>\n${said}text\n</attachment>\n<prompt>\nWhy?\n</prompt>`);
    const cases: readonly [said: string, tag: string | undefined, path: string, origin: string, excerpt: boolean][] = [
      ['', ' id="a.ts" filePath="/w/a.ts"', '/w/a.ts', 'attached', false],
      ["User's active file:\n// filepath: /w/a.ts\n", undefined, '/w/a.ts', 'active', false],
      ["User's active file for additional context:\n// filepath: /w/a.ts\n", '', '/w/a.ts', 'around', false],
      ["User's active selection:\nExcerpt from a.ts, lines 4 to 8:\n```ts\n", undefined, 'a.ts', 'selection', true],
      ['# filepath: C:\\w\\a.py\r\n', ' id="a.py"', 'C:\\w\\a.py', 'attached', false],
      ['<!-- filepath: /w/a.html -->\n', '', '/w/a.html', 'attached', false],
    ];
    for (const [said, tag, path, origin, excerpt] of cases) {
      const attachment = { path, origin, excerpt, text: 'text\n' };
      assert.deepEqual(ask(said, tag), { words: 'Why?', attachments: [attachment] }, said);
    }
  });

  it('sees what belongs to a declaration', () => {
    const cases: readonly [text: string, prompt: string, expected: string | undefined][] = [
      ['a\ndef go_on(x):\n    y\n\n    z\nb\n', 'go_on', 'def go_on(x):\n    y\n\n    z\n'],
      ['a\nasync function goOn() {\n  y;\n}\nb\n', 'goOn', 'async function goOn() {\n  y;\n}\n'],
      ['class A {\n  int goOn(int x) {\n    y;\n  }\n  int b;\n}', 'goOn', '  int goOn(int x) {\n    y;\n  }\n'],
      ['func (r *Reader) GoOn() error {\n\ty\n}\n', 'GoOn', 'func (r *Reader) GoOn() error {\n\ty\n}\n'],
      ['pub fn go_on() -> u8 {\n    1\n}\nfn b() {}\n', '`go_on`', 'pub fn go_on() -> u8 {\n    1\n}\n'],
      ['def go_on\n  y\nend\nb\n', 'go_on', 'def go_on\n  y\nend\n'],
      ['return goOn(a) {\n', 'goOn', undefined],
      ['x.goOn(a) {\n', 'goOn', undefined],
      ['function goOnward() {\n}\n', 'goOn', undefined],
      ['function total() {\n}\n', 'the total', undefined],
      ['function total() {\n}\n', 'the total function', 'function total() {\n}\n'],
    ];
    for (const [text, prompt, expected] of cases) {
      const [symbol] = namedSymbols(`Explain ${prompt} to me`, text);
      assert.equal(symbol && text.slice(symbol.start, symbol.end), expected, `${prompt} in ${text}`);
    }
  });

  it('understands how columns are called', () => {
    const cases: readonly [header: string, prompt: string, named: string[]][] = [
      ['firstName,lastName,age', 'sort by first name', ['firstName']],
      ['FIRST_NAME;CITY;AGE', 'count the cities', ['CITY']],
      ['customer_email\tcountry\tage', 'average age per country', ['country', 'age']],
    ];
    for (const [header, prompt, named] of cases) {
      const text = `${header}\n${'a,b,c\n'.replaceAll(',', /[^\w]/.exec(header)![0]).repeat(20)}`;
      assert.deepEqual(unusedColumns(prompt, 'x.csv', text)?.named, named, header);
    }
  });

  it('stays quick on hostile text', () => {
    const hostile = [
      '<attachment '.repeat(100_000),
      agent('a`'.repeat(50_000), byHand('/w/a.ts', 'function ('.repeat(100_000))),
      agent(`fooBar${'('.repeat(50_000)}`, byHand('/w/a.ts', 'fooBar '.repeat(200_000))),
      agent('Sum amount', byHand('/w/p.csv', `amount,${'"'.repeat(500_000)}`)),
      agent('Sum amount', byHand('/w/p.json', '['.repeat(500_000))),
      agent('aA'.repeat(50_000), byHand('/w/a.ts', `${' '.repeat(200_000)}aAaA`)),
    ];
    for (const prompt of hostile) assert.ok(leastCpuTime(2000, () => adviseOn([prompt])) < 2000, prompt.slice(0, 20));
  });
});
