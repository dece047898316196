import { isDummy } from '../judge/judgeDummy';
import type { Span } from '../model';
import type { Detector, Match, Verdict } from './detector';
import { isLetter } from './keyUnits';
import { placed } from './placed';
import { readAssignment } from './readAssignment';

/** Codes that people are given once: to open a door, an account or a program. */
export const codes: readonly Detector[] = [
  {
    ...placed('spoken-code', 'code that opens something', {
      at: [
        'pin',
        'door code',
        'gate code',
        'alarm code',
        'safe code',
        'access code',
        'verification code',
        'security code',
        'one-time',
        'otp',
        'totp',
        '2fa',
        'activation',
        'serial',
        'product key',
        'license key',
        'licence key',
      ],
      pattern:
        /(?:(?<![a-z])|(?<=\\[nrt]))(?:pin|(?:door|gate|alarm|safe|access|verification|security) code|one-time (?:code|password)|t?otp(?: (?:seed|secret))?|2fa (?:code|seed|secret)|activation (?:code|key)|serial(?: number| key)?|product key|licen[sc]e key)(?: code)?["'*]{0,3}(?: (?:for|of|to|de|für)(?: [\w-]{1,20}){1,4})?\s?(?:is|ist|lautet|est|was|:|=|->|–|\s)\s{0,3}["'`*]{0,3}(?<secret>\d{4,8}|[A-Z0-9]{4,7}(?:-[A-Z0-9]{4,7}){2,7}|[A-Z2-7]{16,64})(?=["'`*\s.,;)\\]|$)/i,
      says: '',
      hits: [
        'The PIN is ‹4{digit:4}7›.',
        'Door code: ‹7{digit:4}3›',
        'Activation code: ‹A7{uppernum:3}-{uppernum:5}-{uppernum:5}›',
        'Your one-time password is ‹3{digit:4}9›.',
      ],
      misses: [
        'PIN: 13',
        'the pin is a number of 4 digits',
        'const pin = 21;',
        'serial 2024 of the year',
        'pin 8080/tcp',
        'serial: 00000000',
        'pin `{alpha:17}`',
      ],
    }),
    tier: 'possible',
    // Inside a word, as in `mapping`, it is none.
    glance: (text, at) => !isLetter(text.charCodeAt(at - 1)) || text[at - 2] === '\\',
    accept: ({ value, text, at, end }) =>
      everyday.test(value) ||
      isDummy(value) ||
      (/[A-Za-z]/.test(value) && (/[a-z]/.test(value) || !/\d/.test(value))) ||
      (/^\d+$/.test(value) && !/code|pin|otp|one-time/i.test(text.slice(at, end)))
        ? undefined
        : { reason: 'the words before it call it a code that opens something' },
  },
  {
    ...placed('pin', 'PIN', {
      at: ['pin'],
      pattern: /pin/i,
      says: '',
      hits: [
        'const cardPin = "‹4{digit:2}7›";',
        'CARD_PIN=‹7{digit:4}3›\n',
        '<pinCode>‹9{digit:2}1›</pinCode>',
        '"pin": ‹8{digit:2}5›,',
        'variable "sim_pin" {\n  default = "‹6{digit:2}2›"\n}',
      ],
      misses: [
        'const ledPin = 13;',
        'const pin = 21;',
        'pinCount = "4711"',
        'spin: 4711',
        'pin = "1234"',
        'mapping: 4711',
        'gpio_pin = 4711',
      ],
    }),
    tier: 'possible',
    glance: (text, at) => isNameOfPin(text, at),
    accept: judgePin,
  },
  {
    ...placed('recovery-codes', 'codes to recover an account', {
      at: [
        'recovery code',
        'recovery_code',
        'recoverycode',
        'backup code',
        'backup_code',
        'backupcode',
        'scratch code',
        'emergency code',
        'wiederherstellungscode',
      ],
      pattern: /(?:(?:recovery|backup|scratch|emergency)[ _]?|wiederherstellungs)codes?/i,
      says: '',
      hits: [
        'Recovery codes:\n‹a7{lowernum:3}-{lowernum:4}4›\n‹b3{lowernum:3}-{lowernum:4}9›\n',
        'Backup codes\n1. ‹4{digit:3} {digit:4}›\n2. ‹9{digit:3} {digit:4}›\n',
        'RECOVERY_CODE=‹a7{lowernum:3}-{lowernum:4}4›\n',
        '{"recoveryCodes":["‹a7{lowernum:3}-{lowernum:4}4›","‹c5{lowernum:3}-{lowernum:4}9›"]}',
      ],
      misses: [
        'Recovery codes: keep them in a safe place.',
        'backup codes:\n- first-steps\n- second-steps\n',
        'recoveryCodes: string[] = [];',
      ],
    }),
    accept: judgeCodes,
  },
];

/** A word by itself, also in camel case, with nothing but `code` or `number` behind it. */
function isNameOfPin(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isLetter(before) && !((before & 32) !== 0 && text[at] === 'P') && text[at - 2] !== '\\') return false;
  return !isLetter(text.charCodeAt(at + 3)) || /^[-_ ]?(?:code|number)/i.test(text.slice(at + 3, at + 10));
}

function judgePin({ text, at }: Match): Verdict | undefined {
  const given = readAssignment(text, at);
  const value = given && text.slice(given.start, given.end);
  if (!value || !/^\d{4,8}$/.test(value) || everyday.test(value)) return undefined;
  if (!/pin(?:[-_]?(?:code|number))?$/i.test(given.key) || /gpio|led|board|port/i.test(given.key)) return undefined;
  return { start: given.start, end: given.end, reason: 'the key says PIN' };
}

const everyday = /^(\d)\1+$|^(?:1234|12345|123456|1234567|12345678|0000|19\d\d|20\d\d)$/;

/** Lines or items behind the words, each one code. */
function judgeCodes({ text, at, end }: Match): Verdict | undefined {
  const given = readAssignment(text, at);
  if (given && hyphened.test(text.slice(given.start, given.end)))
    return { start: given.start, end: given.end, reason: 'the key calls it a code to recover an account' };
  const block = /^[^\n]{0,60}?(?:[:=[\n]|\s(?:is|was|lautet|est)\b)|^(?:\\n)/.exec(text.slice(end, end + 80));
  if (!block) return undefined;
  const from = end + block[0].length - 1;
  const found: Span[] = [];
  const items = text
    .slice(from, from + 1000)
    .matchAll(
      /(?:^|[\s"'`,[(.)*:=-]|\\n)((?=[a-z\d -]{0,9}\d)(?:[a-z0-9]{4,10}(?:[- ][a-z0-9]{4,10}){1,3}|\d{6,10}|(?=\w{0,15}[a-z])[a-z0-9]{8,16}))(?=["'`,\s\])\\]|$)/gi,
    );
  for (const { 0: whole, 1: code = '', index } of items) {
    const start = from + index + whole.length - code.length;
    // A sentence or another list begins.
    if (found.length > 0 && start - (found.at(-1) as Span).end > 24) break;
    if (found.length === 0 && index > 60) break;
    if (/\d/.test(code)) found.push({ start, end: start + code.length });
  }
  const [first, ...also] = found;
  if (!first) return undefined;
  if (
    also.length === 0 &&
    !(hyphened.test(text.slice(first.start, first.end)) && says.test(text.slice(end, first.start)))
  )
    return undefined;
  return { ...first, also, reason: 'they stand below the words for them' };
}

/** One code by itself: letters and digits in groups. */
const hyphened = /^(?=.{0,12}\d)(?=.{0,12}[a-z])[a-z\d]{4,10}(?:-[a-z\d]{4,10}){1,4}$/i;
const says = /^(?: (?:for|of|für|de)(?: [\w-]{1,20}){1,4})?(?:\s?[:=]|\s(?:is|was|lautet|est))[\s"'`]{1,4}$/;
