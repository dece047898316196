import { luhn, swedish } from './checks';
import { id, type StateId } from './stateId';

/** Numbers of people in the Nordic and Baltic countries. */
export const northernEurope: readonly StateId[] = [
  id(
    'dk-cpr',
    'Danish CPR number',
    'cpr|cpr nummer|cprnr|personnummer|cpr nr|danish citizen|danish personal',
    '999999-9999',
    'cpr',
  ),
  id('ee-isikukood', 'Estonian isikukood', 'isikukood|ik|estonian personal|id kood', '[1-8]9{10}', 'ik'),
  id(
    'fi-hetu',
    'Finnish personal identity code',
    'hetu|henkilötunnus|personbeteckning|sotu|sosiaaliturvatunnus|finnish personal identity|finnish id',
    '999999[-+ABCDEFYXWVU]999[0-9A-FHJ-NPR-Y]',
    value => hetu(value),
  ),
  id('fi-veronumero', 'Finnish tax number', 'veronumero|finnish tax number|skattenummer', '9{12}', luhn),
  id(
    'fo-p-tal',
    'Faroese personal number',
    'p tal|ptal|p number|faroese personal',
    '999999-999',
    /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{5}$/,
  ),
  id('is-kennitala', 'Icelandic kennitala', 'kennitala|kt|kennitalan|icelandic identity', '999999-9999', 'kennitala'),
  id(
    'lt-asmens-kodas',
    'Lithuanian asmens kodas',
    'asmens kodas|asmens kodo|lithuanian personal',
    '[1-9]9{10}',
    'asmens',
  ),
  id(
    'lv-personas-kods',
    'Latvian personas kods',
    'personas kods|personas koda|pk|pvn|latvian personal|latvian vat',
    '(LV)?999999-99999',
    value => latvian(value),
  ),
  id(
    'no-fodselsnummer',
    'Norwegian fødselsnummer',
    'fødselsnummer|foedselsnummer|personnummer|fnr|fødselsnr|d nummer|dnummer|dnr|fodselsnummer|norwegian national|norwegian birth',
    '999999 99999',
    'fodselsnummer',
  ),
  id('no-h-number', 'Norwegian auxiliary number', 'h nummer|fh nummer|hjelpenummer', '[89]99999 99999'),
  id(
    'se-personnummer',
    'Swedish personnummer',
    'personnummer|person nr|personnr|samordningsnummer|pnr|swedish personal',
    '(19)?(20)?999999-9999|999999[+]9999',
    swedish,
  ),
];

const hetuLetters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The sign of the century is left out by whoever strips separators. */
function hetu(value: string): boolean {
  const digits = value.slice(0, 6) + value.slice(-4, -1);
  const day = Number(value.slice(0, 2));
  const month = Number(value.slice(2, 4));
  return (
    value.length <= 11 &&
    /^\d{9}$/.test(digits) &&
    day >= 1 &&
    day <= 31 &&
    month >= 1 &&
    month <= 12 &&
    hetuLetters[Number(digits) % 31] === value.at(-1)
  );
}

/** Since 2017 some begin with 32 and have no birth date; the older check holds for both ages of people and for businesses. */
function latvian(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const weights = /^[4-9]/.test(digits) ? [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1] : [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  if (/^[4-9]/.test(digits)) return sum % 11 === 3;
  return ((1 + sum) % 11) % 10 === Number(digits[10]) && (/^32/.test(digits) || /^[0-3]\d[01]\d/.test(digits));
}
