import type { Faker } from '@faker-js/faker';

/** A made text, and where in it each kind of personal data stands. */
export interface MadeRecords {
  readonly text: string;
  readonly path: string;
  /** Detector's id → spans of its values. */
  readonly truth: ReadonlyMap<string, readonly { start: number; end: number }[]>;
}

export const formats = ['csv', 'json', 'yaml', 'sql', 'markdown', 'xml', 'log', 'js', 'copy', 'tsv'] as const;
export type Format = (typeof formats)[number];

/** Records of made-up people in one locale and one format; `native` names the columns in the locale's language. */
export function makeRecords(
  faker: Faker,
  format: Format,
  rows: number,
  headers: readonly Header[] = english,
): MadeRecords {
  // One value in twelve is missing, as in any table that people filled in.
  const people = Array.from({ length: rows }, () =>
    headers.map(([, kind]) => (faker.number.int(11) === 0 ? '' : makeValue(faker, kind))),
  );
  const truth = new Map<string, { start: number; end: number }[]>();
  let text = '';
  const put = (value: string, place: number) => {
    const kind = headers[place]?.[1].replace(/^(pii\/[a-z-]+)\/.*/, '$1');
    if (kind?.startsWith('pii/')) {
      const spans = truth.get(kind) ?? [];
      if (value !== '') spans.push({ start: text.length, end: text.length + value.length });
      truth.set(kind, spans);
    }
    text += value;
  };
  const write = (part: string) => {
    text += part;
  };
  writers[format](
    headers.map(([name]) => name),
    people,
    put,
    write,
  );
  return { text, path: `people.${endings[format]}`, truth };
}

/** A column's name, and what it holds: a detector's id, or what nobody should find. */
export type Header = readonly [name: string, kind: string];

export const english: readonly Header[] = [
  ['id', 'number'],
  ['first_name', 'pii/person-name'],
  ['last_name', 'pii/person-name/family'],
  ['email', 'pii/email'],
  ['phone', 'pii/phone'],
  ['date_of_birth', 'pii/date-of-birth'],
  ['street_address', 'pii/street-address'],
  ['city', 'pii/city'],
  ['postal_code', 'pii/postal-code'],
  ['gender', 'pii/gender'],
  ['diagnosis', 'pii/health'],
  ['religion', 'pii/religion'],
  ['status', 'word'],
  ['amount', 'number'],
];

/** The same by fewer and vaguer names. */
export const brief: readonly Header[] = [
  ['Name', 'pii/person-name/full'],
  ['Address', 'pii/street-address'],
  ['Tel', 'pii/phone'],
  ['DOB', 'pii/date-of-birth'],
  ['Sex', 'pii/gender'],
  ['Notes', 'word'],
];

/** Other spellings of a column's name, of which any table has one. */
export const spellings: readonly ((name: string) => string)[] = [
  name => name,
  name => name.replace(/_(.)/g, (_, unit: string) => unit.toUpperCase()),
  name => name.toUpperCase(),
  name => `customer_${name}`,
  name => name.replaceAll('_', ''),
];

