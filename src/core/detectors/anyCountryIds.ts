import type { Detector } from './detector';
import { identity } from './identity';
import { countriesIn } from './identity/countries';
import { businessIds, personalIds } from './nationalIds';
import type { StateId } from './states/stateId';

/**
 * Numbers under names that all countries share: where a country is named near, its own formats hold; else only those that hardly
 * any other number has.
 */
export const anyCountryIds: readonly Detector[] = [
  shared(
    'national-id',
    'national identity number',
    'national id|national identification|national identity|id number|id no|id card|identity number|identity card|identity code|identity document|identification number|identification code|identification no|citizen id|citizen number|citizen identification|personal id|personal number|personal code|personal identity|personal identification|government id|gov id|govt id|social security|social insurance|social number|resident registration|resident id|id document|health insurance number|health number|ssn|insurance number|' +
      'ausweisnummer|identitätsnummer|personenkennzahl|personennummer|numéro d identité|numéro d identification|carte d identité|pièce d identité|número de identidad|número de identificación|documento de identidad|número de identidade|documento de identificação|número de documento|documento identificativo|numero di identità|documento d identità|identiteitsnummer|identificatienummer|identitetsnummer|identiteetskaart|henkilökortti|osobní číslo|číslo dokladu|numer identyfikacyjny|numer dowodu|cod personal|identifikacijski broj|matični broj|αριθμός ταυτότητας|удостоверение личности|идентификационный номер|личный номер|номер удостоверения|ідентифікаційний номер|личен номер|证件号|证件号码|證件號碼|신분증|신분증번호|本人確認|رقم الهوية|الرقم الوطني|رقم البطاقة|شماره شناسنامه|מספר זהות|पहचान संख्या|เลขประจำตัว|số định danh|số chứng minh|nomor identitas|nombor pengenalan',
    personalIds,
  ),
  shared(
    'tax-id',
    "person's tax number",
    'tin|tax id|tax no|tax number|tax identification|tax identifier|tax code|tax reference|taxpayer|taxpayer id|taxpayer number|taxpayer identification|fiscal number|fiscal code|fiscal id|vat|vat id|vat number|vat no|vatin|business number|company number|registration number|steuernummer|steuerliche|numéro fiscal|identification fiscale|número fiscal|identificación fiscal|identificação fiscal|identificación tributaria|registro fiscal|belastingnummer|fiscaal nummer|skattenummer|verotunniste|numer podatkowy|daňové číslo|adószám|cod fiscal|porezni broj|davčna številka|налоговый номер|податковий номер|данъчен номер|税号|纳税人识别号|납세자번호|納税者番号|الرقم الضريبي|vergi numarası',
    [...personalIds, ...businessIds],
  ),
];

function shared(name: string, title: string, words: string, ids: readonly StateId[]): Detector {
  return identity({
    name,
    title,
    words,
    value: written(),
    example: example(name),
    valid: (value, around = '') => isOfSome(ids, value, around),
  });
}

/** Parts with digits, signs between; letters alone only in front or at the end. */
function written(): string {
  return String.raw`(?:[A-Z]{1,4}[ ./-]?)?\d[A-Z0-9]{0,19}(?:[ ./–‑+-][A-Z]{0,3}\d[A-Z0-9]{0,12}){0,6}(?:[ /-]?[A-Z]|\([0-9A]\))?|[A-Z]{3}[ ]?[A-Z]{3}[ ]?[0-9A-Z]{5}[ ]?[0-9A-Z]{5}|[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]{2}`;
}

function example(name: string): string {
  return name === 'tax-id' ? 'RSSMRA8{digit:1}T10A{digit:3}{upper:1}' : '8{digit:1}0{digit:1}1{digit:6}';
}

function isOfSome(ids: readonly StateId[], value: string, around: string): boolean {
  if ((value.match(/\d/g) ?? []).length < 4) return false;
  const named = countriesIn(around);
  return ids.some(
    it =>
      (named.size > 0 ? named.has(it.name.slice(0, 2).toUpperCase()) : rare.has(it.name)) &&
      anchored(it).test(value) &&
      it.valid(value),
  );
}

const expressions = new Map<StateId, RegExp>();

function anchored(it: StateId): RegExp {
  const known = expressions.get(it);
  if (known) return known;
  const made = new RegExp(`^(?:${it.form.source})$`, 'i');
  expressions.set(it, made);
  return made;
}

/** Formats of which at most one random number in fifty of their length is one; measured by the tests. */
const rare: ReadonlySet<string> = new Set(
  'at-social-security|be-national-number|be-id-card|cy-tax-id|de-social-security|de-health-insurance|es-dni|es-nie|es-nif|es-nss|fr-nir|fr-nif|gb-nino|gb-chi|gb-upn|gr-amka|ie-pps|it-codice-fiscale|lu-matricule|mc-tax-id|pt-citizen-card|tr-kimlik|fi-hetu|is-kennitala|lt-asmens-kodas|no-fodselsnummer|se-personnummer|al-nid|by-personal|hu-personal-id|kg-pin|mk-embg|pl-pesel|pl-id-card|ro-cnp|rs-jmbg|si-emso|ru-inn|ru-snils|ua-unzr|uz-pinfl|ca-qc-health|mx-curp|mx-rfc|br-cpf|br-voter|br-cnh|ar-cuit|ec-ci|gt-cui|hn-dni|ni-cedula|ve-rif|in-epic|in-pan|cn-resident-id|tw-id|hk-id|kr-rrn|kr-arc|sg-nric|nz-nhi|za-id|tz-nida|rw-id|mu-nid|ma-ice|eg-national-id|kw-civil-id|ae-emirates-id|us-itin|at-vat|au-abn|be-vat|br-cnpj|ch-uid|cn-uscc|cy-vat|es-cif|es-vat|fr-vat|ie-vat|in-gstin|it-vat|lu-vat|nl-vat|no-vat|us-medicare-beneficiary'.split(
    '|',
  ),
);
