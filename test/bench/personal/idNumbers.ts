import type { Random } from '../random';
import { luhnDigit, mod11And2, mod11And10, ordinal, verhoeffDigit, weighted } from './checkDigits';

/** A kind of identity number: how its country's files and people name it, how to make one, and how to make one that is wrong. */
export interface IdNumber {
  readonly id: string;
  readonly language: string;
  /** As a person says it. */
  readonly name: string;
  /** As a record's field. */
  readonly keys: readonly string[];
  make(random: Random): string;
  /** Absent where every number of this length and these letters may be one. */
  readonly breakIt?: (value: string, random: Random) => string;
}

type Make = (random: Random) => string;

function id(
  idName: string,
  language: string,
  name: string,
  keys: string,
  make: (random: Random) => string | undefined,
  breakIt?: IdNumber['breakIt'] | 'none',
): IdNumber {
  const again: Make = random => {
    for (;;) {
      const value = make(random);
      if (value !== undefined) return value;
    }
  };
  const broken = breakIt === 'none' ? {} : { breakIt: breakIt ?? otherCheck };
  return { id: idName, language, name, keys: keys.split(' '), make: again, ...broken };
}

/** Another digit or letter in the last place. */
function otherCheck(value: string, random: Random): string {
  return atPlace(value, value.search(/[0-9A-Z][^0-9A-Z]*$/), random);
}

function atPlace(value: string, place: number, random: Random): string {
  const unit = value[place]!;
  const next = /\d/.test(unit) ? digits(1, random) : letters(1, random);
  return next === unit ? atPlace(value, place, random) : value.slice(0, place) + next + value.slice(place + 1);
}

function digits(length: number, random: Random, first = '0123456789'): string {
  return Array.from({ length }, (_, place) => (place === 0 ? random.pick([...first]) : String(random.below(10)))).join(
    '',
  );
}

function letters(length: number, random: Random, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'): string {
  return Array.from({ length }, () => random.pick([...alphabet])).join('');
}

function number(from: number, to: number, random: Random, width = 2): string {
  return String(from + random.below(to - from + 1)).padStart(width, '0');
}

interface Day {
  readonly yyyy: string;
  readonly yy: string;
  readonly mm: string;
  readonly dd: string;
}

function birthday(random: Random, from = 1940, to = 1999): Day {
  const yyyy = number(from, to, random, 4);
  return { yyyy, yy: yyyy.slice(2), mm: number(1, 12, random), dd: number(1, 28, random) };
}

/** A digit for 0 to 9; undefined for ten, of which many numbers are never given out. */
function single(value: number): string | undefined {
  return value > 9 ? undefined : String(value);
}

function joined(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('');
}

function down(from: number, length: number): number[] {
  return Array.from({ length }, (_, place) => from - place);
}

