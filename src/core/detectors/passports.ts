import type { Detector, Match, Verdict } from './detector';
import { identity } from './identity';
import { countriesIn } from './identity/countries';
import { formOf } from './states/form';

/** Passports by the number's form near a word for them, and by the two or three lines that machines read. */
export const passports: readonly Detector[] = [
  identity({
    name: 'passport',
    title: 'passport number',
    words:
      'passport|travel document|reisepass|reisepassnummer|passnummer|pass nr|pasaporte|passaporto|passeport|paspoort|passaporte|paszport|paszportu|pasaport|útlevél|útlevélszám|cestovní pas|cestovného pasu|cestovného dokladu|cestovný pas|číslo pasu|pas nr|pasnummer|passi number|passin numero|passinumero|passnr|pase|pasas|paso numeris|pases numurs|putovnica|pasoš|potni list|pašaport|pasaportă|vegabréf|паспорт|загранпаспорт|пасош|пашпарт|护照|護照|旅券|パスポート|여권|جواز|گذرنامه|پاسپورت|पासपोर्ट|পাসপোর্ট|หนังสือเดินทาง|พาสปอร์ต|paspor|pasport|hộ chiếu|διαβατήριο|διαβατηρίου|דרכון|անձնագիր|პასპორტი',
    value: allForms(),
    example: 'C{digit:8}',
    valid: isPassport,
    digits: 1,
  }),
  {
    id: 'pii/passport-machine-readable-zone',
    title: 'lines of a passport or identity card that machines read',
    severity: 'warning',
    tier: 'certain',
    keywords: ['<<<<'],
    boundary: 'none',
    pattern: /<<<</,
    accept: readZone,
    hits: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
    ].map(it => `‹${it}›`),
    misses: [
      '<<<<<<< HEAD',
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C46UTO7408122F1204159ZE184226B<<<<<10',
      'cout << a <<<< b',
    ],
  },
];

/** Country → how its passports are numbered now and lately, as `formOf` reads it. */
function forms(): readonly (readonly [country: string, form: string])[] {
  return `AD X{6,9};AE A99999999|A9999999|9{9};AL AA9999999;AM AA9999999|A99999999;AR AAA999999;AT A[ ]?9999999|AA9999999;AU A9999999|AA9999999;AZ A{1,2}[0-9]{7,8};BD AA9999999|A99999999;BE AA999999;BG 9{9};BR AA999999;BY AA9999999
CA AA999999|A999999AA;CH A9999999|AXX99999;CL A9{8}|A9{7}|9{9};CN A99999999|AA9999999;CO AA999999|AA9999999;CY A9{6,8};CZ 9{8}|9{7};DE [CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}[0-9]?;DK 9{9};DZ 9{9};EC A9{7,8};EE AA?9{7};EG A[ ]?9{8}|A9{7};ES AAA999999|AA999999;FI AA9999999|XX9999999
FR 99[ ]?AA[ ]?99999;GB 9{9};GE 99AA99999;GR AA9999999;HK A9{8}|AA9{7};HR 9{9};HU AA999999|AA9999999;ID A9999999|AA999999;IE XX9999999;IL 9{7,9};IN A[ ]?9999999;IR A9{8};IS A9999999|AA9{6};IT AA9999999|XX9999999;JM A9{7};JO A9{6,7}|AA9{6,7};JP AA9999999;KE A9{6,8}|AA9{6,7};KR A99999999|A999A9999|AA9999999;KZ A9{8}|A9{7}
LI A9{5}|XX9{5};LK A9{7}|AA9{6};LT 9{8}|X{2}9{6};LU [A-Z0-9]{2}X9{5};LV AA9999999|XX9999999;LY X{2}9{6};MA AA9{6,7};MD AA?9{7};MT 9{7};MX A99999999|9{8,10};MY A99999999;MZ AA9{6,7}|A{2}[0-9]{7};NG A99999999|A9{7};NL [A-NP-Z]{2}[A-NP-Z0-9]{6}9;NO 9{8}|A{3}9{6}|A9{7};NP 9{7,8}|AA9{6,7};NZ AA999999
PE 9{9}|9{7};PH A9999999A|AA999999|AA9999999|A9{7};PK AA9999999;PL AA[ ]?9999999|A{2}9{6};PT A9{6}|AA9{6};RO 9{8,9};RS 9{9};RU 99[ ]?9999999|99[ ]?99[ ]?999999;SA A9{6,8};SE 9{8}|AA9{6};SG A9999999A|A9{7};SI A{2}9{7}|9{9};SK AA9999999|9{9};TH AA9999999|A9{6};TN A9{6};TR A99999999|A9{7}
TW 9{9};UA AA999999|9{9};US A99999999|9{9}|C9{8};UZ AA9999999;VE 9{9};VN A9999999|AA9{6};ZA A99999999|9{9}`
    .split(/[;\n]/)
    .map(row => [row.slice(0, 2), row.slice(3)] as const);
}

