import { luhn } from './checksum';
import type { Detector, Match, Verdict } from './detector';
import { identity } from './identity';

/** What stands on a payment card besides its number: PCI DSS forbids to keep the first two at all. */
export const cardDetails: readonly Detector[] = [
  {
    id: 'pii/card-track',
    title: 'magnetic stripe of a card',
    severity: 'error',
    tier: 'certain',
    keywords: ['%b3', '%b4', '%b5', '%b6', ';3', ';4', ';5', ';6', 'track'],
    boundary: 'none',
    // ISO/IEC 7813: number, name, expiry and service code; in the second track digits alone.
    pattern:
      /(?:[^\n%;]{5,24}?(?<![\w.-]))?(?<secret>%B(?<first>\d{12,19})\^[^^\n]{2,26}\^\d{7}[^?\n]{0,60}\??|;?(?<second>\d{12,19})[=D]\d{7}\d{0,20}\??)(?!\w)/i,
    accept: judgeTrack,
    hits: [
      '%B4539{luhn:12}^ROE/JANE^27121010000000000?',
      'swipe ;4539{luhn:12}=27121010000000000?',
      '"track2": "4539{luhn:12}=27121010000000000"',
    ].map(it => it.replace(/[%;]?B?4539.*(?:\?|0(?="))/, whole => `‹${whole}›`)),
    misses: [
      '%B4539578763621487^ROE/JANE^27121010000000000?',
      'for (;4539578763621486=1;)',
      'track2: none',
      'track=4539578763621486',
    ],
  },
  identity({
    name: 'card-security-code',
    title: 'card security code',
    words:
      'cvv|cvc|cvv2|cvc2|cvn|card security code|card verification value|card verification code|kartenprüfnummer|prüfziffer der karte|cryptogramme|código de seguridad|código cvv|codice di sicurezza|código de segurança',
    value: String.raw`\d{3,4}`,
    example: '{digit:3}',
    valid: (value, around = '') =>
      !/^(?:000|0000)$/.test(value) && !/\b(?:min|max|length|digits|regex|sha256)\b/i.test(around),
    severity: 'error',
    behind: false,
  }),
  identity({
    name: 'card-expiry',
    title: 'expiry date of a card',
    words:
      'exp|expiry|expires|expiration|expiry date|exp date|valid thru|valid until|good thru|gültig bis|ablaufdatum|caducidad|vencimiento|scadenza|validade|expire le|vervaldatum|data ważności|срок действия|有效期',
    value: String.raw`(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d`,
    example: '0{digit:1}/2{digit:1}',
    // `model-exp-03-25` is a version.
    valid: (value, around = '') =>
      /^(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d$/.test(value) && !/\w-exp-\d/i.test(around),
    behind: false,
  }),
];

function judgeTrack({ groups, text, at, start }: Match): Verdict | undefined {
  const number = groups.first ?? groups.second ?? '';
  if (!luhn(number) || !/^[3-6]/.test(number)) return undefined;
  if (start > at && !/track|magstripe|stripe|swipe/i.test(text.slice(at, start))) return undefined;
  return { reason: `the ${groups.first ? 'first' : 'second'} track of a card, its number by checksum` };
}