function grouped(value: string, pattern: string): string {
  let place = 0;
  return pattern.replace(/#/g, () => value[place++] ?? '');
}

/** Either spelling: with its separators or without. */
function spelled(value: string | undefined, pattern: string, random: Random, share = 0.3): string | undefined {
  if (value === undefined) return undefined;
  return random.chance(share) ? value : grouped(value, pattern);
}

/** A month that no calendar has. */
function badMonth(place: number): IdNumber['breakIt'] {
  return (value, random) => `${value.slice(0, place)}${number(53, 57, random)}${value.slice(place + 2)}`;
}

const spanishLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Numbers of persons, tax payers and the insured in more than sixty countries. */
export const idNumbers: readonly IdNumber[] = [
  id(
    'us-ssn',
    'en',
    'Social Security number',
    'ssn social_security_number socialSecurityNumber',
    random => {
      const area = number(1, 899, random, 3);
      if (area === '666') return undefined;
      return spelled(area + number(1, 99, random) + number(1, 9999, random, 4), '###-##-####', random, 0.2);
    },
    (value, random) => random.pick(['000', '666']) + value.slice(3),
  ),
  id(
    'us-itin',
    'en',
    'Individual Taxpayer Identification Number',
    'itin taxpayer_id',
    random =>
      `9${digits(2, random)}-${random.pick(['70', '75', '82', '88', '91', '96'])}-${number(1, 9999, random, 4)}`,
    value => `${value.slice(0, 4)}${'89'}${value.slice(6)}`,
  ),
  id('ca-sin', 'en', 'Social Insurance Number', 'sin social_insurance_number sin_number', random => {
    const body = digits(8, random, '1234567');
    return spelled(body + luhnDigit(body), random.pick(['### ### ###', '###-###-###']), random, 0.2);
  }),
  id('mx-curp', 'es', 'CURP', 'curp', random => {
    const { yy, mm, dd } = birthday(random);
    const state = random.pick(['DF', 'JC', 'NL', 'VZ', 'PL', 'MC', 'GT', 'OC', 'YN']);
    const consonants = 'BCDFGHJKLMNPQRSTVWXYZ';
    const body = `${letters(1, random, consonants)}${letters(1, random, 'AEIOU')}${letters(2, random, consonants)}${yy}${mm}${dd}${random.pick(['H', 'M'])}${state}${letters(3, random, consonants)}0`;
    const alphabet = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
    const sum = [...body].reduce((all, unit, place) => all + ordinal(unit, alphabet) * (18 - place), 0);
    return body + String((10 - (sum % 10)) % 10);
  }),
  id(
    'mx-rfc',
    'es',
    'RFC',
    'rfc rfc_cliente',
    random => {
      const { yy, mm, dd } = birthday(random);
      const body = `${letters(1, random, 'GHLMPRST')}${letters(1, random, 'AEIO')}${letters(2, random, 'BCDFGHLMNPRST')}${yy}${mm}${dd}${letters(1, random, 'ABCDEFGH123456789')}${letters(1, random, 'ABCDEFGH123456789')}`;
      const alphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';
      const sum = [...body].reduce((all, unit, place) => all + ordinal(unit, alphabet) * (13 - place), 0);
      const check = (11 - (sum % 11)) % 11;
      return body + (check === 10 ? 'A' : String(check));
      // Many that were given out have another check digit, so that only the date tells.
    },
    badMonth(6),
  ),
  id('br-cpf', 'pt', 'CPF', 'cpf cpf_cliente', random => {
    const body = digits(9, random);
    const one = ((weighted(body, down(10, 9)) * 10) % 11) % 10;
    const two = ((weighted(body + one, down(11, 10)) * 10) % 11) % 10;
    return spelled(`${body}${one}${two}`, '###.###.###-##', random);
  }),
  id(
    'ar-dni',
    'es',
    'DNI',
    'dni documento',
    random => spelled(digits(8, random, '1234'), '##.###.###', random),
    'none',
  ),
  id('ar-cuit', 'es', 'CUIL', 'cuil cuit', random => {
    const body = random.pick(['20', '23', '24', '27']) + digits(8, random, '1234');
    const check = (11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return spelled(joined(body, single(check)), '##-########-#', random);
  }),
  id('cl-rut', 'es', 'RUT', 'rut run', random => {
    const body = digits(8, random, '12');
    const check = (11 - (weighted([...body].reverse().join(''), [2, 3, 4, 5, 6, 7, 2, 3]) % 11)) % 11;
    return spelled(body + (check === 10 ? 'K' : String(check)), random.pick(['##.###.###-#', '########-#']), random, 0);
  }),
  id(
    'co-cedula',
    'es',
    'cédula de ciudadanía',
    'cedula cedula_ciudadania',
    random => spelled(digits(10, random, '1'), '#.###.###.###', random, 0.6),
    'none',
  ),
  id('co-nit', 'es', 'NIT', 'nit', random => {
    const body = digits(9, random, '89');
    const rest = weighted([...body].reverse().join(''), [3, 7, 13, 17, 19, 23, 29, 37, 41]) % 11;
    return spelled(body + String(rest > 1 ? 11 - rest : rest), '###.###.###-#', random, 0);
  }),
  id('ec-ci', 'es', 'cédula de identidad', 'cedula ci', random => {
    const body = number(1, 24, random) + digits(1, random, '012345') + digits(6, random);
    return spelled(body + luhnDigit(body), '#########-#', random, 0.7);
  }),
  id('uy-cedula', 'es', 'cédula de identidad', 'cedula cedula_identidad ci', random => {
    const body = digits(7, random, '12345');
    return grouped(body + String((10 - (weighted(body, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10), '#.###.###-#');
  }),
  id('do-cedula', 'es', 'cédula', 'cedula cedula_identidad', random => {
    const body = number(1, 120, random, 3) + digits(7, random);
    return spelled(body + luhnDigit(body), '###-#######-#', random);
  }),
  id('pe-dni', 'es', 'DNI', 'dni nro_dni', random => digits(8, random, '0147'), 'none'),
  id('ve-rif', 'es', 'RIF', 'rif', random => {
    const body = digits(8, random, '012');
    const sum = 4 + weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]);
    return `V-${body}-${'00987654321'[sum % 11]}`;
  }),
  id(
    'gb-nino',
    'en',
    'National Insurance number',
    'nino national_insurance_number ni_number',
    random =>
      spelled(
        random.pick(['AB', 'CE', 'HJ', 'JK', 'LM', 'NP', 'PR', 'SX', 'TW', 'YZ', 'WK']) +
          digits(6, random) +
          letters(1, random, 'ABCD'),
        '## ## ## ## #',
        random,
        0.5,
      ),
    (value, random) => random.pick(['BG', 'GB', 'NK', 'KN', 'TN', 'NT', 'ZZ', 'DQ']) + value.slice(2),
  ),
  id('gb-nhs', 'en', 'NHS number', 'nhs_number nhs nhsNumber', random => {
    const body = digits(9, random, '4679');
    return spelled(joined(body, single((11 - (weighted(body, down(10, 9)) % 11)) % 11)), '### ### ####', random);
  }),
  id(
    'gb-utr',
    'en',
    'Unique Taxpayer Reference',
    'utr unique_taxpayer_reference',
    random => {
      const body = digits(9, random);
      return '21987654321'[weighted(body, [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11] + body;
    },
    (value, random) => atPlace(value, 0, random),
  ),
  id(
    'ie-pps',
    'en',
    'PPS number',
    'pps_number ppsn',
    random => {
      const body = digits(7, random, '123456789');
      const second = random.chance(0.5) ? letters(1, random, 'AB') : '';
      const sum = weighted(body, down(8, 7)) + (second ? 9 * (ordinal(second) - 9) : 0);
      return body + 'WABCDEFGHIJKLMNOPQRSTUV'[sum % 23] + second;
    },
    (value, random) => atPlace(value, 7, random),
  ),
  id('de-tax-id', 'de', 'Steueridentifikationsnummer', 'steuer_id steuerId idnr', random => {
    const order = [...'0123456789'].sort(() => random.below(3) - 1);
    const twice = order[random.below(9)]!;
    const places = [...order.slice(0, 9)];
    places.splice(random.below(9), 0, twice);
    const body = places.join('');
    if (body[0] === '0' || /(.)\1\1/.test(body)) return undefined;
    return spelled(body + mod11And10(body), '## ### ### ###', random, 0.5);
  }),
  id(
    'de-social-security',
    'de',
    'Sozialversicherungsnummer',
    'sv_nummer sozialversicherungsnummer rentenversicherungsnummer',
    random => {
      const { yy, mm, dd } = birthday(random);
      const letter = letters(1, random);
      const body = `${random.pick(['10', '12', '15', '24', '53', '65'])}${dd}${mm}${yy}`;
      const serial = number(1, 99, random);
      const all = body + String(ordinal(letter) - 9).padStart(2, '0') + serial;
      const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, place) => {
        const product = weight * Number(all[place]);
        return total + Math.floor(product / 10) + (product % 10);
      }, 0);
      return spelled(`${body}${letter}${serial}${sum % 10}`, '## ###### # ###', random, 0.5);
    },
  ),
  id('de-id-card', 'de', 'Personalausweisnummer', 'personalausweisnummer ausweisnummer', random => {
    const body = letters(1, random, 'LMNPRTVWXY') + letters(8, random, 'CFGHJKLMNPRTVWXYZ0123456789');
    const sum = [...body].reduce((all, unit, place) => all + ordinal(unit) * [7, 3, 1][place % 3]!, 0);
    return body + String(sum % 10);
  }),
  id(
    'at-social-security',
    'de',
    'österreichische Sozialversicherungsnummer',
    'svnr sozialversicherungsnummer',
    random => {
      const { yy, mm, dd } = birthday(random);
      const serial = digits(3, random, '123456789');
      const check = (weighted(serial, [3, 7, 9]) + weighted(dd + mm + yy, [5, 8, 4, 2, 1, 6])) % 11;
      return spelled(joined(serial, single(check), dd, mm, yy), '#### ######', random, 0.5);
    },
    (value, random) => atPlace(value, 3, random),
  ),
  id('ch-ahv', 'de', 'AHV-Nummer', 'ahv_nummer ahv avs_number', random => {
    const body = `756${digits(9, random)}`;
    const sum = weighted(body, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
    return grouped(body + String((10 - (sum % 10)) % 10), '###.####.####.##');
  }),
  id('fr-nir', 'fr', 'numéro de sécurité sociale', 'nir numero_secu numero_securite_sociale', random => {
    const { yy, mm } = birthday(random);
    const body =
      random.pick(['1', '2']) +
      yy +
      mm +
      number(1, 95, random).replace('20', '21') +
      number(1, 900, random, 3) +
      number(1, 999, random, 3);
    return spelled(
      body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0'),
      '# ## ## ## ### ### ##',
      random,
      0.5,
    );
  }),
  id('fr-nif', 'fr', 'numéro fiscal', 'numero_fiscal spi', random => {
    const body = digits(10, random, '0123');
    return spelled(body + String(Number(body) % 511).padStart(3, '0'), '## ## ### ### ###', random, 0.6);
  }),
  id('es-dni', 'es', 'DNI', 'dni nif', random => {
    const body = digits(8, random);
    return spelled(body + spanishLetters[Number(body) % 23], random.pick(['########-#', '##.###.###-#']), random, 0.7);
  }),
  id('es-nie', 'es', 'NIE', 'nie', random => {
    const body = digits(7, random);
    const first = random.below(3);
    return spelled(
      `${'XYZ'[first]}${body}${spanishLetters[Number(`${first}${body}`) % 23]}`,
      '#-#######-#',
      random,
      0.7,
    );
  }),
  id('es-nss', 'es', 'número de la Seguridad Social', 'nss num_seguridad_social', random => {
    const body = number(1, 52, random) + digits(8, random, '123456789');
    return spelled(body + String(Number(body) % 97).padStart(2, '0'), '## ######## ##', random, 0.5);
  }),
  id('it-codice-fiscale', 'it', 'codice fiscale', 'codice_fiscale codiceFiscale cf', random => {
    const consonants = 'BCDFGLMNPRSTVZ';
    const { yy, mm, dd } = birthday(random);
    const day = random.chance(0.5) ? dd : String(Number(dd) + 40);
    const body = `${letters(6, random, consonants)}${yy}${'ABCDEHLMPRST'[Number(mm) - 1]}${day}${random.pick(['H501', 'F205', 'L219', 'F839', 'D612', 'A944', 'G273'])}`;
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    const sum = [...body].reduce((all, unit, place) => {
      const value = /\d/.test(unit) ? Number(unit) : ordinal(unit) - 10;
      return all + (place % 2 === 0 ? odd[value]! : value);
    }, 0);
    return body + String.fromCharCode(65 + (sum % 26));
  }),
  id('pt-nif', 'pt', 'NIF', 'nif contribuinte', random => {
    const body = digits(8, random, '12');
    const check = 11 - (weighted(body, down(9, 8)) % 11);
    return spelled(body + String(check > 9 ? 0 : check), '### ### ###', random, 0.6);
  }),
  id('pt-citizen-card', 'pt', 'cartão de cidadão', 'cartao_cidadao cc', random => {
    const number8 = digits(8, random, '12');
    const rest = weighted(number8, down(9, 8)) % 11;
    const body = `${number8}${rest < 2 ? 0 : 11 - rest}Z${letters(1, random, 'XYZ')}`;
    const sum = [...body].reverse().reduce((all, unit, place) => {
      const value = ordinal(unit) * (place % 2 === 0 ? 2 : 1);
      return all + (place % 2 === 0 && value > 9 ? value - 9 : value);
    }, 0);
    return grouped(body + String((10 - (sum % 10)) % 10), '######## # ###');
  }),
  id('nl-bsn', 'nl', 'burgerservicenummer', 'bsn burgerservicenummer', random => {
    const body = digits(8, random, '123456789');
    return joined(body, single(weighted(body, down(9, 8)) % 11));
  }),
  id('be-national-number', 'nl', 'rijksregisternummer', 'rijksregisternummer rrn insz', random => {
    const { yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + number(1, 997, random, 3);
    return spelled(body + String(97 - (Number(body) % 97)).padStart(2, '0'), '##.##.##-###.##', random);
  }),
  id('lu-matricule', 'fr', 'numéro d’identification national', 'matricule numero_matricule', random => {
    const { yyyy, mm, dd } = birthday(random);
    const body = yyyy + mm + dd + digits(3, random);
    return body + luhnDigit(body) + verhoeffDigit(body);
  }),
  id('gr-amka', 'el', 'ΑΜΚΑ', 'amka', random => {
    const { yy, mm, dd } = birthday(random);
    const body = dd + mm + yy + digits(4, random);
    return body + luhnDigit(body);
  }),
  id('gr-afm', 'el', 'ΑΦΜ', 'afm', random => {
    const body = digits(8, random, '0134');
    return body + String((weighted(body, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10);
  }),
  id('pl-pesel', 'pl', 'PESEL', 'pesel nr_pesel', random => {
    const { yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + digits(4, random);
    return body + String((10 - (weighted(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
  }),
  id('pl-nip', 'pl', 'NIP', 'nip', random => {
    const body = digits(9, random, '5678');
    return spelled(
      joined(body, single(weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11)),
      '###-###-##-##',
      random,
      0.5,
    );
  }),
  id(
    'pl-id-card',
    'pl',
    'numer dowodu osobistego',
    'nr_dowodu dowod_osobisty',
    random => {
      const series = letters(3, random, 'ABCDEFGHJKLMNPRST');
      const rest = digits(5, random);
      const sum =
        ordinal(series[0]!) * 7 + ordinal(series[1]!) * 3 + ordinal(series[2]!) + weighted(rest, [7, 3, 1, 7, 3]);
      return spelled(`${series}${sum % 10}${rest}`, '### ######', random, 0.5);
    },
    (value, random) => atPlace(value, value[3] === ' ' ? 4 : 3, random),
  ),
  id('cz-rodne-cislo', 'cs', 'rodné číslo', 'rodne_cislo rodneCislo', czech),
  id('sk-rodne-cislo', 'sk', 'rodné číslo', 'rodne_cislo rc', czech),
  id('hu-taj', 'hu', 'TAJ szám', 'taj_szam taj', random => {
    const body = digits(8, random, '012');
    return spelled(body + String(weighted(body, [3, 7, 3, 7, 3, 7, 3, 7]) % 10), '### ### ###', random, 0.4);
  }),
  id('hu-tax-id', 'hu', 'adóazonosító jel', 'adoazonosito adoazonosito_jel', random => {
    const body = `8${number(27000, 48000, random, 5)}${digits(3, random)}`;
    return joined(body, single(weighted(body, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11));
  }),
  id('ro-cnp', 'ro', 'CNP', 'cnp cod_numeric_personal', random => {
    const { yy, mm, dd } = birthday(random);
    const body = random.pick(['1', '2']) + yy + mm + dd + number(1, 46, random) + number(1, 999, random, 3);
    const check = weighted(body, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    return body + String(check === 10 ? 1 : check);
  }),
  id('bg-egn', 'bg', 'ЕГН', 'egn', random => {
    const { yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + digits(3, random);
    return body + String((weighted(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10);
  }),
  id('hr-oib', 'hr', 'OIB', 'oib', random => {
    const body = digits(10, random);
    return body + mod11And10(body);
  }),
  id('si-emso', 'sl', 'EMŠO', 'emso', random => yugoslav('50', random)),
  id('rs-jmbg', 'sr', 'JMBG', 'jmbg', random => yugoslav(random.pick(['71', '72', '73', '75', '76']), random)),
  id('ee-isikukood', 'et', 'isikukood', 'isikukood', baltic),
  id('lt-asmens-kodas', 'lt', 'asmens kodas', 'asmens_kodas', baltic),
  id('lv-personas-kods', 'lv', 'personas kods', 'personas_kods', random => {
    const { yy, mm, dd } = birthday(random);
    const body = `${dd}${mm}${yy}1${digits(3, random)}`;
    const check = ((1 + weighted(body, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10;
    return grouped(`${body}${check}`, '######-#####');
  }),
  id('fi-hetu', 'fi', 'henkilötunnus', 'henkilotunnus hetu', random => {
    const { yy, mm, dd } = birthday(random);
    const serial = number(2, 899, random, 3);
    return `${dd}${mm}${yy}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(dd + mm + yy + serial) % 31]}`;
  }),
  id('se-personnummer', 'sv', 'personnummer', 'personnummer personal_number', random => {
    const { yyyy, yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + digits(3, random);
    const whole = `${body.slice(0, 6)}-${body.slice(6)}${luhnDigit(body)}`;
    return random.chance(0.5) ? whole : yyyy.slice(0, 2) + (random.chance(0.5) ? whole : whole.replace('-', ''));
  }),
  id('no-fodselsnummer', 'nb', 'fødselsnummer', 'fodselsnummer fnr', random => {
    const { yy, mm, dd } = birthday(random);
    const body = dd + mm + yy + number(100, 499, random, 3);
    const one = single((11 - (weighted(body, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11);
    if (one === undefined) return undefined;
    const two = single((11 - (weighted(body + one, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11);
    return spelled(joined(body, one, two), '###### #####', random, 0.7);
  }),
  id(
    'dk-cpr',
    'da',
    'CPR-nummer',
    'cpr cpr_nummer',
    random => {
      const { yy, mm, dd } = birthday(random);
      const body = dd + mm + yy + digits(3, random, '0123');
      return spelled(
        joined(body, single((11 - (weighted(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11)),
        '######-####',
        random,
      );
    },
    badMonth(2),
  ),
  id(
    'is-kennitala',
    'is',
    'kennitala',
    'kennitala kt',
    random => {
      const { yy, mm, dd } = birthday(random);
      const body = dd + mm + yy + number(20, 99, random);
      return spelled(
        joined(body, single((11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11), '9'),
        '######-####',
        random,
      );
    },
    (value, random) => atPlace(value, value.length - 2, random),
  ),
  id('tr-kimlik', 'tr', 'T.C. kimlik numarası', 'tc_kimlik_no tckn', random => {
    const body = digits(9, random, '123456789');
    const tenth =
      (7 * weighted(body, [1, 0, 1, 0, 1, 0, 1, 0, 1]) - weighted(body, [0, 1, 0, 1, 0, 1, 0, 1, 0]) + 100) % 10;
    return `${body}${tenth}${weighted(`${body}${tenth}`, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10}`;
  }),
  id('il-id', 'he', 'תעודת זהות', 'teudat_zehut israeli_id', random => {
    const body = digits(8, random, '0123');
    return body + luhnDigit(body);
  }),
  id('za-id', 'en', 'South African ID number', 'id_number sa_id_number', random => {
    const { yy, mm, dd } = birthday(random);
    const body = `${yy}${mm}${dd}${digits(4, random)}08`;
    return body + luhnDigit(body);
  }),
  id('ru-inn', 'ru', 'ИНН', 'inn', random => {
    const body = number(1, 92, random) + digits(8, random);
    const one = (weighted(body, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
    return `${body}${one}${(weighted(body + one, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10}`;
  }),
  id('ru-snils', 'ru', 'СНИЛС', 'snils', random => {
    const body = digits(9, random, '1');
    return spelled(
      body + String((weighted(body, down(9, 9)) % 101) % 100).padStart(2, '0'),
      '###-###-### ##',
      random,
      0.2,
    );
  }),
  id('ua-rnokpp', 'uk', 'РНОКПП', 'rnokpp ipn', random => {
    const body = number(18000, 38000, random, 5) + digits(4, random);
    const sum = weighted(body, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
    return body + String((((sum % 11) + 11) % 11) % 10);
  }),
  id('kz-iin', 'ru', 'ИИН', 'iin', random => {
    const { yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + random.pick(['3', '4']) + digits(4, random);
    const first = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
    return joined(body, single(first === 10 ? weighted(body, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first));
  }),
  id('in-aadhaar', 'en', 'Aadhaar number', 'aadhaar aadhaar_number aadhaarNo', random => {
    const body = digits(11, random, '23456789');
    return spelled(body + verhoeffDigit(body), '#### #### ####', random);
  }),
  id(
    'in-pan',
    'en',
    'PAN',
    'pan pan_number panCard',
    random => `${letters(3, random)}P${letters(1, random)}${digits(4, random)}${letters(1, random)}`,
    (value, random) => value.slice(0, 3) + random.pick(['X', 'Q', 'Z', 'D']) + value.slice(4),
  ),
  id(
    'pk-cnic',
    'en',
    'CNIC number',
    'cnic cnic_no',
    random => grouped(digits(12, random, '1234567') + digits(1, random, '123456789'), '#####-#######-#'),
    (value, random) => random.pick(['0', '9']) + value.slice(1),
  ),
  id(
    'bd-nid',
    'en',
    'NID number',
    'nid nid_number',
    random => digits(random.pick([10, 13, 17]), random, '123456789'),
    'none',
  ),
  id(
    'lk-nic',
    'en',
    'NIC number',
    'nic nic_no',
    random => number(50, 99, random) + number(1, 365, random, 3) + digits(4, random) + random.pick(['V', 'X']),
    (value, random) => value.slice(0, 2) + number(380, 490, random, 3) + value.slice(5),
  ),
  id('cn-resident-id', 'zh', '身份证号码', 'id_card idCard shenfenzheng', random => {
    const { yyyy, mm, dd } = birthday(random);
    const region = random.pick([
      '110101',
      '310104',
      '440106',
      '330106',
      '510107',
      '420106',
      '320102',
      '610113',
      '370102',
    ]);
    const body = region + yyyy + mm + dd + digits(3, random);
    return body + mod11And2(body);
  }),
  id('tw-id', 'zh_TW', '身分證字號', 'national_id id_no', random => {
    const letter = letters(1, random);
    const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter) + 10;
    const body = random.pick(['1', '2']) + digits(7, random);
    const sum = Math.floor(code / 10) + (code % 10) * 9 + weighted(body, down(8, 8));
    return `${letter}${body}${(10 - (sum % 10)) % 10}`;
  }),
  id('hk-id', 'en', 'HKID', 'hkid hkid_no', random => {
    const letter = letters(1, random);
    const body = digits(6, random);
    const check = (11 - ((36 * 9 + ordinal(letter) * 8 + weighted(body, down(7, 6))) % 11)) % 11;
    return `${letter}${body}(${check === 10 ? 'A' : check})`;
  }),
  id('kr-rrn', 'ko', '주민등록번호', 'rrn resident_registration_number', random => {
    const { yy, mm, dd } = birthday(random);
    const body = yy + mm + dd + random.pick(['1', '2']) + digits(5, random);
    return grouped(
      body + String((11 - (weighted(body, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10),
      '######-#######',
    );
  }),
  id('jp-my-number', 'ja', 'マイナンバー', 'my_number kojin_bango', random => {
    const body = digits(11, random);
    const rest = weighted(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return spelled(body + String(rest <= 1 ? 0 : 11 - rest), '#### #### ####', random, 0.5);
  }),
  id('th-id', 'th', 'เลขประจำตัวประชาชน', 'thai_id citizen_id', random => {
    const body = digits(12, random, '12345678');
    return spelled(body + String((11 - (weighted(body, down(13, 12)) % 11)) % 10), '#-####-#####-##-#', random, 0.4);
  }),
  id('sg-nric', 'en', 'NRIC', 'nric nric_no', random => {
    const series = random.pick(['S', 'T', 'F', 'G']);
    const body = digits(7, random);
    const sum = weighted(body, [2, 7, 6, 5, 4, 3, 2]) + ('TG'.includes(series) ? 4 : 0);
    return series + body + ('ST'.includes(series) ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[sum % 11];
  }),
  id(
    'my-nric',
    'ms',
    'No. Kad Pengenalan',
    'no_kp ic_number mykad',
    random => {
      const { yy, mm, dd } = birthday(random);
      return spelled(yy + mm + dd + number(1, 16, random) + digits(4, random), '######-##-####', random, 0.2);
    },
    badMonth(2),
  ),
  id(
    'id-nik',
    'id',
    'NIK',
    'nik no_ktp',
    random => {
      const { yy, mm, dd } = birthday(random);
      return `${random.pick(['3171', '3273', '3578', '3374', '1271', '5171', '7371'])}${number(1, 20, random)}${dd}${mm}${yy}${number(1, 40, random, 4)}`;
    },
    badMonth(8),
  ),
  id(
    'vn-cccd',
    'vi',
    'số căn cước công dân',
    'cccd so_cccd',
    random => {
      const province = random.pick(['001', '079', '031', '048', '092', '038', '040', '056']);
      return `${province}${random.pick(['0', '1'])}${number(50, 99, random)}${digits(6, random)}`;
    },
    (value, random) => random.pick(['000', '003', '099']) + value.slice(3),
  ),
  id('au-tfn', 'en', 'Tax File Number', 'tfn tax_file_number', random => {
    const body = digits(8, random, '123456789');
    const rest = weighted(body, [1, 4, 3, 7, 5, 8, 6, 9]) % 11;
    const last = [...'0123456789'].find(digit => (rest + 10 * Number(digit)) % 11 === 0);
    return spelled(joined(body, last), '### ### ###', random, 0.4);
  }),
  id(
    'au-medicare',
    'en',
    'Medicare number',
    'medicare_number medicare_no',
    random => {
      const body = digits(8, random, '23456');
      return spelled(
        `${body}${weighted(body, [1, 3, 7, 9, 1, 3, 7, 9]) % 10}${number(1, 5, random, 1)}`,
        '#### ##### #',
        random,
        0.4,
      );
    },
    (value, random) => atPlace(value, value.includes(' ') ? 9 : 8, random),
  ),
  id('nz-ird', 'en', 'IRD number', 'ird ird_number', random => {
    const body = `0${number(10_000_000, 99_000_000, random, 8).slice(0, 7)}`;
    const first = (11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    const check = first === 10 ? (11 - (weighted(body, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11 : first;
    return spelled(joined(body, single(check)), '###-###-###', random, 0.3);
  }),
  id('nz-nhi', 'en', 'NHI number', 'nhi nhi_number', random => {
    const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
    const body = letters(3, random, alphabet) + digits(3, random);
    const sum = [...body].reduce(
      (all, unit, place) => all + (place < 3 ? ordinal(unit, alphabet) + 1 : Number(unit)) * (7 - place),
      0,
    );
    return sum % 11 === 0 ? undefined : body + String((11 - (sum % 11)) % 10);
  }),
  id(
    'ng-nin',
    'en',
    'National Identification Number',
    'nin nin_number',
    random => digits(11, random, '123456789'),
    'none',
  ),
  id('ke-id', 'en', 'national ID number', 'national_id id_number', random => digits(8, random, '123'), 'none'),
  id(
    'eg-national-id',
    'ar',
    'الرقم القومي',
    'national_id',
    random => {
      const { yy, mm, dd } = birthday(random);
      const body = `2${yy}${mm}${dd}${random.pick(['01', '02', '21', '12', '88'])}${digits(4, random)}`;
      return body + String((11 - (weighted(body, [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10);
    },
    badMonth(3),
  ),
  id('sa-national-id', 'ar', 'رقم الهوية الوطنية', 'national_id iqama', random => {
    const body = digits(9, random, '12');
    return body + luhnDigit(body);
  }),
  id('ae-emirates-id', 'en', 'Emirates ID', 'emirates_id eid', random => {
    const body = `784${birthday(random).yyyy}${digits(7, random)}`;
    return grouped(body + luhnDigit(body), '###-####-#######-#');
  }),
  id('ir-national-id', 'fa', 'کد ملی', 'code_melli national_code', random => {
    const body = digits(9, random);
    const rest = weighted(body, down(10, 9)) % 11;
    return body + String(rest < 2 ? rest : 11 - rest);
  }),
];

function czech(random: Random): string | undefined {
  const { yy, mm, dd } = birthday(random, 1955, 1999);
  const body = yy + (random.chance(0.5) ? mm : String(Number(mm) + 50)) + dd + digits(3, random);
  return spelled(joined(body, single((11 - ((Number(body) * 10) % 11)) % 11)), '######/####', random);
}

function yugoslav(region: string, random: Random): string | undefined {
  const { yyyy, mm, dd } = birthday(random);
  const body = dd + mm + yyyy.slice(1) + region + digits(3, random);
  return joined(body, single((11 - (weighted(body, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11));
}

function baltic(random: Random): string {
  const { yy, mm, dd } = birthday(random);
  const body = random.pick(['3', '4']) + yy + mm + dd + digits(3, random);
  const first = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weighted(body, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return body + String(first < 10 ? first : second % 10);
}
