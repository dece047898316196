import { allFakers, type Faker } from '@faker-js/faker';
import { createRandom, type Random } from '../random';
import { idNumbers } from './idNumbers';
import { brokenPassport, makePassport, passports } from './passports';
import { wordings } from './wording';

/** The kinds that are measured as types; what a tool calls otherwise is left out. */
export const typedKinds = ['email', 'phone', 'card', 'IBAN', 'IP', 'MAC', 'national id', 'passport'] as const;
export type TypedKind = (typeof typedKinds)[number];

/** One text with one value of a kind, or with what looks like one and is none. */
export interface RecallCase {
  readonly kind: TypedKind;
  /** A locale, or the id's kind. */
  readonly group: string;
  readonly context: string;
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whoever finds the kind in what is broken, or where something else is named, is wrong. */
  readonly role: 'real' | 'broken' | 'elsewhere';
  /** Never listed among what was missed, so that a rule which learned the other files by heart shows. */
  readonly heldBack: boolean;
}

/** Locale of faker and language of the sentences around. */
const locales = [
  ['en_US', 'en'],
  ['en_GB', 'en'],
  ['en_IN', 'en'],
  ['en_AU', 'en'],
  ['de', 'de'],
  ['fr', 'fr'],
  ['es', 'es'],
  ['es_MX', 'es'],
  ['it', 'it'],
  ['pt_BR', 'pt'],
  ['nl', 'nl'],
  ['pl', 'pl'],
  ['cs_CZ', 'cs'],
  ['sv', 'sv'],
  ['da', 'da'],
  ['tr', 'tr'],
  ['ru', 'ru'],
  ['uk', 'uk'],
  ['ja', 'ja'],
  ['zh_CN', 'zh'],
] as const;

/** Made-up values in twenty locales, and identity numbers of all countries, each in every context; the same for the same seed. */
export function makeRecallCases(seed: number, rounds: number): RecallCase[] {
  const random = createRandom(seed);
  const cases: RecallCase[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [locale, language] of locales) {
      const faker = allFakers[locale];
      faker.seed(seed * 1000 + round);
      for (const kind of typedKinds) {
        const make = makers[kind];
        if (!make) continue;
        for (const context of contexts) {
          const { name, keys } = namesOf(kind, language);
          const put = (value: string, role: RecallCase['role']) =>
            cases.push({
              ...context.write({ name, key: random.pick(keys), value, language, faker, random }),
              ...{ kind, group: locale, context: context.name, heldBack: context.heldBack ?? false, role },
            });
          put(make.real(faker, random), 'real');
          put(make.lookalike(faker, random), 'broken');
        }
      }
    }
    const faker = allFakers.en;
    for (const number of idNumbers)
      for (const context of contexts) {
        const put = (value: string, role: RecallCase['role']) =>
          cases.push({
            ...context.write({ ...number, key: random.pick(number.keys), value, faker, random }),
            ...{
              kind: 'national id' as const,
              group: number.id,
              context: context.name,
              heldBack: context.heldBack ?? false,
              role,
            },
          });
        const value = number.make(random);
        put(value, 'real');
        if (/^[\d .-]+$/.test(value)) cases.push(elsewhere('national id', number.id, value, context, faker, random));
        if (number.breakIt) put(number.breakIt(number.make(random), random), 'broken');
      }
    for (const [country, language, shape] of passports)
      for (const context of contexts) {
        const put = (value: string, role: RecallCase['role']) =>
          cases.push({
            ...context.write({
              language,
              name: wordings[language]!.passport,
              key: random.pick(passportKeys),
              value,
              faker,
              random,
            }),
            ...{
              kind: 'passport' as const,
              group: country,
              context: context.name,
              heldBack: context.heldBack ?? false,
              role,
            },
          });
        put(makePassport(shape, random), 'real');
        cases.push(elsewhere('passport', country, makePassport(shape, random), context, faker, random));
        put(brokenPassport(random), 'broken');
      }
  }
  return cases;
}

/** The same number, named as something that isn't a person's. */
function elsewhere(
  kind: TypedKind,
  group: string,
  value: string,
  context: Context,
  faker: Faker,
  random: Random,
): RecallCase {
  const [name, key] = random.pick([
    ['order number', 'order_no'],
    ['ticket', 'ticket_id'],
    ['part number', 'part_no'],
    ['tracking number', 'tracking'],
    ['build', 'build_id'],
    ['serial number', 'serial'],
  ] as const);
  const slot = { name, key, value, language: 'en', faker, random };
  return {
    ...context.write(slot),
    ...{ kind, group, context: context.name, heldBack: context.heldBack ?? false, role: 'elsewhere' },
  };
}

const passportKeys = ['passport_number', 'passport', 'passportNo', 'passport_no'];

