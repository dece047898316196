import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { allFakers } from '@faker-js/faker';
import { isValidIBAN } from 'ibantools';
import { luhn } from '../../../src/core/detectors/checksum';
import { loadDetectors } from '../../../src/core/detectors/load';
import { sample } from '../../../src/core/detectors/sample';
import { createSynthesizer } from '../../../src/core/pseudonyms/synthetic';

const fingerprint = (detector: string, value: string) =>
  createHmac('sha256', 'test').update(`${detector}\0${value}`).digest('hex').slice(0, 16);

function first(detector: string, value: string): string {
  for (const made of createSynthesizer(fingerprint).candidates(detector, value, false)) return made;
  return '';
}

describe('a synthetic value', () => {
  it('has the form of the original, out of a range for tests where there is one', () => {
    const cases: [detector: string, value: string, form: RegExp][] = [
      ['pii/email', 'martha.keller84@web.de', /^[a-z]+\.[a-z]+\d\d@example\.(?:com|org|net)$/],
      ['pii/email', 'MARTHA@WEB.DE', /^[A-Z-]+@EXAMPLE\.(?:COM|ORG|NET)$/],
      ['pii/phone', '+1 415 592 6713', /^\+1 \d{3} 555 01\d\d$/],
      ['pii/phone', '(415) 592-6713', /^\(\d{3}\) 555-01\d\d$/],
      ['pii/phone', '415.592.6713 x22', /^\d{3}\.555\.01\d\d x\d\d$/],
      ['pii/phone', '+44 7911 123456', /^\+44 (?:7700 900\d{3}|\d{4} \d{6})$/],
      ['pii/phone', '+33 6 42 68 53 00', /^\+33 \d \d\d \d\d \d\d \d\d$/],
      ['pii/phone', '01 42 68 53 00', /^0\d \d\d \d\d \d\d \d\d$/],
      ['pii/phone', '+420 605 123 456', /^\+420 605 \d{3} \d{3}$/],
      ['pii/ip-address', '85.214.132.117', /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/],
      ['pii/ipv6-address', '2a01:4f8:c0c:1234::2', /^2001:db8:[\da-f]{3}:[\da-f]{4}::[\da-f]$/],
      ['pii/mac-address', '3c:22:fb:12:34:56', /^00:00:5e:00:53:[\da-f]{2}$/],
      ['pii/mac-address', '3C-22-FB-12-34-56', /^00-00-5E-00-53-[\dA-F]{2}$/],
      ['pii/us-ssn', '219-09-4821', /^9\d\d-[0-4]\d-\d{4}$/],
      ['pii/bic', 'BELADEBEXXX', /^TESTDE[A-Z]{5}$/],
      ['pii/date-of-birth', '1984-03-12', /^198\d-(?:0[1-9]|1[0-2])-[0-2]\d$/],
      ['pii/date-of-birth', '3/14/1990', /^\d{1,2}\/\d\d\/(?:19[89]\d)$/],
      ['pii/date-of-birth', '12. März 1984', /^[0-2]\d\. März 198\d$/],
      ['pii/person-name', 'Łucja Wójcik', /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u],
      ['pii/person-name', 'KELLER, Martha', /^\p{Lu}+, \p{Lu}\p{Ll}+$/u],
      ['pii/person-name', '佐藤 健太', /^\p{Script=Han}+ \p{Script=Han}+$/u],
      ['pii/person-name', 'Иван Петров', /^\p{Script=Cyrillic}+ \p{Script=Cyrillic}+$/u],
      ['pii/person-name', 'สมชาย ใจดี', /^[\p{Script=Thai}]+ [\p{Script=Thai}]+$/u],
      ['pii/street-address', '12 Elm St, Apt 4', /^[1-9]\d \p{L}[\p{L} ]+, Apt [1-9]$/u],
      ['pii/street-address', 'Lindenstraße 7, 10969 Berlin', /^\p{L}[\p{L} ]+ \d, \d{5} \p{L}[\p{L} -]+$/u],
      ['pii/gender', 'f', /^[mx]$/],
      ['pii/salary', '$54,000', /^\$[1-9]\d,\d{3}$/],
    ];
    for (const [detector, value, form] of cases) {
      const made = first(detector, value);
      assert.match(made, form, `${detector}: ${made} for ${value}`);
      assert.notEqual(made, value);
    }
  });

  it('passes the checksum of its kind, in the shape of the original', () => {
    const shape = (value: string) => value.replace(/\p{L}/gu, 'a').replace(/\d/g, '0');
    let tried = 0;
    const ids = loadDetectors().filter(
      ({ id, valid }) => valid && id !== 'pii/us-ssn' && /^pii\/[a-z]{2}-|vehicle|routing/.test(id),
    );
    // To find an example of each takes longer than all else here; every third will do.
    for (const { id, valid, hits } of ids.filter((_, at) => at % 3 === 0)) {
      const value = sample(/‹(.+?)›/.exec(hits[0] ?? '')?.[1] ?? '', 1);
      if (!valid?.(value)) continue;
      const made = first(id, value);
      tried++;
      assert.ok(valid(made), `${id}: ${made} for ${value}`);
      assert.equal(made.length, value.length, id);
      assert.notEqual(made, value, id);
      if (!/\p{L}/u.test(value)) assert.equal(shape(made), shape(value), id);
    }
    assert.ok(tried > 25, `${tried} kinds`);
  }).timeout(60_000);

  it('passes the checksum of an IBAN or of a card, of the same country or brand', () => {
    const faker = allFakers.en_US;
    faker.seed(3);
    for (let i = 0; i < 60; i++) {
      const iban = faker.finance.iban();
      const made = first('pii/iban', iban);
      if (!isValidIBAN(iban)) continue;
      assert.ok(isValidIBAN(made) && made.slice(0, 2) === iban.slice(0, 2) && made.length === iban.length, made);
    }
    for (const begin of ['4539', '5425', '2720', '3714', '6011']) {
      const card = sample(begin === '3714' ? '3714{luhn:11}' : `${begin}{luhn:12}`, 5);
      const made = first('pii/payment-card', card);
      assert.ok(luhn(made) && made.length === card.length, made);
    }
  });
});
