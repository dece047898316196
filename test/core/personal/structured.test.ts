import assert from 'node:assert/strict';
import { allFakers } from '@faker-js/faker';
import type { Finding } from '../../../src/core/model';
import { createScanner } from '../../../src/core/scan';
import { makeStructuredCases, type StructuredCase, type StructuredKind, structuredKinds } from './structuredCases';

/** So many of a hundred must be found, whole and as what they are; measured: a little more. */
const floors: Readonly<Record<StructuredKind, number>> = {
  email: 99,
  phone: 95,
  'payment-card': 97,
  iban: 99,
  ip: 100,
  mac: 99,
};

const seed = 20261121;
const scanner = createScanner({ fingerprint: () => '0'.repeat(16) });
const scan = (text: string, path?: string) =>
  scanner.scan(text, path === undefined ? undefined : { path }).findings.filter(it => it.kind === 'pii');

describe(`structured personal data (seed ${seed})`, () => {
  const cases = makeStructuredCases(seed, 3);
  const missed = cases.filter(it => !isFound(it));

  for (const kind of structuredKinds) {
    it(`finds ${kind} in twenty locales and nine contexts`, () => {
      const all = cases.filter(it => it.kind === kind);
      const lost = missed.filter(it => it.kind === kind);
      const rate = (100 * (all.length - lost.length)) / all.length;
      assert.ok(rate >= floors[kind], `${rate.toFixed(1)} % of ${all.length}; missed: ${lost.map(shapeOf).join('; ')}`);
    });
  }
}).timeout(60_000);

/** Of its kind, and all of it; a sign at an end is the sentence's. */
function isFound({ kind, text, path, start, end }: StructuredCase): boolean {
  return scan(text, path).some(
    it => kindOf(it) === kind && Math.abs(it.start - start) <= 1 && Math.abs(it.end - end) <= 1,
  );
}