function namesOf(kind: TypedKind, language: string): { name: string; keys: readonly string[] } {
  const { email, phone, card, ip, mac } = wordings[language]!;
  const names: Partial<Record<TypedKind, { name: string; keys: readonly string[] }>> = {
    email: { name: email, keys: ['email', 'contact_email', 'userEmail'] },
    phone: { name: phone, keys: ['phone', 'phone_number', 'mobile', 'tel'] },
    card: { name: card, keys: ['card_number', 'credit_card', 'cardNumber', 'pan'] },
    IBAN: { name: 'IBAN', keys: ['iban', 'account_iban', 'bank_account'] },
    IP: { name: ip, keys: ['ip', 'client_ip', 'remote_addr', 'last_login_ip'] },
    MAC: { name: mac, keys: ['mac', 'mac_address', 'device_mac'] },
  };
  return names[kind]!;
}

interface Maker {
  real(faker: Faker, random: Random): string;
  /** Stands in the same place and is none. */
  lookalike(faker: Faker, random: Random): string;
}

const makers: Partial<Record<TypedKind, Maker>> = {
  email: {
    real: faker => latin(faker.internet.email()),
    lookalike: (faker, random) =>
      random.pick([
        'logo@2x.png',
        '@angular/core',
        'lodash@4.17.21',
        'n/a',
        'user@',
        '@handle',
        `${faker.word.noun()} at home`,
        'ssh://git@host',
        '50@3.5',
      ]),
  },
  phone: {
    real: (faker, random) =>
      faker.phone.number({ style: random.pick(['human', 'national', 'international'] as const) }),
    lookalike: (faker, random) =>
      random.pick([
        () => faker.date.past().toISOString(),
        () => faker.date.past().toISOString().slice(0, 10),
        () => 'ext. only',
        () => `${faker.system.semver()}`,
        () => '000',
        () => faker.string.uuid(),
        () => String(faker.number.int(9999)),
        () => '0'.repeat(10),
      ])(),
  },
  card: {
    real: (faker, random) => {
      const issuer = random.pick([
        'visa',
        'mastercard',
        'american_express',
        'discover',
        'jcb',
        'diners_club',
        'maestro',
      ]);
      const value = faker.finance.creditCardNumber(issuer);
      return random.pick([
        (it: string) => it,
        (it: string) => it.replaceAll('-', ''),
        (it: string) => it.replaceAll('-', ' '),
      ])(value);
    },
    lookalike: (faker, random) => {
      const value = faker.finance.creditCardNumber(random.pick(['visa', 'mastercard', 'american_express']));
      return value.slice(0, -1) + String((Number(value.at(-1)) + 1 + random.below(9)) % 10);
    },
  },
  IBAN: {
    real: (faker, random) => faker.finance.iban({ formatted: random.chance(0.5) }),
    lookalike: (faker, random) => {
      const value = faker.finance.iban({ formatted: random.chance(0.5) });
      return (
        value.slice(0, 2) +
        String((Number(value.slice(2, 4)) + 1 + random.below(90)) % 100).padStart(2, '0') +
        value.slice(4)
      );
    },
  },
  IP: {
    real: (faker, random) => (random.chance(0.7) ? faker.internet.ipv4() : faker.internet.ipv6()),
    lookalike: (faker, random) =>
      random.pick([
        () =>
          `${faker.number.int({ min: 256, max: 999 })}.${faker.number.int(255)}.${faker.number.int(255)}.${faker.number.int(255)}`,
        () => faker.system.semver(),
        () => `${faker.internet.ipv4()}.${faker.number.int(255)}`,
        () => 'unknown',
        () => '12:34:56',
        () => 'std::vector',
      ])(),
  },
  MAC: {
    real: (faker, random) => {
      const value = faker.internet.mac(random.pick([':', ':', '-']));
      return random.chance(0.3) ? value.toUpperCase() : value;
    },
    lookalike: (faker, random) => {
      const value = faker.internet.mac(':');
      return random.pick([
        () => value.slice(0, -3),
        () => value.replace(/[a-f0-9]$/, 'g'),
        () => value.slice(0, -1),
        () => '2024:01:02',
      ])();
    },
  },
};

/** Faker writes some locales' addresses with letters that mail servers don't take. */
function latin(address: string): string {
  return address.normalize('NFD').replace(/[^\w@.+-]/g, 'x');
}

interface Slot {
  readonly name: string;
  readonly key: string;
  readonly value: string;
  readonly language: string;
  readonly faker: Faker;
  readonly random: Random;
}

interface Context {
  readonly name: string;
  readonly heldBack?: boolean;
  write(slot: Slot): Pick<RecallCase, 'text' | 'path' | 'start' | 'end'>;
}

/** What stands around a value, as it would in a real file; the mark is where it goes. */
const mark = '\u{1}';

