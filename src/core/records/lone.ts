import { bytesOf, nibbles, sextets } from '../concealed/digitBytes';
import { looksRandom } from '../detectors/looksRandom';
import type { Span } from '../model';
import type { PersonalColumn } from './judgeTable';
import { isSurely } from './people';
import type { Column } from './table';
import { type Evidence, evidence, isFullName, isShapedName } from './values';

/**
 * Columns and fields that by themselves, without another beside them, hold what their names say: a person's whole name under
 * `patient_name`, a street with its number, an illness, an income; and under the name of a number or an address what isn't one,
 * but says one in base64, in hexadecimal or backwards, or can't be read. Merely possible: replaced on its way out, told to nobody.
 */
export function loneColumns(
  text: string,
  columns: readonly Column[],
  tells: (column: Column, value: string) => boolean = speaks,
): PersonalColumn[] {
  return columns.flatMap(column => {
    if (column.kind.kind.role === 'key' || column.cells.length > mostCells) return [];
    const open: Span[] = [];
    const concealed: Span[] = [];
    for (const cell of column.cells) {
      const value = text.slice(cell.start, cell.end);
      if (value.length > longest || /^[\s{<[$%]/.test(value)) continue;
      if (tells(column, value)) open.push(cell);
      else if (isConcealed(column, value)) concealed.push(cell);
    }
    return [
      ...(open.length > 0 ? [toColumn(column, open, 'the value is one by itself')] : []),
      ...(concealed.length > 0
        ? [{ ...toColumn(column, concealed, 'the value hides what it says'), concealed: true }]
        : []),
    ];
  });
}

const mostCells = 1000;
const longest = 300;

function toColumn({ name, kind: { kind }, header }: Column, cells: readonly Span[], why: string): PersonalColumn {
  return {
    kind: kind.id,
    title: kind.title,
    severity: kind.severity,
    tier: 'possible',
    reason: `the field is called ${name.slice(0, 40)}, and ${why}`,
    cells,
    ...(header ? { header } : {}),
    name,
  };
}

/** Whether a value shows what its name says of it. */
export function speaks(column: Column, value: string): boolean {
  const { cells } = column;
  const { kind, weak } = column.kind;
  switch (kind.id) {
    case 'pii/person-name':
      return isPerson(column, value);
    case 'pii/street-address':
      return value.length > 6 && /\d/.test(value) && evidence('address', value) === 2 && !sampleStreet.test(value);
    case 'pii/health':
      // More of them are a list of illnesses.
      return !weak && cells.length < 3 && /^(?!.*[_{}();=])\p{L}/u.test(value) && evidence('health', value) === 2;
    case 'pii/salary':
      return /^[$€£]?\s?[1-9]\d{0,2}(?:[.,' ]?\d{3}){1,2}(?:[.,]\d\d)?(?:\s?(?:[€$£]|[A-Z]{3}))?$/.test(value);
    case 'pii/licence-plate':
      return /^(?=.*\d)(?=.*[A-ZÄÖÜ])[A-ZÄÖÜ\d]{1,4}(?:[ -][A-ZÄÖÜ\d]{1,6}){1,3}$|^[A-Z]{2}\d{2}[A-Z]{3}$/.test(value);
    default:
      return false;
  }
}

/** The street in every documentation. */
const sampleStreet =
  /^\d{0,2}(?:12)?[13]\d? (?:main|fake|example|test|any|sample|elm)\b|(?:main|fake|example|test|any|sample)(?:stra[sß]e|\s?str)/i;

/** A name whose field says of whom it is may be any; elsewhere it is one that people are called by. */
function isPerson({ name, kind: { weak } }: Column, value: string): boolean {
  if (value.includes(' ')) {
    if (weak) return !anybody.test(name) && isSurely(value);
    return isFullName(value) || (ofSomebody.test(name) && isShapedName(value));
  }
  return false;
}

/** What packages, files and programs have as well. */
const anybody =
  /^(?:name|nombre|nom|nome|naam|namn|navn|nimi|név|nume|ime|isim|ad|nama|sender|signature|author[ _-]?name)$/i;
const ofSomebody =
  /customer|patient|employee|staff|student|client|holder|beneficiar|applicant|tenant|guest|passenger|insured|ansprechpartner|kunde|mitarbeiter|kin$|emergency|maiden|cliente|paciente/i;

/** Whether a value under a name that nothing else has says such a thing in another form, or is drawn and opaque. */
function isConcealed({ kind: { kind, weak } }: Column, value: string): boolean {
  if (weak || !numbersAndAddresses.test(kind.id) || value.length < 8 || /\s/.test(value)) return false;
  if (readings(value, kind.id.endsWith('/payment-card')).some(it => fits(kind.check, it))) return true;
  return (
    value.length >= 12 &&
    /^[\w+/-]+={0,2}$/.test(value) &&
    !uuid.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    /\d\D+\d/.test(value) &&
    looksRandom(value)
  );
}

const numbersAndAddresses =
  /\/(?:national-id|tax-id|passport|driving-licence|iban|payment-card|bank-account-number|email|phone|date-of-birth|medical-record-number|health-insurance-number|person-name|street-address|vehicle-identification-number)$/;

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

function fits(check: Column['kind']['kind']['check'], said: string): boolean {
  const found: Evidence = evidence(check, said);
  return found === 2 || (found === 1 && /\d{3}/.test(said));
}

/** What a value says in base64 or hexadecimal; backwards only what shows by itself that it was, and of digits alone only a card's. */
function readings(value: string, isCard: boolean): string[] {
  const said: string[] = [];
  const digits = value.replace(/^0x/i, '');
  const inHexadecimal = digits.length % 2 === 0 ? bytesOf(digits, 0, digits.length, nibbles, 4) : undefined;
  const inBase64 = () => bytesOf(value, 0, value.replace(/={1,2}$/, '').length, sextets, 6);
  const text = printable(inHexadecimal) ?? printable(inBase64());
  if (text !== undefined) said.push(text);
  const back = [...value].reverse().join('');
  if (
    /^(?:[A-Z]{2}\d\d[A-Z\d]{11,30}|[\w.+-]+@[\w-]+\.[a-z]{2,6}|\d{3}-\d\d-\d{4}|\+\d[\d -]{7,16})$/.test(back) ||
    (isCard && /^\d{13,19}$/.test(back))
  )
    said.push(back);
  return said;
}

/** The printable text that bytes stand for, if they do. */
function printable(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes || bytes.length < 6 || bytes.some(byte => byte < 32 || byte > 126)) return undefined;
  return String.fromCharCode(...bytes);
}
