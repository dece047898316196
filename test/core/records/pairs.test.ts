import assert from 'node:assert/strict';
import { personsInPairs } from '../../../src/core/records/pairs';

/** A text in which each value that has to be found stands in ‹›. */
const cases: readonly string[] = [
  'env:\n  - name: REGION\n    value: eu\n  - name: CUSTOMER_NAME\n    value: "‹Thabo Okonkwo›"\n',
  '{"headers": [{"name": "date_of_birth", "value": "‹1974-03-12›"}]}',
  '<key>PatientName</key>\n\t<string>‹Priya Raghunathan›</string>',
  '<dt>home address</dt><dd>‹17 Kestrel Road›</dd>',
  '#define EMPLOYEE_NAME "‹Saoirse Gallagher›"',
  "define( 'PASSPORT_NUMBER', '‹C01234567›' );",
  'record.setBillingAddress("‹17 Kestrel Road›");',
  "const fullName = process.env.FULL_NAME || '‹Katarzyna Kowalczyk›';",
  'pub const PATIENT_NAME: &str = "‹Priya Raghunathan›";',
  '$ echo $ANNUAL_SALARY\n‹84200›\n$',
  // Neither settings nor what people are asked for.
  'name: region\nvalue: "eu-central-1"\n',
  '<key>CFBundleName</key><string>Visual Studio Code</string>',
  'item.setName("Main Window"); item.setAddress("127.0.0.1"); label.setPhone("Phone number");',
  '#define FULL_NAME "The name"\n#define SSN_PATTERN "000-00-0000"',
];

describe('names and values in pairs', () => {
  for (const marked of cases)
    it(`are told as marked: ${marked.slice(0, 60).replaceAll('\n', ' ')}`, () => {
      const text = marked.replace(/[‹›]/g, '');
      const cells = personsInPairs(text).flatMap(({ cells }) => cells);
      assert.deepEqual(
        cells.map(({ start, end }) => text.slice(start, end)),
        [...marked.matchAll(/‹([^›]*)›/g)].map(([, value]) => value),
      );
    });
});
