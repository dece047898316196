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
    // The first two digits of all issuers' ranges.
    keywords: prefixes(),
    boundary: 'none',
    pattern:
      /(?<!\w|\d[.,:]|\.\d{0,9}|[+%]|\w-)(?:\d{12,19}|\d{4}(?<gap>[ .\u00a0-])\d{4}\k<gap>\d{4}\k<gap>\d{1,4}(?:\k<gap>\d{1,3})?|\d{4}(?<sign>[ .\u00a0-])\d{6}\k<sign>\d{4,5})(?![\w%]|\.\d|-\w)/,
    accept: judgeCard,
    hits: [
      'card: ‹4539{luhn:12}›',
      '"pan": "‹5425 {digit:4} {digit:4} {luhn:4}›"',
      'paid with ‹3456 {digit:6} {luhn:5}›.',
      'Jane,‹4539{luhn:12}›,12/27',
      'pan=‹5425{luhn:12}›',
      'credit card ‹3612 {digit:6} {luhn:4}›',
      'Kreditkarte ‹4539{luhn:9}›',
      'see ‹4111 1111 1111 1111› for tests',
    ],
    misses: [
      '9007199254740991',
      'id: {hex:8}-{hex:4}-4539578763621486',
      '0.4539578763621486',
      '00001230: d8c7 241a 4539 5787 6362 1486 c920 01cf',
      '4539578763621487',
      't=4539578763621486123456',
      'ean 4539{luhn:9}',
      'snowflake 6839{luhn:14}',
    ],
  },
];

function prefixes(): string[] {
  const all = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
  return all.filter(it => /^(?:18|20|21|22|23|24|25|26|27|30|3[4-9]|4\d|5\d|6[0-9]|81|82|97)$/.test(it));
}

function judgeCard({ value, text, at, end, groups }: Match): Verdict | undefined {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 12 || digits.length > 19 || !luhn(digits)) return undefined;
  if (groups.gap !== undefined && isOfDump(text, at, end)) return undefined;
  const spoken =
    cardWord.test(text.slice(Math.max(0, at - 80), at)) ||
    cardWord.test(text.slice(end, end + 30).split('\n', 1)[0] ?? '');
  const known = cardValidator.number(digits);
  const issued = known.isValid && commonLength(digits, groups.gap ?? groups.sign);
  if (!issued && !(spoken && (known.isPotentiallyValid || known.isValid || legacy.test(digits)))) return undefined;
  if (testCards.has(digits)) return { harmless: true, reason: 'a card number that vendors print for tests' };
  // What a person typed without thinking, and numbers that count.
  if (/(\d)\1{7}|^(\d{4})\2\2|1234567/.test(digits))
    return { harmless: true, reason: 'a card number made of a pattern' };
  if (/(\d)\1{5}|0000$/.test(digits) && !spoken) return undefined;
  return {
    tier: spoken || value !== digits ? 'certain' : 'likely',
    reason: `the issuer, length and checksum of a ${known.card?.niceType ?? 'card'} number`,
  };
}

/** Groups of four hexadecimal digits, as dumps of memory have them, to either side. */
function isOfDump(text: string, at: number, end: number): boolean {
  const before = /(?<![\w])(?:[\da-f]{4}[ :.-]{1,2}){1,4}$/i.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const behind = /^(?:[ .-][\da-f]{4}(?!\w)){1,4}/i.exec(text.slice(end, end + 24))?.[0] ?? '';
  return /[a-f]/i.test(before + behind);
}

/** Without a word, only lengths that few other numbers have: ids of 17 to 19 digits and article numbers of 13 are everywhere. */
function commonLength(digits: string, gap: string | undefined): boolean {
  return digits.length === 16 || (digits.length === 15 && /^3[47]/.test(digits)) || (gap !== undefined && gap !== '.');
}

/** Ranges that the library knows less of: Visa of 13 digits, Maestro, Solo, Switch, UnionPay, RuPay, Troy, Verve, JCB of 15. */
const legacy =
  /^(?:4\d{12}|(?:5[0678]|6\d)\d{10,17}|(?:81|82)\d{14,17}|9792\d{12}|(?:1800|2131)\d{11}|2(?:014|149)\d{11})$/;

const cardWord =
  /card|visa|master|amex|american express|maestro|discover|diners|jcb|union ?pay|\bpan\b|_pan\b|\bpan_|\bcc\b|cc_?num|\bccn|credit|debit|payment|billing|\bcvv|\bcvc|kart[aeyiąę]?\b|karten|\bkort|carte|tarjeta|carta|cart[ãa]o|kaart|kártya|карт|κάρτ|カード|卡|카드|بطاقة|כרטיס|thẻ|kartu|บัตร|paid|charge|bezahlt/i;

/** Numbers that vendors print for testing; nobody pays with them. */
const testCards = new Set(
  '4111111111111111 4242424242424242 4012888888881881 4222222222222 4000056655665556 5555555555554444 5105105105105100 2223003122003222 2223000048400011 5200828282828210 378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424 6011981111111113 30569309025904 38520000023237 3056930009020004 36227206271667 3530111333300000 3566002020360505 6200000000000005 6200000000000047 4000000000000002 4000000000009995 4000002500003155 4917610000000000 4462030000000000 5019717010103742 6331101999990016 5610591081018250 4005519200000004 4009348888881881 4012000033330026 4012000077777777 4500600000000061 4217651111111119 2222420000001113 6007220000000004 5454545454545454 4444333322221111 4911830000000 4917300800000000 6304000000000000 4000000000000077 4000000000000127 4000000000000069 4000000000000119 4000000000000341 4000000000003220 4242424242424241 6011000000000004 3056930009020004 3566111111111113 6205500000000000004 6759649826438453 4508750015741019 5413330089010434 4716190207394368 5301250070000191 4035501000000008 5431111111111111'.split(
    ' ',
  ),
);
