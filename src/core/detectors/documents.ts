import { luhn } from './checksum';
import type { Detector } from './detector';
import { identity } from './identity';

/** Papers that name a person, by the forms that their issuers give the numbers; most have no checksum. */
export const documents: readonly Detector[] = [
  identity({
    name: 'gb-driving-licence',
    title: 'UK driving licence',
    words: 'driving licence|driving license|driver number|dvla|licence number|licence no',
    value: String.raw`[A-Z]{1,5}9{0,4}\d[0156]\d[0-3]\d\d[A-Z9]{2}\d[A-Z]{2}`,
    example: 'MORGA75{digit:1}1{digit:1}{digit:1}SM9I{upper:1}',
    valid: value =>
      /^(?=.{16}$)[A-Z]{1,5}9{0,4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z0-9][A-Z]{2}$/i.test(
        value,
      ),
  }),
  identity({
    name: 'driving-licence',
    title: 'driving licence number',
    words:
      'drivers license|driver license|driver s license|driving license|driving licence|drivers licence|dl number|dl no|fuhrerschein|führerschein|fuhrerscheinnummer|führerscheinnummer|permis de conduire|carnet de conducir|licencia de conducir|patente di guida|rijbewijs|rijbewijsnummer|prawo jazdy|korkort|körkort|cnh|carteira de motorista|carta de conducao|carta de condução|водительское удостоверение|运転免許|驾驶证|운전면허',
    value: String.raw`[A-Z]{1,2}[ -]?\d{2,3}[ -]?\d{3}[ -]?\d{3,6}(?:[ -]?\d)?|[A-Z]\d{7}|[A-Z]\d{3}[ -]\d{4}[ -]\d{4}|[A-Z][A-Z0-9]{2}[A-Z0-9]{6}\d[A-Z0-9]|\d{7,12}|\d{2}[ -][A-Z]{2}[ -]\d{5,6}|[A-Z]{2}\d{2} ?\d{11}|\d{2}-\d{2}-\d{6}-\d{2}|[A-Z]{2}\d{7}[A-Z]`,
    example: 'D{digit:7}',
    valid: value => /\d{5}|\d{3}[ -]\d{3}|^[A-Z](?=(?:\D{0,5}\d){4})[A-Z\d]{10}$/i.test(value),
  }),
  identity({
    name: 'medical-record-number',
    title: 'medical record number',
    words:
      'mrn|medical record|patient id|patient number|patientennummer|numero de dossier|krankenaktennummer|patient no|hospital number',
    value: String.raw`[A-Z]{0,4}-?\d{5,10}`,
    example: 'MRN{digit:8}',
    valid: () => true,
  }),
  identity({
    name: 'vehicle-identification-number',
    title: 'vehicle identification number',
    words:
      'vin|vehicle identification|vehicle id|chassis number|fahrgestellnummer|fahrzeug identifizierungsnummer|fin nummer|numero de chasis|numero de chassis|telaio',
    value: '[A-HJ-NPR-Z0-9]{17}',
    example: '1HGCM82633A{digit:6}',
    valid: isVin,
  }),
  identity({
    name: 'us-bank-routing-number',
    title: 'US bank routing number',
    words: 'routing|routing number|aba number|aba|rtn',
    value: String.raw`\d{9}`,
    example: '02{digit:7}',
    valid: value =>
      [3, 7, 1, 3, 7, 1, 3, 7, 1].reduce((sum, weight, at) => sum + weight * Number(value[at]), 0) % 10 === 0 &&
      /^(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(value),
  }),
  identity({
    name: 'imei',
    title: "mobile phone's number (IMEI)",
    words: 'imei|imei number',
    value: String.raw`\d{15}|\d{2}-\d{6}-\d{6}-\d`,
    example: '{digit:15}',
    // 3GPP TS 23.003, annex B.
    valid: value => luhn(value.replaceAll('-', '')) && !/^0/.test(value),
  }),
  identity({
    name: 'bank-account-number',
    title: 'bank account number',
    words:
      'bank account|account number|account no|acct|acct no|acct number|kontonummer|konto nr|numero de cuenta|numero de compte|numero di conto|rekeningnummer|número de cuenta|numéro de compte|cuenta bancaria|счет|账号|口座番号',
    value: String.raw`\d{8,17}|\d{2}-\d{2}-\d{2} \d{8}|\d{4} \d{4} \d{2} \d{10}`,
    example: '{digit:10}',
    valid: value => /[1-9]\d*[1-9]/.test(value) && !/^(?:19|20)\d{6}$/.test(value),
  }),
];

/** ISO 3779: letters count as digits, weighted by place; the ninth is the check digit where North America's rule holds. */
function isVin(value: string): boolean {
  const folded = value.toUpperCase();
  if (!/\d/.test(folded) || !/[A-Z]/.test(folded)) return false;
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const digits: Readonly<Record<string, number>> = Object.fromEntries(
    [...'ABCDEFGHJKLMNPRSTUVWXYZ'].map((letter, at) => [
      letter,
      [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9][at] as number,
    ]),
  );
  const sum = [...folded].reduce(
    (total, unit, at) => total + (digits[unit] ?? Number(unit)) * (weights[at] as number),
    0,
  );
  const rest = sum % 11;
  return (rest === 10 ? 'X' : String(rest)) === folded[8] || !/^[1-5]/.test(folded);
}
