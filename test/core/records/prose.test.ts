import assert from 'node:assert/strict';
import { allFakers, type Faker } from '@faker-js/faker';
import { findRecords } from '../../../src/core/records/findRecords';
import { createScanner } from '../../../src/core/scan';
import { leastCpuTime } from '../../cpuTime';

/** What people write of each other, by language. */
const written: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Mr. {last} called about the invoice.',
    'Our customer {name} wants a refund.',
    'Dear {name},\nplease find it enclosed.',
    'Please visit her: she lives at {number} Maple Street.',
    'Best wishes,\n{name}\n',
  ],
  de: [
    'Frau {last} hat angerufen.',
    'Der Kunde {name} möchte sein Geld zurück.',
    'Mit freundlichen Grüßen\n{name}\n',
    'Er wohnt in der Lindenallee {number}, {zip} Hannover.',
  ],
  fr: [
    'Bonjour, je m’appelle {name}.',
    'Monsieur {last} est malade.',
    'Elle habite au {number} rue des Lilas, {zip} Nantes.',
  ],
  es: ['Me llamo {name}.', 'La señora {last} ha llamado.', 'Vive en la calle Mayor, {number}, {zip} Toledo.'],
  it: ['Mi chiamo {name}.', 'La signora {last} ha chiamato.', 'Abita in via Verdi {number}, {zip} Torino.'],
  nl: ['Mijn naam is {name}.', 'Mevrouw {last} heeft gebeld.'],
  pl: ['Nazywam się {name}.', 'Mieszka przy ul. Polnej {number}, 00-950 Warszawa.'],
};

