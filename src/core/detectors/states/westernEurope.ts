import {
  all,
  by97,
  dated,
  fromTen,
  germanDocument,
  germanHealth,
  luxembourg,
  missing,
  portugueseSocial,
  pupil,
} from './checks';
import { id, type StateId } from './stateId';

/** Numbers of people in western and southern Europe. */
export const westernEurope: readonly StateId[] = [
  id('ad-nrt', 'Andorran tax number', 'nrt|registre tributari|andorran tax', 'A-999999-A', 'nrt'),
  id(
    'at-social-security',
    'Austrian social security number',
    'sozialversicherungsnummer|svnr|sv nummer|sv nr|versicherungsnummer|vsnr|e card|austrian social security',
    '9999 999999',
    'vnr',
  ),
  id(
    'at-tax-id',
    'Austrian tax number',
    'abgabenkontonummer|steuernummer|steuer nr|stnr|st nr|austrian tax',
    '99-999/9999',
    'tin',
  ),
  id(
    'be-national-number',
    'Belgian national number',
    'rijksregisternummer|rijksregister|numero national|numéro de registre national|registre national|nationalregisternummer|nrn|insz|niss|bis nummer|numéro bis|bis number|identificatienummer van de sociale zekerheid|sociale zekerheid|belgian national number|rrn|nn',
    '99.99.99-999.99',
    'insz',
  ),
  id(
    'be-id-card',
    'Belgian identity card number',
    'identiteitskaart|carte d identité|kaartnummer|eid|eid number|identiteitskaartnummer',
    '999-9999999-99',
    by97(left => left || 97),
  ),
  id(
    'ch-ahv',
    'Swiss AHV number',
    'ahv|avs|ahv nr|ahvn13|navs13|sozialversicherungsnummer|numéro avs|no avs|numero avs|oasi|versichertennummer|swiss social security',
    '756.9999.9999.99',
    'ssn',
  ),
  id('cy-tax-id', 'Cypriot tax number', 'αφμ|tic|tax identification code|cyprus tin|cypriot tax', '99999999A', 'vat'),
  id(
    'de-tax-id',
    'German tax number',
    'steuer id|steueridentifikationsnummer|steuer identifikationsnummer|idnr|id nr|steuerliche identifikationsnummer|steueridnr|steuer idnr|identifikationsnummer|german tax id|german personal tax number',
    '99 999 999 999',
    'idnr',
  ),
  id(
    'de-tax-number',
    'German tax office number',
    'steuernummer|steuer nr|stnr|st nr|german tax number',
    '999/999/99999|99/999/99999|9{13}|999/9999/9999',
    'stnr',
  ),
  id(
    'de-social-security',
    'German social security number',
    'sozialversicherungsnummer|svnr|rentenversicherungsnummer|versicherungsnummer|sv nummer|sv nr|rvnr|versicherungsnr|german pension insurance|german social security',
    '99 999999 A 999',
    'svnr',
  ),
  id(
    'de-health-insurance',
    'German health insurance number',
    'krankenversichertennummer|kvnr|kv nummer|krankenversicherungsnummer|versichertennummer|versicherten nr|versichertennr|egk|gesundheitskarte|health insurance',
    'A999999999',
    germanHealth,
  ),
  id(
    'de-id-card',
    'German identity card number',
    'personalausweis|personalausweisnummer|ausweisnummer|ausweis nr|ausweis|perso nr|personummer|aufenthaltstitel|german identity card|german id card',
    'L9{9}|[CFGHJKLMNPRTVWXYZ0-9]{9}9(?:D)?',
    value => germanDocument(value.slice(0, 10)),
  ),
  id(
    'es-dni',
    'Spanish DNI',
    'dni|nif|documento nacional|documento de identidad|número de identificación fiscal|carnet de identidad|spanish id|spanish dni',
    '99999999-A|99.999.999-A',
    'dni',
  ),
  id(
    'es-nie',
    'Spanish NIE',
    'nie|nif|número de identidad de extranjero|número de identificación de extranjero|número de extranjero|tarjeta de residencia',
    '[XYZ]-9999999-A',
    'nie',
  ),
  id('es-nif', 'Spanish NIF', 'nif|número de identificación fiscal', '[KLM]9999999A', 'nif'),
  id(
    'es-nss',
    'Spanish social security number',
    'nss|seguridad social|naf|nuss|número de la seguridad social|número de afiliación|spanish social security',
    '99/99999999/99',
    'nss',
  ),
  id(
    'fr-nir',
    'French social security number',
    'nir|insee|numéro de sécurité sociale|sécurité sociale|num secu|sécu|nss|inscription au rnipp|carte vitale|french social security|french personal identification',
    '[12] 99 99 9[0-9AB] 999 999 99',
    'nir',
  ),
  id(
    'fr-nif',
    'French tax number',
    'numéro fiscal|nif|numéro fiscal de référence|spi|référence fiscale|immatriculation fiscale|numéro d identification fiscale|french tax',
    '[0-3]9 99 999 999 999',
    'nif',
  ),
  id(
    'fr-id-card',
    'French identity card number',
    'carte nationale d identité|cni|french identity card',
    '9{12}|[CDFGHJKLMNPRTVWXYZ][0-9CDFGHJKLMNPRTVWXYZ]{8}',
    /^(?=(?:.*\d){4})(?:\d{12}|[CDFGHJKLMNPRTVWXYZ][0-9CDFGHJKLMNPRTVWXYZ]{8})$/,
  ),
  id(
    'gb-nino',
    'UK national insurance number',
    'nino|national insurance|ni number|ni no|insurance number',
    '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] 99 99 99 [A-D]',
    'nino',
  ),
  id('gb-nhs', 'UK NHS number', 'nhs|nhs number|nhs no|national health service', '999 999 9999', missing(fromTen)),
  id(
    'gb-chi',
    'Scottish health number',
    'chi number|chi no|community health index',
    '999999 9999',
    all(dated(2, 0), missing(fromTen)),
  ),
  id('gb-utr', 'UK taxpayer reference', 'utr|unique taxpayer|taxpayer reference', '99999 99999', 'utr'),
  id(
    'gb-upn',
    'English pupil number',
    'upn|unique pupil',
    'A999999999999|A99999999999A',
    value => /\d$/.test(value) && pupil(value),
  ),
  id(
    'gr-amka',
    'Greek AMKA',
    'amka|αμκα|α.μ.κ.α|αριθμός μητρώου κοινωνικής ασφάλισης|greek social security',
    '99999999999',
    'amka',
  ),
  id(
    'gr-afm',
    'Greek AFM',
    'afm|αφμ|α.φ.μ.|αριθμός φορολογικού μητρώου|greek tax|greek vat',
    '(EL)?(GR)?999999999',
    'vat',
  ),
  id(
    'gr-id-card',
    'Greek identity card number',
    'ταυτότητα|αριθμός ταυτότητας|αδτ|α.δ.τ|adt|deltio taftotitas|tautotita|greek identity card',
    '[A-ZΑ-Ω]{2}-999999|[A-ZΑ-Ω]-999999',
  ),
  id(
    'ie-pps',
    'Irish PPS number',
    'pps|ppsn|pps number|personal public service|irish personal number',
    '9999999A[A-I]?|9999999A[WT]',
    irish,
  ),
  id(
    'it-codice-fiscale',
    'Italian codice fiscale',
    'codice fiscale|codicefiscale|cf|cod fiscale|cod fisc|c.f.|fiscal code|italian tax code',
    'AAA AAA [0-9LMNP-V]{2}A[0-9LMNP-V]{2} A[0-9LMNP-V]{3}A',
    'codicefiscale',
  ),
  id(
    'it-id-card',
    'Italian identity card number',
    'carta d identità|carta identità|carta di identità|numero carta d identità|numero cie|cie|italian identity card',
    'AA 99999 AA|AA 9999999|9999999AA',
  ),
  id(
    'it-health-card',
    'Italian health card number',
    'tessera sanitaria|numero tessera|team',
    '80380[0-9]{15}',
    /^80380/,
  ),
  id('li-peid', 'Liechtenstein tax code', 'peid|personenidentifikationsnummer|liechtenstein tax', '9{4,12}', 'peid'),
  id(
    'lu-matricule',
    'Luxembourg matricule',
    'matricule|numéro d identification national|matricule nationale|sozialversicherungsnummer|cns|luxembourg national|numéro matricule',
    '[12]999 9999 99999',
    luxembourg,
  ),
  id(
    'mc-tax-id',
    'Monacan tax number',
    'monaco tva|tva|numéro d identification à la taxe|monacan vat',
    '(FR)?99 000 999999',
    'tva',
  ),
  id(
    'mt-id',
    'Maltese identity number',
    'maltese id|karta tal identità|karta ta l identità|identity card|malta id',
    '9{3,7}[MGAPLHBZ]',
    /^\d{3,7}[MGAPLHBZ]$/,
  ),
  id(
    'nl-bsn',
    'Dutch BSN',
    'bsn|burgerservicenummer|sofi nummer|sofinummer|burger service nummer|sofi|service nummer|dutch citizen',
    '9999.99.999|999.999.999',
    'bsn',
  ),
  id(
    'nl-education',
    'Dutch education number',
    'onderwijsnummer|onderwijsnr|dutch student',
    '10[0-9]{7}',
    'onderwijsnummer',
  ),
  id(
    'nl-id-card',
    'Dutch identity card number',
    'identiteitskaart|identiteitskaartnummer|id kaart|documentnummer|rijbewijsnummer|dutch identity card',
    'SP9{7}|[A-NP-Z]{2}[A-NP-Z0-9]{6}9',
    /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/,
  ),
  id(
    'pt-nif',
    'Portuguese NIF',
    'nif|contribuinte|número de identificação fiscal|número de contribuinte|nipc|nic|portuguese tax',
    '(PT)?999 999 999',
    'nif',
  ),
  id(
    'pt-citizen-card',
    'Portuguese citizen card',
    'cartão de cidadão|cartão cidadão|número de cartão de cidadão|cc|citizen card|bilhete de identidade|portuguese identity',
    '99999999 9 XX9',
    'cc',
  ),
  id(
    'pt-niss',
    'Portuguese social security number',
    'niss|segurança social|número de segurança social|portuguese social security',
    '[12]9{10}',
    portugueseSocial,
  ),
  id('sm-coe', 'San Marino tax number', 'coe|codice operatore|san marino tax', '9{5}|9{3,5}', 'coe'),
  id('sm-ssi', 'San Marino social security number', 'ssi|codice iss|san marino social security', '9{9}', /^\d{9}$/),
  id(
    'tr-kimlik',
    'Turkish identity number',
    'tc kimlik|tckn|kimlik no|kimlik numarası|t.c. kimlik|tc no|tc|vatandaşlık numarası|kimlik|turkish identity|turkish identification',
    '[1-9]9999999999',
    'tckimlik',
  ),
  id('tr-vkn', 'Turkish tax number', 'vkn|vergi kimlik|vergi no|vergi numarası|turkish tax', '9999999999', 'vkn'),
  id(
    'eu-ehic',
    'European health insurance card number',
    'ehic|european health insurance|krankenversicherungskarte|carte européenne d assurance maladie|tarjeta sanitaria europea',
    '80[0-9]{18}',
    /^80/,
  ),
  id(
    'cy-id',
    'Cypriot identity number',
    'cyprus id|αριθμός ταυτότητας|δελτίο ταυτότητας|cypriot id',
    '00[0-9]{8}|99999999|999999',
    /^(?:00)?\d{6,8}$/,
  ),
  id(
    'es-health-card',
    'Spanish health card number',
    'tarjeta sanitaria|tsi|cip|cipa|código de identificación personal',
    'AAAA 999999999 9|AAAA9{10}|AAAA[01]9{9}',
  ),
  id(
    'mt-tax-id',
    'Maltese tax number',
    'maltese tax|malta tin|taxpayer number|maltese vat',
    '9{3,8}[MGAPLHBZ]|(MT)?99999999',
    value => /[A-Z]$/.test(value) || missingMaltese(value),
  ),
];

/** Weights 3, 4, 6, 7, 8, 9; two check digits of 37. */
function missingMaltese(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const sum = [3, 4, 6, 7, 8, 9].reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return 37 - (sum % 37) === Number(digits.slice(6));
}

const irishLetters = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Weights 8 to 2; a second letter counts nine times since 2013, and was a mark of its own before. */
function irish(value: string): boolean {
  const sum = [8, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  const second = Math.max(0, irishLetters.indexOf(value[8] ?? 'W'));
  return [sum, sum + 9 * second].some(it => irishLetters[it % 23] === value[7]);
}
