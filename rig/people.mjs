// Personal values to plant, made at run time: nobody's, but such as somebody could have.
import { digits, hex, letters } from './random.mjs';

/** One value of each kind, `{kind, key, value, needles}`, as `makeCanaries` gives secrets. */
export function makePersonalValues(random) {
  return Object.entries(makers).map(([kind, [key, make]]) => {
    const value = make(random);
    return { kind, key, value, needles: [value] };
  });
}

const low = letters.slice(26);

const makers = {
  'work email': ['email', r => `${r.chars(low, 6)}.${r.chars(low, 8)}@${r.chars(low, 7)}.de`],
  'private email': ['contact_email', r => `${r.chars(low, 9)}${r.chars(digits, 2)}@gmail.com`],
  'phone, German': ['phone', r => `+49 1${r.pick(['51', '60', '75'])} ${r.pick('123456789')}${r.chars(digits, 6)}`],
  'phone, British': ['mobile', r => `+44 7${r.pick(['400', '700', '911'])} ${r.chars('123456789', 6)}`],
  'payment card': ['card_number', r => withLuhn(`4${r.chars(digits, 14)}`)],
  'payment card in groups': [
    'credit_card',
    r => grouped(withLuhn(`5${r.pick('12345')}${r.chars(digits, 13)}`), 4, ' '),
  ],
  'IBAN, German': ['iban', r => iban('DE', r.chars('123456789', 8) + r.chars(digits, 10))],
  'IBAN, Dutch': ['account_iban', r => iban('NL', `INGB${r.chars('123456789', 10)}`)],
  'social security number': [
    'ssn',
    r => `${r.pick('12345')}${r.chars('123456789', 2)}-${r.chars('123456789', 2)}-${r.chars('123456789', 4)}`,
  ],
  'CPF, Brazilian': ['cpf', r => cpf(r.chars('123456789', 9))],
  'IP address': [
    'client_ip',
    r => `${r.pick(['81', '93', '151'])}.${20 + r.below(200)}.${r.below(250)}.${1 + r.below(250)}`,
  ],
  'MAC address': ['mac', r => `3c:${Array.from({ length: 5 }, () => r.chars(hex, 2)).join(':')}`],
  passport: ['passport_number', r => `C${r.chars('123456789', 8)}`],
  'date of birth': ['date_of_birth', r => `19${50 + r.below(49)}-0${1 + r.below(9)}-1${r.below(9)}`],
};

function withLuhn(body) {
  const sum = [...body].reverse().reduce((total, digit, i) => total + luhnDigit(Number(digit), i % 2 === 0), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const luhnDigit = (digit, doubled) => (doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit);

const grouped = (text, size, by) => text.match(new RegExp(`.{1,${size}}`, 'g')).join(by);

/** ISO 13616: the check digits make the number, with letters as 10 to 35 and the head at the end, 1 modulo 97. */
function iban(country, account) {
  const numeric = [...`${account}${country}00`].map(unit => Number.parseInt(unit, 36)).join('');
  const check = 98n - (BigInt(numeric) % 97n);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

function cpf(body) {
  const next = text => {
    const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (text.length + 1 - i), 0);
    return text + (((sum * 10) % 11) % 10);
  };
  const all = next(next(body));
  return `${all.slice(0, 3)}.${all.slice(3, 6)}.${all.slice(6, 9)}-${all.slice(9)}`;
}
