import cardValidator from 'card-validator';
import { luhn } from './checksum';
import type { Detector, Match, Verdict } from './detector';

/** Numbers of payment cards. */
export const paymentCard: readonly Detector[] = [
  {
    id: 'pii/payment-card',
    title: 'payment card number',
    severity: 'error',
    tier: 'likely',
    keywords: [
      '22',
      '23',
      '24',
      '25',
      '26',
      '27',
      '30',
      '34',
      '35',
      '36',
      '37',
      '38',
      '39',
      '40',
      '41',
      '42',
      '43',
      '44',
      '45',
      '46',
      '47',
      '48',
      '49',
      '50',
      '51',
      '52',
      '53',
      '54',
      '55',
      '60',
      '62',
      '64',
      '65',
      '67',
    ],
    boundary: 'none',
    pattern:
      /(?<![\w.,+#/=%-])(?:\d{13,19}|\d{4}(?<gap>[ -])\d{4}\k<gap>\d{4}\k<gap>\d{1,7}|3\d{3}[ -]\d{6}[ -]\d{5})(?![\w%]|[.,-]\d|-\w)/,
    accept: judgeCard,
    hits: [
      'card: ‹4539{luhn:12}›',
      '"pan": "‹5425 {digit:4} {digit:4} {luhn:4}›"',
      'paid with ‹3456 {digit:6} {luhn:5}›.',
    ],
    misses: [
      '4111 1111 1111 1111',
      '4242424242424242',
      '9007199254740991',
      'id: {hex:8}-{hex:4}-4539578763621486',
      '0.4539578763621486',
      '4539578763621487',
      '378282246310005',
      't=4539578763621486123456',
    ],
  },
];

function judgeCard({ value, text, at }: Match): Verdict | undefined {
  const digits = value.replace(/\D/g, '');
  if (testCards.has(digits) || !luhn(digits) || /(\d)\1{5}|^(\d{4})\2|0000$|1234567/.test(digits)) return undefined;
  if (!cardValidator.number(digits).isValid) return undefined;
  const card = cardValidator.number(digits).card;
  const spoken = /card|visa|master|amex|pan\b|cc\b|credit|debit|payment|billing/i.test(
    text.slice(Math.max(0, at - 80), at),
  );
  return {
    tier: spoken || value !== digits ? 'certain' : 'likely',
    reason: `the issuer, length and checksum of a ${card?.niceType ?? 'card'} number`,
  };
}

/** Numbers that vendors print for testing; nobody pays with them. */
const testCards = new Set(
  '4111111111111111 4242424242424242 4012888888881881 4222222222222 4000056655665556 5555555555554444 5105105105105100 2223003122003222 2223000048400011 5200828282828210 378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424 6011981111111113 30569309025904 38520000023237 3056930009020004 36227206271667 3530111333300000 3566002020360505 6200000000000005 6200000000000047 4000000000000002 4000000000009995 4000002500003155 4917610000000000 4462030000000000 5019717010103742 6331101999990016 5610591081018250 4005519200000004 4009348888881881 4012000033330026 4012000077777777 4500600000000061 4217651111111119 2222420000001113 6007220000000004 9007199254740991 5454545454545454 4444333322221111 4911830000000 4917300800000000 6304000000000000'.split(
    ' ',
  ),
);