function makeValue(faker: Faker, kind: string): string {
  const made = makers[kind]?.(faker) ?? '';
  return made
    .replace(/[\n\t|<>&"'\\;,]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const makers: Readonly<Record<string, (faker: Faker) => string>> = {
  number: faker => String(faker.number.int({ min: 1, max: 99_999 })),
  word: faker => faker.helpers.arrayElement(['open', 'closed', 'pending']),
  'pii/person-name': faker => faker.person.firstName(),
  'pii/person-name/family': faker => faker.person.lastName(),
  'pii/person-name/full': faker => faker.person.fullName(),
  'pii/email': faker =>
    faker.internet
      .email()
      .normalize('NFD')
      .replace(/[^\w@.+-]/g, 'x'),
  'pii/phone': faker => faker.phone.number(),
  'pii/date-of-birth': faker => faker.date.birthdate().toISOString().slice(0, 10),
  'pii/street-address': faker => faker.location.streetAddress(),
  'pii/city': faker => faker.location.city(),
  'pii/postal-code': faker => faker.location.zipCode(),
  'pii/gender': faker => faker.person.sex(),
  'pii/health': faker =>
    faker.helpers.arrayElement(['E11.9', 'I10', 'Asthma', 'Hypertension', 'F32.1', 'Migraine', 'none known']),
  'pii/religion': faker =>
    faker.helpers.arrayElement(['Catholic', 'Muslim', 'none declared', 'Hindu', 'Buddhist', 'Jewish']),
};

type Put = (value: string, place: number) => void;
type Write = (part: string) => void;
type Writer = (names: readonly string[], people: readonly (readonly string[])[], put: Put, write: Write) => void;

const endings: Readonly<Record<Format, string>> = {
  csv: 'csv',
  json: 'json',
  yaml: 'yaml',
  sql: 'sql',
  markdown: 'md',
  xml: 'xml',
  log: 'log',
  js: 'js',
  copy: 'sql',
  tsv: 'txt',
};

const writers: Readonly<Record<Format, Writer>> = {
  csv: separated(',', '"'),
  tsv: separated('\t', ''),
  markdown: (names, people, put, write) => {
    write(`# People\n\n| ${names.join(' | ')} |\n|${names.map(() => ' --- ').join('|')}|\n`);
    each(people, put, write, '| ', ' | ', ' |\n');
  },
  json: (names, people, put, write) => {
    write('[\n');
    for (const person of people) {
      write('  {');
      person.forEach((value, place) => {
        write(`${place ? ', ' : ''}"${names[place]}": "`);
        put(value, place);
        write('"');
      });
      write('},\n');
    }
    write(']\n');
  },
  yaml: (names, people, put, write) => {
    write('people:\n');
    for (const person of people)
      person.forEach((value, place) => {
        write(`${place ? '   ' : ' -'} ${names[place]}: `);
        put(value, place);
        write('\n');
      });
  },
  sql: (names, people, put, write) => {
    write(`INSERT INTO people (${names.join(', ')}) VALUES\n`);
    each(people, put, write, "('", "', '", "'),\n");
  },
  copy: (names, people, put, write) => {
    write(`COPY public.people (${names.join(', ')}) FROM stdin;\n`);
    each(people, put, write, '', '\t', '\n');
    write('\\.\n');
  },
  xml: (names, people, put, write) => {
    write('<people>\n');
    for (const person of people) {
      write('<person>\n');
      person.forEach((value, place) => {
        write(`  <${names[place]}>`);
        put(value, place);
        write(`</${names[place]}>\n`);
      });
      write('</person>\n');
    }
  },
  log: (names, people, put, write) => {
    for (const person of people) {
      write('2026-03-01T10:00:00Z INFO saved');
      person.forEach((value, place) => {
        write(` ${names[place]}="`);
        put(value, place);
        write('"');
      });
      write('\n');
    }
  },
  js: (names, people, put, write) => {
    write('module.exports = [\n');
    for (const person of people) {
      write('  {\n');
      person.forEach((value, place) => {
        write(`    ${names[place]}: '`);
        put(value, place);
        write("',\n");
      });
      write('  },\n');
    }
    write('];\n');
  },
};

function separated(delimiter: string, quote: string): Writer {
  return (names, people, put, write) => {
    write(`${names.join(delimiter)}\n`);
    each(people, put, write, quote, `${quote}${delimiter}${quote}`, `${quote}\n`);
  };
}

function each(
  people: readonly (readonly string[])[],
  put: Put,
  write: Write,
  open: string,
  between: string,
  close: string,
): void {
  for (const person of people) {
    write(open);
    person.forEach((value, place) => {
      if (place) write(between);
      put(value, place);
    });
    write(close);
  }
}
