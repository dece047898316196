import type { Faker } from '@faker-js/faker';
import { dump } from 'js-yaml';

/** A made-up person, by the columns of a table. */
export type Person = Readonly<Record<string, string>>;

/** A person of a locale; values keep whatever signs the locale writes. */
export function makePerson(faker: Faker): Person {
  const person = {
    id: String(faker.number.int({ min: 1000, max: 99_999 })),
    first_name: faker.person.firstName(),
    last_name: faker.person.lastName(),
    email: faker.internet.email().replace(/[^\x21-\x7e]/g, 'x'),
    phone: faker.phone.number(),
    date_of_birth: faker.date.birthdate({ refDate: '2026-01-01T00:00:00Z' }).toISOString().slice(0, 10),
    street_address: faker.location.streetAddress(),
    city: faker.location.city(),
    iban: faker.finance.iban(),
    card_number: faker.finance.creditCardNumber('4###############').replace(/\D/g, ''),
    ip_address: faker.internet.ipv4(),
    status: faker.helpers.arrayElement(['open', 'closed', 'pending']),
  };
  return { ...person, full_name: `${person.first_name} ${person.last_name}` };
}

/** How a table is written in each format; what reads it again is the format's own parser. */
export const writers: Readonly<Record<string, (people: readonly Person[]) => string>> = {
  csv: people =>
    `${Object.keys(people[0]!).join(',')}\r\n${people.map(it => Object.values(it).map(quoted).join(',')).join('\r\n')}\r\n`,
  json: people => JSON.stringify({ people }, undefined, 2),
  yaml: people => dump({ people }),
  sql: people =>
    `CREATE TABLE people (${Object.keys(people[0]!)
      .map(name => `${name} TEXT`)
      .join(', ')});\nINSERT INTO people (${Object.keys(people[0]!).join(', ')}) VALUES\n${people
      .map(it => `(${Object.values(it).map(literal).join(', ')})`)
      .join(',\n')};\n`,
  log: people =>
    people
      .map(
        it =>
          `2026-03-01T10:00:00Z INFO saved ${Object.entries(it)
            .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
            .join(' ')}\n`,
      )
      .join(''),
  ipynb: people =>
    JSON.stringify(
      {
        cells: [
          { cell_type: 'markdown', metadata: {}, source: ['# People\n', 'of a shop'] },
          {
            cell_type: 'code',
            execution_count: 1,
            metadata: {},
            source: ['import pandas as pd\n', `people = ${JSON.stringify(people.slice(0, 3))}\n`],
            outputs: [{ output_type: 'stream', name: 'stdout', text: writers.csv!(people).split(/(?<=\n)/) }],
          },
        ],
        metadata: {},
        nbformat: 4,
        nbformat_minor: 5,
      },
      undefined,
      1,
    ),
};

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
