import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Detector, Match, Verdict } from './detector';

/** Phone numbers that say their country. */
export const phone: readonly Detector[] = [
  {
    id: 'pii/phone',
    title: 'phone number',
    severity: 'information',
    tier: 'likely',
    keywords: ['+1', '+2', '+3', '+4', '+5', '+6', '+7', '+8', '+9'],
    boundary: 'none',
    pattern: /\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?![\w:%]|[.-]\d)/,
    accept: judgePhone,
    hits: [
      'call ‹+49 30 90{digit:4}›',
      '"phone": "‹+1415592{digit:4}›"',
      'tel:‹+44 20 7219 {digit:4}›',
      'Tel. ‹+33 1 42 {digit:2} 39 {digit:2}›',
    ],
    misses: [
      '+1 555 0123',
      '+1 (212) 555-0147',
      'x+12025550123',
      'a = b +1234567',
      '2024-01-01T00:00:00+01:00',
      '+44 20 7946 0958',
      '+15555555555',
      '1e+14155922671',
    ],
  },
];

function judgePhone({ value, text, at, start }: Match): Verdict | undefined {
  if (
    /[\w.)\]"'+]$/.test(text.slice(Math.max(0, at - 1), at)) &&
    !/(?:tel:|\\[nrt]|["'])$/.test(text.slice(Math.max(0, at - 4), at))
  )
    return undefined;
  const digits = value.replace(/\D/g, '');
  if (fictional.test(digits) || /(\d)\1{5}|1234567|7654321/.test(digits) || /\/|\.\d\.|[-.]\d$/.test(value))
    return undefined;
  const number = parsePhoneNumberFromString(value);
  return number?.isPossible() && plausible(digits)
    ? {
        end: start + value.length,
        reason: `the format of a phone number of the calling code ${number.countryCallingCode}`,
      }
    : undefined;
}

/** Numbers set aside for films and documents: 555-01xx in North America, Ofcom's and ACMA's ranges. */
const fictional =
  /^1\d{3}555(?:01\d\d|\d{4})$|^1?555|^44(?:20794609|1632960|7700900|113496|114496|115496|116496|117496|118496|121496|131496|141496|151496|161496|191498|2890496|2920496)|^61(?:[2378]5550|[2378]7010|491570|491571)|^336399800|^4930(?:23125|12345)|^12133734253$|^78005553535$/;

function plausible(digits: string): boolean {
  return digits.length >= 9 && new Set(digits).size >= 4;
}
