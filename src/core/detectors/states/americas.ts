import { brazilianHealth, brazilianLicence, brazilianVoter, luhn, missing } from './checks';
import { id, type StateId } from './stateId';

/** Numbers of people in the Americas. */
export const americas: readonly StateId[] = [
  id(
    'us-ssn',
    'US social security number',
    'ssn|social security|soc sec|ss number|ss no|us social',
    '999-99-9999',
    'ssn',
  ),
  id(
    'us-itin',
    'US taxpayer number',
    'itin|individual taxpayer|us tin|us taxpayer',
    '[9]99-[5-9]9-9999',
    /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])\d{4}$/,
  ),
  id('us-atin', "US adoptee's taxpayer number", 'atin|adoption taxpayer', '[9]99-[9]3-9999', /^9\d{2}93\d{4}$/),
  id('us-ptin', "US tax preparer's number", 'ptin|preparer tax|tax preparer', 'P99999999'),
  id(
    'us-medicare-beneficiary',
    'US Medicare beneficiary identifier',
    'mbi|medicare|medicare beneficiary|medicare number|medicare id',
    '[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]9-[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]9-[AC-HJKMNP-RT-Y]{2}99',
    /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d\d$/,
  ),
  id('us-npi', 'US provider identifier', 'npi|national provider', '[12]999999999', value => luhn(`80840${value}`)),
  id('us-dea', "US prescriber's number", 'dea|dea number|dea registration', '[ABCDEFGHJKLMPRSTUX][0-9A-Z]9999999', dea),
  id(
    'us-alien-number',
    'US alien registration number',
    'alien registration|alien number|uscis',
    'A-?999-999-999|A-?99999999',
    /^A\d{8,9}$/,
  ),
  id(
    'ca-sin',
    'Canadian social insurance number',
    'sin number|sin no|sin|social insurance|numéro d assurance sociale|assurance sociale|nas',
    '999-999-999',
    'sin',
  ),
  id(
    'ca-bc-health',
    'British Columbia health number',
    'phn|personal health number|bc health|bc_bhn|bc_phn|british columbia',
    '[9]999 999 999',
    'bc_bhn',
  ),
  id(
    'ca-on-health',
    'Ontario health number',
    'ohip|health card|ontario health|carte santé',
    '[1-9]999-999-999(?:[-][A-Z]{2})?',
    value => luhn(value.slice(0, 10)),
  ),
  id(
    'ca-qc-health',
    'Quebec health number',
    'ramq|assurance maladie|nam|quebec health|carte soleil',
    'AAAA 9999 9999',
    /^[A-Z]{4}\d\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d\d$/,
  ),
  id(
    'mx-curp',
    'Mexican CURP',
    'curp|clave unica|clave única de registro de población|mexican personal',
    '[A-Z][AEIOUX]AA999999[HMX]AAAAAX9',
    'curp',
  ),
  id(
    'mx-rfc',
    'Mexican RFC',
    'rfc|registro federal|registro federal de contribuyentes|mexican tax',
    '[A-Z&Ñ]{3,4}-999999-XXX',
    value => mexican(value),
  ),
  id(
    'mx-nss',
    'Mexican social security number',
    'nss|imss|seguro social|seguridad social|número de seguridad social',
    '99 99 99 9999 9',
    luhn,
  ),
  id(
    'mx-voter',
    'Mexican voter key',
    'clave de elector|ine|ife',
    'AAAAAA999999999[HM]999',
    /^[A-Z]{6}\d{8}[HM]\d{3}$|^[A-Z]{6}\d{9}[HM]\d{3}$/,
  ),
  id(
    'br-cpf',
    'Brazilian CPF',
    'cpf|cadastro de pessoas|cadastro de pessoa física|brazilian national|brazilian individual',
    '999.999.999-99',
    'cpf',
  ),
  id(
    'br-rg',
    'Brazilian RG',
    'rg|registro geral|carteira de identidade|cédula de identidade',
    '99.999.999-[0-9X]',
    value => value.length >= 8,
  ),
  id(
    'br-pis',
    'Brazilian PIS',
    'pis|pasep|nis|nit|pis pasep|número de identificação social',
    '999.99999.99-9',
    missing([3, 2, 9, 8, 7, 6, 5, 4, 3, 2], 0),
  ),
  id(
    'br-voter',
    'Brazilian voter number',
    'título de eleitor|título eleitoral|titulo eleitor',
    '9999 9999 9999',
    brazilianVoter,
  ),
  id(
    'br-health',
    'Brazilian health card',
    'cns|cartão nacional de saúde|cartão sus|carteira do sus',
    '[12789]99 9999 9999 9999',
    brazilianHealth,
  ),
  id(
    'br-cnh',
    'Brazilian driving licence',
    'cnh|carteira de motorista|carteira nacional de habilitação|habilitação',
    '99999999999',
    brazilianLicence,
  ),
  id(
    'ar-dni',
    'Argentine DNI',
    'dni|documento nacional|documento nacional de identidad|argentinian national',
    '99.999.999|9.999.999',
    'dni',
  ),
  id(
    'ar-cuit',
    'Argentine CUIT or CUIL',
    'cuit|cuil|código único de identificación tributaria|argentinian vat|argentinian tax',
    '99-99999999-9',
    'cuit',
  ),
  id(
    'bo-ci',
    'Bolivian identity card',
    'ci|cédula de identidad|carnet de identidad|bolivian national',
    '9999999[0-9]?-(?:LP|CB|SC|OR|PO|TJ|CH|BE|PA|PD|QR|CO|TA)(?:[-][A-Z0-9]{2})?',
  ),
  id('bz-tin', 'Belizean tax number', 'belize tax|belizean tax|belize tin', '999999-?99', 'tin'),
  id('ai-tin', 'Anguillan tax number', 'anguilla tax|anguillan tax', '[12]9999-99999'),
  unlikeRuns(
    id(
      'cl-rut',
      'Chilean RUT',
      'rut|run|rol único|rol único tributario|rol único nacional|cédula de identidad|chilean national',
      '99.999.999-[0-9K]|9.999.999-[0-9K]',
      'run',
    ),
  ),
  id(
    'co-nit',
    'Colombian NIT',
    'nit|número de identificación tributaria|colombian tax',
    '999.999.999-9|9{8,10}',
    'nit',
  ),
  id(
    'co-cedula',
    'Colombian cédula',
    'cédula de ciudadanía|cédula ciudadanía|tarjeta de identidad|cédula de extranjería|nuip|colombian id',
    '9.999.999.999|99.999.999',
    /^[1-9]/,
  ),
  id('co-new-cedula', 'Colombian cédula', 'cédula', '1.[0-2]99.999.999'),
  id(
    'cr-cpf',
    'Costa Rican cédula',
    'cédula de persona física|persona física|cédula física|cpf|costa rica physical|costa rican',
    '0?[1-9]-9999-9999|0?[1-9]-0?999-0?999',
  ),
  id('cr-cedula', 'Costa Rican cédula', 'cédula|cédula de identidad', '[1-9][-]9999[-]9999'),
  id(
    'cr-residence',
    "Costa Rican foreigner's number",
    'cédula de residencia|dimex|costa rica foreigners|cr',
    '1999 9999 9999|1999 9999 999',
    /^1\d{10,11}$/,
  ),
  id(
    'cu-ni',
    'Cuban identity number',
    'carnet de identidad|número de identidad|carné de identidad|ni|cuban identity',
    '9{11}',
    'ni',
  ),
  id(
    'do-cedula',
    'Dominican cédula',
    'cédula|cédula de identidad y electoral|dominican republic national',
    '999-9999999-9',
    'cedula',
  ),
  id('ec-ci', 'Ecuadorian cédula', 'cédula|ci|cédula de identidad|ecuadorian personal', '999999999-9', 'ci'),
  id(
    'ec-ruc',
    'Ecuadorian tax number',
    'ruc|registro único de contribuyentes|ecuadorian tax|ecuadorian company',
    '9999999999-001|9{13}',
    'ruc',
  ),
  id(
    'gt-cui',
    'Guatemalan CUI',
    'cui|dpi|código único de identificación|documento personal de identificación|guatemala identity',
    '9999 99999 9999',
    'cui',
  ),
  id(
    'gt-nit',
    'Guatemalan tax number',
    'nit|número de identificación tributaria|guatemala tax',
    '9{7}-?[0-9K]|9{2,11}-[0-9K]',
    'nit',
  ),
  id(
    'hn-dni',
    'Honduran identity number',
    'dni|tarjeta de identidad|honduran id|número de identidad|rnp',
    '[01]999-9999-99999',
    /^(?:0[1-9]|1[0-8])\d{2}(?:19|20)\d{7}$/,
  ),
  id('jm-trn', 'Jamaican taxpayer number', 'trn|taxpayer registration number', '999-999-999', /^[01]\d{8}$/),
  id(
    'ni-cedula',
    'Nicaraguan cédula',
    'cédula|cédula de identidad|nicaraguan',
    '999-999999-9999A',
    /^\d{3}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}[A-Y]$/,
  ),
  id(
    'pa-cedula',
    'Panamanian cédula',
    'cédula|cédula de identidad|panamanian',
    '9[-]9{2,4}[-]9{2,6}|(?:1[0-3]|E|PE|N)[-]9{2,4}[-]9{2,6}',
    value => value.length >= 5,
  ),
  id('pe-dni', 'Peruvian DNI', 'dni|documento nacional de identidad|peruvian', '9{8}'),
  id(
    'pe-cui',
    'Peruvian identity number',
    'cui|dni|cédula única de identidad|peruvian personal',
    '99999999-[0-9A-K]',
    'cui',
  ),
  id('pe-ce', "Peruvian foreigner's card", 'carné de extranjería|carnet de extranjería|ce', '9{9}', 'ce'),
  id('pe-ruc', 'Peruvian tax number', 'ruc|registro único de contribuyentes', '[12]9{10}', 'ruc'),
  id(
    'py-cedula',
    'Paraguayan cédula',
    'cédula|cédula de identidad|cédula de la identidad civil|ci|paraguay ci',
    '9.999.999|999.999',
    'cedula',
  ),
  id('py-ruc', 'Paraguayan tax number', 'ruc|registro único del contribuyente|paraguay tax', '9{5,8}-9', 'ruc'),
  id(
    'sv-nit',
    'Salvadoran tax number',
    'nit|número de identificación tributaria|salvador tax',
    '[019]999-999999-999-9',
    'nit',
  ),
  id(
    'sv-dui',
    'Salvadoran identity number',
    'dui|documento único de identidad|salvador identity',
    '99999999-9',
    value => salvadoran(value),
  ),
  id('tt-id', 'Trinidadian identity number', 'trinidad id|trinidad and tobago id|bir number', '19[0-9]{9}|9{11}|9{9}'),
  id(
    'uy-cedula',
    'Uruguayan cédula',
    'cédula de identidad|cédula|ci|documento|uruguayan identity',
    '9.999.999-9|999.999-9',
    'cedula',
  ),
  id('uy-nie', "Uruguayan foreigner's number", 'uruguayan foreigners|nie', '9{9}', 'nie'),
  id(
    've-rif',
    'Venezuelan RIF',
    'rif|registro de información fiscal|registro único de información fiscal|venezuelan vat',
    '[VEJPG]-99999999-9',
    'rif',
  ),
  id(
    've-ci',
    'Venezuelan cédula',
    'cédula|cédula de identidad|ci',
    '[VE]-99.999.999|[VE]-9.999.999',
    value => value.length >= 7,
  ),
];