const contexts: readonly Context[] = [
  {
    name: 'sentence',
    write: slot =>
      placed('notes/letter.txt', slot, ({ name, language, faker, random }) =>
        random
          .pick(wordings[language]!.sentences)
          .replace('{name}', name)
          .replace('{person}', () => faker.person.fullName())
          .replace('{value}', mark),
      ),
  },
  {
    name: 'csv',
    write: slot =>
      placed('data/customers.csv', slot, ({ key, name, faker, random }) => {
        const header = random.chance(0.3) ? name : key;
        return `id,name,${header},status\n${faker.number.int(9999)},${plain(faker.person.fullName())},${mark},active\n`;
      }),
  },
  {
    name: 'json',
    write: slot =>
      placed('data/customer.json', slot, ({ key, faker }) =>
        [
          '{',
          `  "id": ${faker.number.int(9999)},`,
          `  "name": "${plain(faker.person.fullName())}",`,
          `  "${key}": "${mark}",`,
          '  "active": true',
          '}\n',
        ].join('\n'),
      ),
  },
  {
    name: 'log',
    write: slot =>
      placed('logs/app.log', slot, ({ key, faker, random }) => {
        const when = faker.date.past().toISOString();
        return random.pick([
          `${when} INFO  [http-7] customer updated id=${faker.number.int(9999)} ${key}=${mark} status=200\n`,
          `${when} WARN customer-service: rejected ${key}: ${mark} (attempt 2)\n`,
        ]);
      }),
  },
  {
    name: 'yaml',
    heldBack: true,
    write: slot =>
      placed('fixtures/users.yml', slot, ({ key, faker, random }) =>
        [
          'users:',
          `  - id: ${faker.number.int(9999)}`,
          `    full_name: ${plain(faker.person.fullName())}`,
          `    ${respelled(key, random)}: ${random.pick(['', '"'])}${mark}`.replace(/"(.*)$/, '"$1"'),
          '    active: true\n',
        ].join('\n'),
      ),
  },
  {
    name: 'sql',
    heldBack: true,
    write: slot =>
      placed(
        'db/seed.sql',
        slot,
        ({ key, faker, random }) =>
          `INSERT INTO customers (id, name, ${snake(respelled(key, random))}, created_at) VALUES (${faker.number.int(9999)}, '${plain(faker.person.fullName())}', '${mark}', '2024-05-01');\n`,
      ),
  },
  {
    name: 'form',
    heldBack: true,
    write: slot =>
      placed('mail/enquiry.txt', slot, ({ name, faker, random }) => {
        const colon = random.pick([': ', ' - ', ' = ', ':\n']);
        return `Kind regards\n${faker.person.fullName()}\n${name}${colon}${mark}\n${faker.company.name()}\n`;
      }),
  },
  {
    name: 'code',
    heldBack: true,
    write: slot =>
      placed('test/customer.test.ts', slot, ({ key, faker, random }) =>
        [
          "describe('customer', () => {",
          '  const customer = {',
          `    name: '${plain(faker.person.fullName())}',`,
          `    ${camel(respelled(key, random))}: '${mark}',`,
          '  };',
          '});\n',
        ].join('\n'),
      ),
  },
  {
    name: 'table',
    heldBack: true,
    write: slot =>
      placed('docs/people.md', slot, ({ key, name, faker, random }) => {
        const header = random.pick([name, key.replaceAll('_', ' '), respelled(key, random)]);
        return `| id | name | ${header} |\n| --- | --- | --- |\n| ${faker.number.int(99)} | ${plain(faker.person.fullName())} | ${mark} |\n`;
      }),
  },
  {
    name: 'xml',
    heldBack: true,
    write: slot =>
      placed('export/customer.xml', slot, ({ key, faker, random }) => {
        const tag = camel(respelled(key, random));
        return `<customer>\n  <name>${plain(faker.person.fullName())}</name>\n  <${tag}>${mark}</${tag}>\n</customer>\n`;
      }),
  },
];

function placed(
  path: string,
  slot: Slot,
  write: (slot: Slot) => string,
): Pick<RecallCase, 'text' | 'path' | 'start' | 'end'> {
  const around = write(slot);
  const start = around.indexOf(mark);
  return { path, text: around.replace(mark, () => slot.value), start, end: start + slot.value.length };
}

/** Another team's name for the same field. */
function respelled(key: string, random: Random): string {
  const way = random.pick([
    (it: string) => it,
    (it: string) => it.toUpperCase(),
    (it: string) => `customer_${snake(it)}`,
    (it: string) => `${snake(it)}_value`,
    (it: string) => snake(it).replaceAll('_', ''),
    (it: string) => camel(it),
    (it: string) => snake(it).replaceAll('_', '-'),
  ]);
  return way(key);
}

function snake(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

function camel(key: string): string {
  return snake(key).replace(/_(.)/g, (_, unit: string) => unit.toUpperCase());
}

function plain(value: string): string {
  return value.replace(/["',\\]/g, '');
}
