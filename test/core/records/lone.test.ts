import assert from 'node:assert/strict';
import { findRecords } from '../../../src/core/records/findRecords';

/** A text in which each value that has to be found stands in ‹›, and its path. */
const cases: readonly (readonly [path: string, text: string])[] = [
  ['src/a.ts', "const customerName = '‹Thabo Okonkwo›';"],
  ['src/a.py', 'PATIENT_NAME = "‹Priya Raghunathan›"'],
  ['config.yml', 'app:\n  ansprechpartner: ‹Wiebke Petersen›\n'],
  ['.env', 'EMPLOYEE_NAME=‹Saoirse Gallagher›\n'],
  ['a.json', '{"billing_address": "‹17 Kestrel Road›"}'],
  ['a.json', '{"diagnosis": "‹Type 2 diabetes mellitus›"}'],
  ['a.yml', 'annual_salary: ‹84200›\n'],
  ['a.csv', 'id,kennzeichen,state\n1,‹M-KX 4711›,ok\n'],
  // Under such names what can't be read is one in another form.
  ['a.json', `{"ssn": "‹${base64('517-22-8391')}›"}`],
  ['a.ts', `const passportNumber = '‹${hex('C01X00T478')}›';`],
  ['.env', `EMAIL=‹${backwards('thabo.okonkwo@kestrel.io')}›\n`],
  ['a.yml', 'iban: ‹xK3mQ9vT2bW7pLz4RnYc8sJd›\n'],
  // Other things have such names too.
  ['a.ts', "const fullName = 'Visual Studio';"],
  ['package.json', '{"author": {"name": "Thabo Okonkwo"}}'],
  ['de.json', '{"firstName": "Vorname", "street": "Straße", "email": "E-Mail-Adresse", "phone": "Telefon"}'],
  ['a.json', '{"address": "123 Main Street", "salary": "string", "diagnosis": "code"}'],
  ['a.ts', "const email = validateEmailAddress; const phone = 'parsePhoneNumber2';"],
  ['a.csv', 'code,diagnosis\nE11,Diabetes\nI10,Hypertension\nJ45,Asthma\n'],
  ['a.json', '{"ssn": "3f0c1a9e-7a51-4a3f-9d5e-1c2b3a4d5e6f", "email": "changeme", "iban": "required"}'],
];

describe('fields that stand alone', () => {
  for (const [path, marked] of cases)
    it(`are told as marked: ${marked.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      const wanted = [...marked.matchAll(/‹([^›]*)›/g)].map(([, value]) => value);
      const text = marked.replace(/[‹›]/g, '');
      const found = findRecords(text, path);
      assert.deepEqual(
        found.flatMap(({ cells }) => cells.map(({ start, end }) => text.slice(start, end))),
        wanted,
      );
      assert.ok(found.every(({ tier }) => tier === 'possible'));
    });
});

function base64(value: string): string {
  return Buffer.from(value).toString('base64');
}

function hex(value: string): string {
  return Buffer.from(value).toString('hex');
}

function backwards(value: string): string {
  return [...value].reverse().join('');
}