/** A checksum over seven digits: the odd ones, and twice the even ones. */
function dea(value: string): boolean {
  const at = (place: number) => Number(value[place]);
  return (at(2) + at(4) + at(6) + 2 * (at(3) + at(5) + at(7))) % 10 === at(8);
}

/** A date, and a check unit over all others, of which `&` and `Ñ` are left out with the separators: then the date decides. */
function mexican(value: string): boolean {
  if (value.length === 13 || value.length === 12) {
    const padded = value.padStart(13, ' ');
    const sum = [...padded.slice(0, 12)].reduce((total, unit, at) => total + mexicanUnits.indexOf(unit) * (13 - at), 0);
    const rest = (11 - (sum % 11)) % 11;
    if (!(value.length === 12 && /^[A-Z]{4}/.test(value)) && (rest === 10 ? 'A' : String(rest)) !== value.at(-1))
      return false;
  }
  return /^[A-Z]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{2}[0-9A]$/.test(value);
}

const mexicanUnits = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

function salvadoran(value: string): boolean {
  const sum = [9, 8, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return (10 - (sum % 10)) % 10 === Number(value[8]);
}

/** A bare number behind `run` is one of a program's runs; a person's has a sign before its last digit there. */
function unlikeRuns(entry: StateId): StateId {
  return {
    ...entry,
    valid: (value, around = '') =>
      entry.valid(value) &&
      (/[\d.]{7}-[\dK]$/i.test(value) || !/(?<![a-z])run(?![a-z])/i.test(around) || /rut|chil|nacional/i.test(around)),
  };
}
