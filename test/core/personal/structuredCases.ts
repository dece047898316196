import { allFakers, type Faker } from '@faker-js/faker';
import { luhn } from '../../../src/core/detectors/checksum';

/** One text with one value, as people and programs write it. */
export interface StructuredCase {
  readonly kind: StructuredKind;
  readonly locale: string;
  readonly context: string;
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const structuredKinds = ['email', 'phone', 'payment-card', 'iban', 'ip', 'mac'] as const;
export type StructuredKind = (typeof structuredKinds)[number];

/** Faker's locale, the language's words for a phone, and a sentence that names it. */
const locales = [
  ['en_US', 'phone', 'You can reach me at § after noon.'],
  ['en_GB', 'mobile', 'Please call the patient on § before Friday.'],
  ['en_IN', 'contact number', 'The contact number of the tenant is §.'],
  ['en_AU', 'telephone', 'Her telephone number changed to § last week.'],
  ['de', 'Telefonnummer', 'Unsere Kundin ist unter der Telefonnummer § erreichbar.'],
  ['de_AT', 'Handynummer', 'Die neue Handynummer lautet §, bitte notieren.'],
  ['fr', 'téléphone', 'Vous pouvez le joindre au téléphone : §.'],
  ['es', 'teléfono', 'El teléfono del paciente es §.'],
  ['es_MX', 'celular', 'Mi número de celular es §, llámame.'],
  ['it', 'cellulare', 'Il numero di cellulare del cliente è §.'],
  ['pt_BR', 'telefone', 'O telefone do cliente é §.'],
  ['nl', 'telefoonnummer', 'Het telefoonnummer van de huurder is §.'],
  ['pl', 'telefon', 'Numer telefonu klienta to §.'],
  ['cs_CZ', 'telefon', 'Telefon zákazníka je §.'],
  ['sv', 'telefonnummer', 'Kundens telefonnummer är §.'],
  ['da', 'mobil', 'Kundens mobilnummer er §.'],
  ['fi', 'puhelin', 'Asiakkaan puhelinnumero on §.'],
  ['tr', 'telefon', 'Müşterinin cep telefonu § olarak değişti.'],
  ['ru', 'телефон', 'Телефон клиента: §.'],
  ['uk', 'телефон', 'Номер телефону клієнта — §.'],
  ['ja', '電話番号', 'お客様の電話番号は§です。'],
  ['zh_CN', '手机', '客户的手机号是§。'],
] as const;

type Names = Readonly<Record<StructuredKind, { keys: readonly string[]; said: string }>>;

function namesOf(phone: string, sentence: string): Names {
  return {
    email: { keys: ['email', 'userEmail', 'contact_email'], said: 'Write to § about it.' },
    phone: { keys: ['phone', 'mobile', 'phoneNumber', 'tel', phone], said: sentence },
    'payment-card': {
      keys: ['card_number', 'creditCard', 'pan', 'cc'],
      said: 'She paid with her credit card § today.',
    },
    iban: { keys: ['iban', 'account', 'bankAccount'], said: 'Transfer it to § by Monday.' },
    ip: { keys: ['ip', 'client_ip', 'remoteAddr', 'host'], said: 'The login came from § at night.' },
    mac: { keys: ['mac', 'mac_address', 'hwaddr'], said: 'The laptop with § joined the net.' },
  };
}

const makers: Readonly<Record<StructuredKind, (faker: Faker) => string>> = {
  email: faker =>
    faker.internet
      .email()
      .normalize('NFD')
      .replace(/[^\w@.+-]/g, 'x'),
  phone: faker =>
    faker.phone.number({ style: faker.helpers.arrayElement(['human', 'national', 'international'] as const) }),
  'payment-card': faker => spaced(faker, card(faker)),
  iban: faker => {
    const value = faker.finance.iban({ formatted: faker.datatype.boolean() });
    return faker.datatype.boolean(0.2) ? value.toLowerCase() : value;
  },
  ip: faker =>
    faker.helpers.arrayElement([
      () => faker.internet.ipv4(),
      () => faker.internet.ipv4(),
      () => faker.internet.ipv6(),
      () =>
        `2a01:4f8:${faker.string.hexadecimal({ length: 3, prefix: '' })}::${faker.string.hexadecimal({ length: 2, prefix: '' })}`,
      () => `::ffff:${faker.internet.ipv4()}`,
      () =>
        `fe80::${faker.string.hexadecimal({ length: 4, prefix: '' })}:${faker.string.hexadecimal({ length: 4, prefix: '' })}%eth0`,
    ])(),
  mac: faker => {
    const bare = faker.internet.mac('').toLowerCase();
    return faker.helpers.arrayElement([
      () => faker.internet.mac(':'),
      () => faker.internet.mac('-').toUpperCase(),
      () => bare.replace(/^(.{4})(.{4})/, '$1.$2.'),
    ])();
  },
};

/** A number of each issuer's own length, with its check digit. */
function card(faker: Faker): string {
  const [prefix, length] = faker.helpers.arrayElement([
    ['4', 16],
    ['4', 13],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['2720', 16],
    ['34', 15],
    ['37', 15],
    ['6011', 16],
    ['65', 16],
    ['36', 14],
    ['3528', 16],
    ['3589', 16],
    ['62', 16],
    ['62', 19],
    ['6304', 16],
    ['5018', 16],
    ['6759', 18],
    ['2200', 16],
  ] as const);
  const body = prefix + faker.string.numeric(length - prefix.length - 1);
  return body + [...'0123456789'].find(last => luhn(body + last));
}

function spaced(faker: Faker, digits: string): string {
  const gap = faker.helpers.arrayElement(['', ' ', '-']);
  if (gap === '') return digits;
  return digits.length === 15 || digits.length === 14
    ? digits.replace(/^(\d{4})(\d{6})/, `$1${gap}$2${gap}`)
    : (digits.match(/\d{1,4}/g) as string[]).join(gap);
}

interface Context {
  readonly name: string;
  readonly path: string;
  write(key: string, said: string, faker: Faker): string;
}

const contexts: readonly Context[] = [
  { name: 'sentence', path: 'notes/letter.txt', write: (_, said) => said },
  { name: 'labelled line', path: 'notes/contact.md', write: key => `- ${key}: §\n` },
  { name: 'JSON', path: 'data/person.json', write: key => `{\n  "id": 12,\n  "${key}": "§",\n  "active": true\n}\n` },
  { name: 'YAML', path: 'data/person.yml', write: key => `- id: 12\n  ${key}: §\n  active: true\n` },
  {
    name: 'CSV',
    path: 'data/people.csv',
    write: key => `id,name,${key},active\n12,Roe,§,true\n`,
  },
  {
    name: 'log',
    path: 'logs/app.log',
    write: key => `2026-03-01T10:20:30Z INFO user updated id=88 ${key}=§ status=200\n`,
  },
  { name: 'code comment', path: 'src/a.ts', write: key => `// TODO ask again, ${key} §\nconst a = 1;\n` },
  { name: 'string in code', path: 'src/a.py', write: key => `person["${key}"] = "§"\n` },
  { name: 'escaped JSON', path: 'logs/app.log', write: key => `body="{\\"id\\":12,\\"${key}\\":\\"§\\"}"\n` },
];

/** The same for the same seed. */
export function makeStructuredCases(seed: number, rounds: number): StructuredCase[] {
  const cases: StructuredCase[] = [];
  for (const [locale, phone, sentence] of locales) {
    const faker = allFakers[locale];
    faker.seed(seed);
    const names = namesOf(phone, sentence);
    for (let round = 0; round < rounds; round++)
      for (const kind of structuredKinds)
        for (const { name, path, write } of contexts) {
          const around = write(faker.helpers.arrayElement(names[kind].keys), names[kind].said, faker);
          const value = makers[kind](faker);
          const start = around.indexOf('§');
          const place = { path, text: around.replace('§', () => value), start, end: start + value.length };
          cases.push({ kind, locale, context: name, ...place });
        }
  }
  return cases;
}