describe('people in sentences', () => {
  // Marked is what has to be found, and nothing else.
  const cases = [
    'Yesterday I spoke with ‹Maria Gonzalez› about the refund.',
    'The patient ‹Thomas Weber› was admitted on Monday.',
    'The tenant, ‹Sarah O’Connor›, owes two months.',
    'Mr. ‹Okonkwo-Baptiste› called twice; Dr. ‹Annelise Brückner› did not.',
    'Herr ‹Przybylski› hat gekündigt, Frau Dr. ‹Seidel› nicht.',
    'Dear Ms. ‹Havisham›,\nthank you for your letter.',
    'Dear ‹Jonathan›,\nsee below.',
    'Sehr geehrte Frau ‹Lindqvist›,',
    'My name is ‹Oluwaseun Adeyemi› and I live at ‹42 Wallaby Way›, ‹Sydney NSW 2000›.',
    'Ich heiße ‹Jürgen Klopstock› und wohne in der ‹Lindenstraße 12›, ‹10969 Berlin›.',
    'Je m’appelle ‹Amélie Fontaine›, j’habite au ‹12 rue de la République›, ‹69002 Lyon›.',
    'Me llamo ‹Lucía Fernández› y vivo en la ‹Calle de Alcalá, 45›, ‹28014 Madrid›.',
    'Mi chiamo ‹Giulia Romano› e abito in ‹Via Garibaldi 18›, ‹20121 Milano (MI)›.',
    'Mijn naam is ‹Sanne de Vries›, ik woon aan de ‹Keizersgracht 123›, ‹1015 CJ Amsterdam›.',
    'Nazywam się ‹Katarzyna Wiśniewska›, ‹ul. Długa 15/3›, ‹31-146 Kraków›.',
    'Der Kunde ‹Max Brandt› wohnt ‹Am Markt 3›, ‹04109 Leipzig›.',
    'She lives at ‹10 Rosewood Drive›.',
    'Meet me at ‹221B Baker Street›, ‹London NW1 6XE›.',
    'Meine Adresse: ‹Storgatan 14›, ‹114 55 Stockholm›',
    '我叫‹王伟›，住在北京。',
    'Send it to 〒150-0001 ‹東京都渋谷区神宮前1-2-3› please.',
    'Thanks for everything.\n\nKind regards,\n‹Patrick Nakamura›\nSenior Engineer\n',
    'Bis bald\n\nMit freundlichen Grüßen\n\n‹Helga Zimmermann›\n',
    'Her husband ‹Daniel Cooper› signed it.',
    'In the rack stand two servers, reported by the customer on Friday.',
    'Dear all,\nDear Customer,\nDear Hiring Manager,\nDear Sir or Madam,\n',
    'Hi Claude,\nHello World!\nHey Copilot,\n',
    'The customer Success Manager and the client Portal are called Grant Types.',
    'new Customer(“Portal”); employee.Manager; the patient Data Model; member Max Value',
    'Kind regards,\nThe React Team\n',
    'See the Ms Office format, Dr. Who and the cache miss Ratio; it takes 100 ms Latency.',
    'Write to the Free Software Foundation, Inc., 51 Franklin Street, Fifth Floor, Boston, MA 02110-1301 USA.',
    'Copyright (c) 2019 signed by Maria Gonzalez, contact Maria Gonzalez.',
    'Turn into the street, then 5 minutes on the road in Via dei Condotti and Rue de Rivoli.',
    'Our version 2.12 fixes Route 53 and the Square 4 API of 10 Downing Road maps.',
    'It was 12 Mega Drive games in Place 5; string 5, ring 7, gate 12.',
    'January Weber and Monday Smith are no customers.',
  ];
  for (const marked of cases) {
    it(`are told as marked: ${marked.slice(0, 70)}`, () => {
      const wanted = Array.from(marked.matchAll(/‹([^›]*)›/g), ([, value]) => value);
      assert.deepEqual(valuesIn(marked.replace(/[‹›]/g, '')), wanted);
    });
  }

  it('are merely possible, so that nobody is alarmed', () => {
    assert.ok(findRecords('My name is Maria Gonzalez.').every(it => it.tier === 'possible'));
  });

  it('are left alone in programs, data and lists of authors', () => {
    for (const path of ['a.ts', 'a.json', 'LICENSE', 'AUTHORS', 'CHANGELOG.md'])
      assert.deepEqual(findRecords('Reported by Maria Gonzalez; Mr. Klopstock lives at 10 Rosewood Drive.', path), []);
  });

  it('are told beside what else of theirs was found', () => {
    const { scan } = createScanner({ fingerprint: detector => detector });
    const at = (text: string) =>
      scan(text).findings.flatMap(it => (it.detector === 'pii/person-name' ? [text.slice(it.start, it.end)] : []));
    const address = ['karaoglan', 'corpmail.com'].join('@');
    assert.deepEqual(at(`Zubeyde Karaoglan <z.${address}>`), ['Zubeyde Karaoglan']);
    assert.deepEqual(at(`write to k.${address} (Maria Lopez)`), ['Maria Lopez']);
    assert.deepEqual(at('Olena Shevchenko was born on 4 May 1978.'), ['Olena Shevchenko']);
    assert.deepEqual(at(`Author: Maria Lopez <m.${address}>`), []);
    assert.deepEqual(at(`Visual Studio, support of products: vs${address}`), []);
  });

  for (const [locale, templates] of Object.entries(written)) {
    it(`are found as people write in ${locale}, most of them`, () => {
      const faker = allFakers[locale as 'de'];
      faker.seed(11);
      let found = 0;
      let all = 0;
      for (let round = 0; round < 12; round++)
        for (const template of templates) {
          const { text, values } = filled(template, faker);
          const told = valuesIn(text).join('\n');
          all += values.length;
          found += values.filter(value => told.includes(value)).length;
        }
      assert.ok(found / all >= 0.8, `${found} of ${all}`);
    });
  }

  it('are sought in time that grows with the text alone', () => {
    for (const part of [
      'Mr. ',
      'dear ',
      'Maria Gonzalez ',
      'contact Maria ',
      '12 High Street ',
      'Via Roma 1, ',
      'regards,\n',
      'Lindenweg 5 ',
    ])
      assert.ok(leastCpuTime(1500, () => findRecords(part.repeat(200_000 / part.length))) < 1500, part);
  });
});

function filled(template: string, faker: Faker): { text: string; values: string[] } {
  const values: string[] = [];
  const text = template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const last = faker.person.lastName();
    const made = {
      last,
      name: `${faker.person.firstName()} ${last}`,
      number: `${faker.number.int({ min: 2, max: 98 })}`,
      zip: faker.string.numeric({ length: 5, allowLeadingZeros: false }),
    };
    const value = made[slot as keyof typeof made];
    values.push(value);
    return value;
  });
  return { text, values };
}

function valuesIn(text: string): string[] {
  const cells = findRecords(text).flatMap(it => it.cells);
  return cells.sort((a, b) => a.start - b.start).map(it => text.slice(it.start, it.end));
}