function kindOf({ detector }: Finding): string {
  return detector
    .replace(/^pii\//, '')
    .replace(/^ip(?:v6)?-address$/, 'ip')
    .replace(/^mac-address$/, 'mac');
}

/** Where it stands and what it looks like; never the value. */
function shapeOf({ locale, context, text, start, end }: StructuredCase): string {
  return `${locale} ${context} ${text
    .slice(start, end)
    .replace(/\d/g, '9')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}/gu, 'a')}`;
}

describe('other structured kinds', () => {
  const faker = allFakers.en;
  faker.seed(seed);
  const born = () => faker.date.birthdate().toISOString().slice(0, 10);
  const place = () => `${faker.location.latitude({ precision: 5 })}1, ${faker.location.longitude({ precision: 5 })}1`;
  /** Each must be found in every line. */
  const kinds: Readonly<Record<string, readonly (readonly [value: () => string, lines: readonly string[]])[]>> = {
    'pii/date-of-birth': [
      [
        born,
        ['Date of birth: §', '"dob": "§"', 'She was born on § in Ulm.', 'Geburtsdatum: §', 'fecha de nacimiento §'],
      ],
      [() => born().split('-').reverse().join('.'), ['geboren am § in Köln', 'дата рождения §', 'data urodzenia: §']],
      [() => `${born()}T00:00:00.000Z`, ['"birthDate": "§"', 'date_of_birth=§']],
    ],
    'pii/coordinates': [
      [place, ['GPS: §', '"location": "§"', 'coordinates [§]', 'geo: §']],
      [() => place().replace(', ', ',\n  "longitude": '), ['{ "latitude": § }']],
    ],
    'pii/crypto-address': [
      [() => faker.finance.bitcoinAddress(), ['Send bitcoin to § now.', '"btc_address": "§"', 'wallet=§']],
      [
        () => faker.finance.ethereumAddress(),
        ['"ethereum_address": "§"', 'Send ETH to § now.', '"walletAddress": "§"'],
      ],
      [() => faker.finance.litecoinAddress(), ['litecoin: §']],
    ],
    'pii/card-security-code': [
      [() => `7${faker.string.numeric(1)}3`, ['CVV: §', '"cvv": "§"', 'cvc=§', 'card verification code §']],
    ],
    'pii/card-expiry': [
      [
        () => `0${faker.number.int({ min: 5, max: 9 })}/2${faker.number.int({ min: 6, max: 9 })}`,
        ['Visa card, exp §', '"card_expiry": "§"'],
      ],
    ],
    'pii/bic': [
      [() => `${faker.string.alpha({ length: 4, casing: 'upper' })}DEFFXXX`, ['BIC: §', '"bic": "§"', 'SWIFT code §']],
    ],
    'pii/vehicle-identification-number': [
      [() => `W${faker.vehicle.vin().slice(1, 15)}A7`, ['VIN: §', '"vin": "§"', 'vin=§']],
    ],
  };
  for (const [detector, made] of Object.entries(kinds)) {
    it(`are found: ${detector}`, () => {
      for (const [value, lines] of made)
        for (let round = 0; round < 10; round++)
          for (const line of lines) {
            const text = line.replace('§', value);
            const found = scan(text, 'notes.txt').map(it => it.detector);
            assert.ok(found.includes(detector as Finding['detector']), `${line}: ${found.join(', ') || 'nothing'}`);
          }
    });
  }

  it('are found by their own checksums alone: wallets', () => {
    // Printed in the specifications of their formats.
    for (const value of [
      'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    ]) {
      assert.deepEqual(
        scan(`x = "${value}"`).map(it => [it.detector, it.severity]),
        [['pii/crypto-address', 'information']],
      );
      const last = value.at(-1) === 'a' ? 'd' : 'a';
      assert.deepEqual(scan(`x = "${value.slice(0, -1)}${last}"`), [], 'another last letter');
    }
  });
});

describe('numbers of code', () => {
  const faker = allFakers.en;
  faker.seed(seed);
  const hex = (length: number) => faker.string.hexadecimal({ length, prefix: '', casing: 'lower' });
  const digits = (length: number) => faker.string.numeric({ length, allowLeadingZeros: false });
  /** Each is looked for in the lines that follow it. */
  const lookalikes: Readonly<Record<string, readonly [values: () => string, lines: readonly string[]]>> = {
    'the largest safe integer': [() => '9007199254740991', ['const max = §;', 'Number.MAX_SAFE_INTEGER === §']],
    'a UUID': [() => faker.string.uuid(), ['id: "§"', '{"request_id":"§"}', 'GET /users/§ 200']],
    'a float': [() => `0.${digits(17)}`, ['const x = §;', '[§, §]', 'opacity: §;']],
    'a time in milliseconds': [() => `17${digits(11)}`, ['const at = §;', '{"ts":§}', 'created=§']],
    'a time in microseconds': [() => `17${digits(14)}`, ['ts=§', '"timestamp": §,']],
    'a version of four parts': [
      () => `${faker.number.int(30)}.${faker.number.int(30)}.${faker.number.int(30)}.${faker.number.int(30)}`,
      [
        'version: §',
        '"version": "§"',
        'v§',
        'pip install a==§',
        'Chrome/§ Safari',
        '<Version>§</Version>',
        'a@§',
        'release §',
      ],
    ],
    'an object identifier': [
      () => `1.3.6.1.4.1.${digits(5)}.${faker.number.int(9)}.${faker.number.int(9)}`,
      ['oid §', '// §', 'OID = "§"'],
    ],
    'a number of a section': [() => '4.2.1.10', ['See section §.', 'RFC 5280, Section §', '§ §']],
    'a hash': [() => hex(40), ['commit §', 'sha1-§', '"integrity": "§"', 'git checkout §']],
    'a longer hash': [() => hex(64), ['sha256:§', '"digest": "§"']],
    'a fingerprint in pairs': [() => Array.from({ length: 20 }, () => hex(2)).join(':'), ['SHA1 §', 'Fingerprint=§']],
    'a time of day': [() => '10:11:12', ['at §', '{"at":"§"}', 'started § ended §']],
    'a date with its zone': [
      () => faker.date.past().toISOString(),
      ['at §', '"created_at": "§"', 'phone_verified_at: §'],
    ],
    'an identifier in a database': [() => digits(9), ['user_id=§', '"id": §,', 'phone_id: §', 'WHERE call_id = §']],
    'a snowflake': [() => `9${digits(17)}`, ['"id": "§"', 'channel=§']],
    'a colour': [() => `#${hex(6)}`, ['color: §;', 'background: §']],
    'a transformation in CSS': [
      () => `matrix(1.5, 0, 0, 1.5, ${digits(3)}.${digits(6)}, -${digits(3)}.${digits(5)})`,
      ['transform: §;'],
    ],
    'a path in SVG': [() => 'm0-1.219.85.85 0 0 0-1.2-.75.75.74.74', ['<path d="§"/>']],
    'a scope with two colons': [() => 'add::face', ['use §;', '§()', 'return §::new();']],
    'a slice in Python': [() => '[::2]', ['values§', 'ip§', 'a[1]§']],
    'a selector in CSS': [() => 'a::before', ['§ { color: red; }']],
    'a package and its version': [() => 'left-pad@1.3.0', ['npm i §', '"§"']],
    'a place in code over ssh': [() => 'git@github.com:owner/repo.git', ['git clone §', '"url": "§"']],
    'a decorator': [() => '@Component.register', ['§()', '  §(']],
    'plans of phone numbers': [() => '\\d{3}[ -]?\\d{4}', ['phone: /§/', '"pattern": "§"']],
    'an article number': [() => `40${digits(11)}`, ['"ean": "§"', 'gtin=§']],
  };

  for (const [what, [value, lines]] of Object.entries(lookalikes)) {
    it(`are left alone: ${what}`, () => {
      for (let round = 0; round < 20; round++)
        for (const line of lines) {
          const text = `const before = 1;\n${line.replaceAll('§', value)}\n`;
          const alarms = scan(text, 'src/a.ts').filter(it => it.severity !== 'information');
          assert.deepEqual(
            alarms.map(it => [it.detector, text.slice(it.start, it.end)]),
            [],
            text,
          );
        }
    });
  }
});

describe("what is nobody's", () => {
  const harmless: Readonly<Record<string, readonly string[]>> = {
    'pii/email': ['jane@example.com', 'noreply@github.com', 'a@test.invalid'],
    'pii/ip-address': ['127.0.0.1', '10.0.0.7', '192.168.1.20', '169.254.169.254', '192.0.2.33', '8.8.8.8'],
    'pii/ipv6-address': ['2001:db8::7', 'fe80::1c2d', 'fd12:3456::1'],
    'pii/payment-card': ['4111 1111 1111 1111', '4242424242424242', '378282246310005'],
    'pii/iban': ['DE89370400440532013000', 'GB82 WEST 1234 5698 7654 32'],
    'pii/phone': ['+1 (212) 555-0147', '+44 20 7946 0958'],
    'pii/mac-address': ['00:00:5e:00:53:af', 'ff:ff:ff:ff:ff:ff'],
  };
  for (const [detector, values] of Object.entries(harmless)) {
    it(`is told as information, with why: ${detector}`, () => {
      for (const value of values) {
        const found = scan(`card, mac or address ${value} here`);
        assert.deepEqual(
          found.map(it => [it.detector, it.severity, it.harmless]),
          [[detector, 'information', true]],
          value,
        );
      }
    });
  }

  it("is an author's no more than information, and still somebody's", () => {
    const texts: readonly (readonly [path: string, text: string])[] = [
      ['package.json', '{ "author": "Jane Roe <jane.roe@mailbox.org>" }'],
      ['src/a.c', '/* Copyright (c) 2020 Jane Roe <jane.roe@mailbox.org> */'],
      ['log.txt', 'fix it\n\nSigned-off-by: Jane Roe <jane.roe@mailbox.org>\n'],
      ['po/de.po', '# Jane Roe <jane.roe@mailbox.org>, 2020.\n'],
      ['src/a.py', '# Jane Roe <jane.roe@mailbox.org>\n\nimport os\n'],
    ];
    for (const [path, text] of texts)
      assert.deepEqual(
        scan(text, path)
          .filter(it => it.detector === 'pii/email')
          .map(it => [it.severity, it.harmless]),
        [['information', undefined]],
        path,
      );
  });
});
