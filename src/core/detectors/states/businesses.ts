import { ogrn } from './checks';
import { id, type StateId } from './stateId';

/** Numbers of businesses and for value added tax: a sole trader's are personal data. */
export const businesses: readonly StateId[] = [
  id(
    'at-vat',
    'Austrian VAT number',
    'uid|umsatzsteuer identifikationsnummer|ust id|ust idnr|ustid|uid nummer|atu|vat|mwst|austrian vat',
    '(AT)?U99999999',
    'uid',
  ),
  id(
    'at-company',
    'Austrian company number',
    'firmenbuchnummer|firmenbuch|fn|austrian company',
    '9{6}[A-Z]|FN[ ]?9{3,6}[A-Z]|9{3,6}[A-Z]',
    'businessid',
  ),
  id('au-abn', 'Australian business number', 'abn|business number|australian business', '99 999 999 999', 'abn'),
  id('au-acn', 'Australian company number', 'acn|company number|australian company', '999 999 999', 'acn'),
  id(
    'be-vat',
    'Belgian VAT number',
    'btw|tva|mwst|ondernemingsnummer|numéro d entreprise|kbo|bce|vat|belgian vat|nwst',
    '(BE)?[01]999.999.999|(BE)?999.999.999',
    'vat',
  ),
  id(
    'bg-vat',
    'Bulgarian VAT number',
    'булстат|еик|bulstat|eik|ддс|ддс номер|идентификационен номер по ддс|uic|vat|bulgarian vat',
    '(BG)?9{9,10}',
    'vat',
  ),
  id(
    'br-cnpj',
    'Brazilian company number',
    'cnpj|cadastro nacional da pessoa jurídica|brazilian company',
    '99.999.999/9999-99',
    'cnpj',
  ),
  id(
    'ca-bn',
    'Canadian business number',
    'bn|business number|numéro d entreprise|gst|hst|canadian business',
    '99999 9999(?: ?R[A-Z] ?9{4})?',
    'bn',
  ),
  id(
    'ch-uid',
    'Swiss business number',
    'uid|unternehmens identifikationsnummer|ide|idi|mwst|tva|iva|mehrwertsteuernummer|swiss business|swiss vat|vat',
    'CHE-999.999.999(?: ?(?:MWST|TVA|IVA|TPV))?',
    value => swissBusiness(value),
  ),
  id('cl-company-rut', 'Chilean tax number', 'chilean tax', '99.999.999-[0-9K]', 'rut'),
  id(
    'cn-uscc',
    'Chinese social credit code',
    '统一社会信用代码|社会信用代码|uscc|unified social credit|chinese unified',
    '9{17}X|[0-9A-HJ-NPQRTUWXY]{18}',
    'uscc',
  ),
  id(
    'cr-cpj',
    'Costa Rican company number',
    'cédula jurídica|cédula de persona jurídica|cpj|costa rica tax',
    '3-101-999999|[2-5]-999-999999',
    'cpj',
  ),
  id('cy-vat', 'Cypriot VAT number', 'φπα|φ.π.α|vat|αριθμός εγγραφής φ.π.α|cypriot vat', '(CY)?99999999A', 'vat'),
  id('cz-dic', 'Czech VAT number', 'dič|daňové identifikační číslo|vat|czech vat', '(CZ)?9{8,10}', 'dic'),
  id('cz-ico', 'Czech company number', 'ičo|identifikační číslo osoby|czech company', '9{8}', 'ico'),
  id(
    'de-vat',
    'German VAT number',
    'ust id|ust idnr|ustid|ust id nr|ustidnr|umsatzsteuer identifikationsnummer|umsatzsteuer id|vat|mwst|german vat',
    '(DE)?[1-9]99 999 999',
    'vat',
  ),
  id(
    'dk-cvr',
    'Danish company number',
    'cvr|cvr nr|cvr nummer|momsregistreringsnummer|se nummer|vat|moms|danish vat',
    '(DK)?99 99 99 99',
    'cvr',
  ),
  id(
    'do-rnc',
    'Dominican taxpayer number',
    'rnc|registro nacional del contribuyente|dominican republic tax',
    '9-99-99999-9',
    'rnc',
  ),
  id(
    'ee-kmkr',
    'Estonian VAT number',
    'kmkr|käibemaksukohuslase|käibemaks|vat|kmkr nr|estonian vat',
    '(EE)?9{9}',
    'kmkr',
  ),
  id('ee-registrikood', 'Estonian company number', 'registrikood|estonian organisation', '9{8}', 'registrikood'),
  id(
    'es-cif',
    'Spanish company number',
    'cif|código de identificación fiscal|nif|iva|vat|spanish company|spanish vat',
    '(ES)?[A-HJNP-SUVW]-99999999|(ES)?[A-HJNP-SUVW]-9999999[A-J]',
    'cif',
  ),
  id(
    'es-vat',
    'Spanish VAT number',
    'nif iva|vat|iva|número de identificación fiscal|spanish vat',
    'ES[0-9XYZKLM]9{7}[A-Z]',
    'nif',
  ),
  id(
    'fi-ytunnus',
    'Finnish business number',
    'y tunnus|ytunnus|fo nummer|yritys ja yhteisötunnus|business id|finnish business',
    '9999999-9',
    'ytunnus',
  ),
  id(
    'fi-vat',
    'Finnish VAT number',
    'alv|alv nro|alv numero|arvonlisäveronumero|mervärdesskattenummer|vat|finnish vat',
    '(FI)?9{8}',
    'alv',
  ),
  id('fo-vn', 'Faroese tax number', 'v tal|vtal|vinnutal|v nummer|faroese tax|mvg', '(FO)?999999', 'vn'),
  id(
    'fr-siren',
    'French company number',
    'siren|système d identification du répertoire des entreprises|french company identification|rcs',
    '999 999 999',
    'siren',
  ),
  id('fr-siret', 'French establishment number', 'siret|french company establishment', '999 999 999 99999', 'siret'),
  id(
    'fr-vat',
    'French VAT number',
    'tva|n tva|tva intracommunautaire|taxe sur la valeur ajoutée|vat|french vat',
    '(FR)?XX 999 999 999',
    'tva',
  ),
  id(
    'gb-vat',
    'UK VAT number',
    'vat|vat reg|value added tax|vat registration',
    '(GB)?999 9999 99(?: ?999)?|(GB)?(?:GD|HA)999',
    'vat',
  ),
  id(
    'gb-company',
    'UK company number',
    'companies house|uk company',
    '[0-9A-Z]{2}999999',
    /^(?:\d{8}|(?:AC|ZC|FC|GE|LP|OC|SE|SA|SZ|SF|GS|SL|SO|SC|ES|NA|NZ|NF|GN|NL|NC|R0|NI|EN|IP|SP|IC|SI|NP|NV|RC|SR|NR|NO|RS|CE|CS)\d{6})$/,
  ),
  id(
    'hu-vat',
    'Hungarian VAT number',
    'adószám|anum|közösségi adószám|vat|hungarian vat',
    '(HU)?99999999(?:-[1-5]-[0-9]{2})?',
    value => hungarianBusiness(value),
  ),
  id('ie-vat', 'Irish VAT number', 'vat|cáin bhreisluacha|cbl|irish vat', '(IE)?9[0-9A-Z+*]99999[A-W][A-I]?', 'vat'),
  id('il-hp', 'Israeli company number', 'ח.פ.|חפ|מספר חברה|israeli company', '5[0-9]{8}', 'hp'),
  id(
    'in-gstin',
    'Indian GST number',
    'gstin|gst|goods and services tax|gst no|gst number|indian vat',
    '99AAAAA9999A[1-9A-Z]Z[0-9A-Z]',
    'gstin',
  ),
  id('is-vsk', 'Icelandic VAT number', 'vsk|virðisaukaskattsnúmer|vsk númer|icelandic vat', '(IS)?9{5,6}', 'vsk'),
  id(
    'it-vat',
    'Italian VAT number',
    'partita iva|p.iva|piva|p iva|iva|vat|imposta sul valore aggiunto|italian vat',
    '(IT)?9{11}',
    'iva',
  ),
  id(
    'jp-corporate',
    'Japanese corporate number',
    '法人番号|hojin bango|hōjin bangō|corporate number|japanese corporate',
    '9-9999-9999-9999',
    'cn',
  ),
  id(
    'kr-brn',
    'Korean business number',
    '사업자등록번호|사업자 등록 번호|brn|business registration',
    '999-99-99999',
    'brn',
  ),
  id(
    'lt-vat',
    'Lithuanian VAT number',
    'pvm|pvm kodas|pvm mokėtojo kodas|vat|lithuanian vat',
    '(LT)?9{9}|(LT)?9{12}',
    'pvm',
  ),
  id(
    'lu-vat',
    'Luxembourg VAT number',
    'tva|n tva|vat|luxembourgian vat|taxe sur la valeur ajoutée',
    '(LU)?999 999 99',
    'tva',
  ),
  id('me-pib', 'Montenegrin tax number', 'pib|пиб|poreski identifikacioni broj|montenegro tax', '9{8}', 'pib'),
  id('mk-edb', 'Macedonian tax number', 'edb|едб|единствен даночен број|macedonian tax|ддв', '(МК)?(MK)?9{13}', 'edb'),
  id('mt-vat', 'Maltese VAT number', 'vat|vat reg. no|maltese vat', '(MT)?9999 9999', 'vat'),
  id(
    'nl-vat',
    'Dutch VAT number',
    'btw|btw nummer|btw nr|btw identificatienummer|btw id|omzetbelastingnummer|vat|dutch vat',
    '(NL)?999999999B99',
    'btw',
  ),
  id(
    'no-orgnr',
    'Norwegian organisation number',
    'orgnr|org nr|organisasjonsnummer|foretaksnummer|norwegian organization|norwegian organisation',
    '999 999 999',
    'orgnr',
  ),
  id(
    'no-vat',
    'Norwegian VAT number',
    'mva|merverdiavgift|mva nummer|vat|norwegian vat',
    '(NO)?999 999 999 MVA',
    'mva',
  ),
  id('pl-regon', 'Polish REGON', 'regon|rejestr gospodarki narodowej|polish statistical', '9{9}|9{14}', 'regon'),
  id(
    'ro-cui',
    'Romanian company number',
    'cui|cif|cod unic de înregistrare|codul unic|cod de identificare fiscală|codul de identificare fiscală|vat|cod fiscal|romanian vat|romanian company',
    '9{7}|(RO)?9{2,10}',
    value => stripped(value, 'RO', /^\d{4,10}$/) && romanian(value),
  ),
  id(
    'ro-onrc',
    'Romanian trade register number',
    'onrc|ordine din registrul comerţului|registrul comerțului|nrc|reg com|romanian trade',
    '[JFC]9{1,2}/9{1,8}/(?:19|20)99',
  ),
  id(
    'rs-pib',
    'Serbian tax number',
    'pib|пиб|poreski identifikacioni broj|порески идентификациони број|serbian tax',
    '9{9}',
    'pib',
  ),
  id(
    'ru-ogrn',
    'Russian registration number',
    'ogrn|огрн|огрнип|ogrnip|основной государственный регистрационный номер',
    '9{13}|9{15}',
    ogrn,
  ),
  id(
    'se-orgnr',
    'Swedish organisation number',
    'orgnr|org nr|organisationsnummer|org.nr|swedish company',
    '999999-9999',
    'orgnr',
  ),
  id(
    'se-vat',
    'Swedish VAT number',
    'momsnr|momsregistreringsnummer|moms|vat|swedish vat',
    '(SE)?9999999999 01',
    'vat',
  ),
  id(
    'sg-uen',
    'Singaporean business number',
    'uen|unique entity number',
    '9{8,9}[A-Z]|[TSR]99[A-Z]{2}9999[A-Z]',
    'uen',
  ),
  id(
    'si-maticna',
    'Slovene register number',
    'matična številka|maticna stevilka',
    '9{7}(?:9{3})?',
    value => value.length === 7 || value.length === 10,
  ),
  id('sk-vat', 'Slovak VAT number', 'ič dph|identifikačné číslo pre daň|dph|vat|slovak vat', '(SK)?9{10}', 'dph'),
  id('th-moa', 'Thai company number', 'memorandum of association|moa', '0-9999-99999-99-9', 'moa'),
  id(
    'tw-ubn',
    'Taiwanese business number',
    '統一編號|統編|ubn|ban|taiwanese business|taiwanese unified',
    '9{8}',
    'ban',
  ),
  id('ua-edrpou', 'Ukrainian register number', 'єдрпоу|edrpou|код єдрпоу|ukrainian unified', '9{8}', 'edrpou'),
  id(
    'us-ein',
    'US employer number',
    'ein|employer identification|fein|federal tax id|employer id',
    '99-9999999',
    'ein',
  ),
  id('uy-rut', 'Uruguayan tax number', 'rut|registro único tributario|uruguayan tax', '99-999999-001-9', 'rut'),
  id('za-vat', 'South African VAT number', 'vat|south african vat', '4[0-9]{9}', 'vat'),
];

function swissBusiness(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const sum = [5, 4, 3, 2, 7, 6, 5, 4].reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits.length === 9 && (11 - (sum % 11)) % 11 === Number(digits[8]);
}

function hungarianBusiness(value: string): boolean {
  const digits = value.replace(/\D/g, '').slice(0, 8);
  return [9, 7, 3, 1, 9, 7, 3, 1].reduce((total, weight, at) => total + weight * Number(digits[at]), 0) % 10 === 0;
}

function stripped(value: string, prefix: string, form: RegExp): boolean {
  return form.test(value.startsWith(prefix) ? value.slice(prefix.length) : value);
}

/** Weights 7, 5, 3, 2, 1, 7, 5, 3, 2 from the right; ten stands for nought. */
function romanian(value: string): boolean {
  const digits = value.replace(/\D/g, '').padStart(10, '0');
  const sum = [7, 5, 3, 2, 1, 7, 5, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return ((sum * 10) % 11) % 10 === Number(digits[9]);
}
