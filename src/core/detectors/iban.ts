import { isValidIBAN } from 'ibantools';
import type { Detector, Match, Verdict } from './detector';

/** International bank account numbers. */
export const iban: readonly Detector[] = [
  {
    id: 'pii/iban',
    title: 'IBAN',
    severity: 'error',
    tier: 'certain',
    keywords: countries().flatMap(country => Array.from({ length: 10 }, (_, digit) => `${country}${digit}`)),
    pattern: /[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?)(?![A-Z0-9])/,
    accept: judgeIban,
    hits: ['iban: ‹{iban:22}›', '"account": "‹{iban:22}›"', 'Bitte auf ‹{iban:22}› zahlen', 'IBAN=‹{iban:22}›'],
    misses: [
      'DE89370400440532013000',
      'GB82 WEST 1234 5698 7654 32',
      'DE75512108001245126198',
      'de{digit:20}',
      'X{iban:22}',
    ],
  },
];

function countries(): string[] {
  return 'ad ae al at az ba be bg bh br by ch cr cy cz de dk do ee eg es fi fo fr gb ge gi gl gr gt hr hu ie il iq is it jo kw kz lb lc li lt lu lv ly mc md me mk mr mt mu nl no pk pl ps pt qa ro rs sa sc se si sk sm st sv tl tn tr ua va vg xk'.split(
    ' ',
  );
}

function judgeIban({ value, start }: Match): Verdict | undefined {
  // In running text the last group may be a word; groups are dropped from the end until the checksum fits.
  for (let shown = value; shown.length >= 15; shown = shown.slice(0, shown.lastIndexOf(' '))) {
    const bare = shown.replace(/ /g, '');
    if (isValidIBAN(bare))
      return exampleIbans.test(bare) || /(\d)\1{9}/.test(bare)
        ? undefined
        : { end: start + shown.length, reason: 'the country, length and checksum of an IBAN' };
    if (!shown.includes(' ')) return undefined;
  }
  return undefined;
}

/** IBANs that standards, banks and libraries print as examples. */
const exampleIbans =
  /^(?:CH4431999123000889012|CH5604835012345678009|DE75512108001245126199|FR7630006000011234567890189|DE89370400440532013000|GB82WEST12345698765432|GB29NWBK60161331926819|GB33BUKB20201555555555|FR1420041010050500013M02606|CH9300762011623852957|NL91ABNA0417164300|BE68539007547034|ES9121000418450200051332|IT60X0542811101000000123456|AT611904300234573201|PL61109010140000071219812874|SE4550000000058398257466|NO9386011117947|DK5000400440116243|FI2112345600000785|IE29AICE?K?\w*|PT50000201231234567890154|LU280019400644750000|GR1601101250000000012300695|DE91100000000123456789|DE12500105170648489890|GB94BARC10201530093459|IE64IRCE92050112345678)$/;
