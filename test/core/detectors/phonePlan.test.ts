import assert from 'node:assert/strict';
import { allFakers } from '@faker-js/faker';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isValidIn } from '../../../src/core/detectors/phonePlan';

describe('a number by a country plan', () => {
  it('is what the library says, however it is written', () => {
    const wrong: string[] = [];
    let valid = 0;
    for (const locale of [
      'en',
      'en_GB',
      'de',
      'fr',
      'es_MX',
      'it',
      'pt_BR',
      'pl',
      'ru',
      'ja',
      'ko',
      'ar',
      'vi',
    ] as const)
      for (const value of numbersIn(locale))
        for (const region of getCountries()) {
          const right = parsePhoneNumberFromString(value, region)?.isValid() === true;
          if (right) valid++;
          if (isValidIn(value, region) !== right) wrong.push(`${region} ${value}`);
        }
    assert.deepEqual(wrong, []);
    assert.ok(valid > 1000);
  });
});

/** Numbers as the locale writes them, some with prefixes that a person dials before them, some of digits by chance. */
function numbersIn(locale: keyof typeof allFakers): string[] {
  const faker = allFakers[locale];
  faker.seed(3);
  const written = Array.from({ length: 12 }, () => faker.phone.number()).filter(it => /^[\d+ ()./x-]+$/.test(it));
  const bare = Array.from({ length: 6 }, () => faker.string.numeric({ length: { min: 7, max: 12 } }));
  return [...written, ...bare, ...written.slice(0, 4).flatMap(it => [`0${it}`, `00${it}`, `1${it}`, `+${it}`])];
}