let made: ReadonlyMap<string, RegExp> | undefined;

function expressions(): ReadonlyMap<string, RegExp> {
  made ??= new Map(forms().map(([country, form]) => [country, new RegExp(`^(?:${formOf(form).source})$`, 'i')]));
  return made;
}

/** What any country prints: letters first or within, and at least five digits nearly always. */
function allForms(): string {
  return String.raw`[A-Z]{1,3}[ ]?\d{5,9}[A-Z]{0,2}|\d{2}[ ]?[A-Z]{2}[ ]?\d{5}|\d{2}[ ]?\d{2}[ ]?\d{6}|\d{2}[ ]\d{7}|\d{7,10}|[A-Z0-9]{8,10}`;
}

/** In the way of the countries that are named near, or of any. */
function isPassport(value: string, around = ''): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (digits < (/^[A-Z]/i.test(value) ? 1 : 5)) return false;
  // A word of nine letters is no number; a German one has one digit at least nearly always.
  if (digits < 3 && value !== value.toUpperCase()) return false;
  const named = [...countriesIn(around)].filter(it => expressions().has(it));
  const asked = named.length > 0 ? named : expressions().keys();
  for (const country of asked) if (expressions().get(country)?.test(value)) return true;
  return false;
}

/** ICAO 9303: two lines of 44 or 36 units, or three of 30; number, birth and expiry each have a check digit. */
function readZone({ text, at }: Match): Verdict | undefined {
  const from = Math.max(0, at - 120);
  const window = text.slice(from, at + 120);
  for (const { pattern, digits } of zones) {
    for (const found of window.matchAll(pattern)) {
      const lines = found[0].replace(/[^A-Z0-9<]/g, '');
      if (from + found.index > at || from + found.index + found[0].length <= at) continue;
      if (!digits.every(([start, length]) => isChecked(lines.slice(start, start + length + 1)))) continue;
      const start = from + found.index;
      return {
        start,
        end: start + found[0].length,
        reason: 'the lines of a passport or card, with their check digits',
      };
    }
  }
  return undefined;
}

const zones = [
  {
    pattern:
      /(?<![A-Z0-9<])[A-Z][A-Z<][A-Z<]{3}[A-Z0-9<]{39}(?:\r?\n|\\n|\s)[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[\d<]\d(?![A-Z0-9<])/g,
    digits: [
      [44, 9],
      [57, 6],
      [65, 6],
    ],
  },
  {
    pattern:
      /(?<![A-Z0-9<])[A-Z][A-Z<][A-Z<]{3}[A-Z0-9<]{31}(?:\r?\n|\\n|\s)[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{7}\d(?![A-Z0-9<])/g,
    digits: [
      [36, 9],
      [49, 6],
      [57, 6],
    ],
  },
  {
    pattern:
      /(?<![A-Z0-9<])[ACI][A-Z<][A-Z<]{3}[A-Z0-9<]{25}(?:\r?\n|\\n|\s)\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d(?:\r?\n|\\n|\s)[A-Z<]{30}(?![A-Z0-9<])/g,
    digits: [
      [5, 9],
      [30, 6],
      [38, 6],
    ],
  },
] as const;

/** The last unit is what the others leave, weighted 7, 3, 1; a filler counts nothing. */
function isChecked(units: string): boolean {
  const sum = [...units.slice(0, -1)].reduce(
    (total, unit, at) => total + (unit === '<' ? 0 : Number.parseInt(unit, 36)) * ([7, 3, 1][at % 3] as number),
    0,
  );
  return sum % 10 === Number(units.at(-1));
}
