import { countrySpecs } from 'ibantools';
import type { Detector, Match, Verdict } from './detector';

/** International numbers of bank accounts, and of their banks. */
export const iban: readonly Detector[] = [
  {
    id: 'pii/iban',
    title: 'IBAN',
    severity: 'error',
    tier: 'certain',
    keywords: countries().flatMap(country => Array.from({ length: 10 }, (_, digit) => `${country}${digit}`)),
    pattern:
      /[a-z]{2}\d{2}(?:[a-z0-9]{11,30}|(?<gap>[ \u00a0\u202f.-])[a-z0-9]{4}(?:\k<gap>[a-z0-9]{4}){1,6}(?:\k<gap>[a-z0-9]{1,3})?)(?![a-z0-9])/i,
    accept: judgeIban,
    hits: [
      'iban: ‹{iban:22}›',
      '"account": "‹{iban:22}›"',
      'Bitte auf ‹{iban:22}› zahlen',
      'IBAN=‹{iban:22}›',
      'see ‹DE89370400440532013000› in documents',
      'see ‹gb82 west 1234 5698 7654 32› in documents',
    ],
    misses: ['DE75512108001245126198', 'de{digit:20}', 'X{iban:22}'],
  },
  {
    id: 'pii/bic',
    title: 'BIC',
    // Says a bank, which is somebody's only beside other data.
    severity: 'information',
    tier: 'likely',
    keywords: ['bic', 'swift'],
    boundary: 'none',
    glance: (text, at) => !/[a-z]/i.test(text[at - 1] ?? ' ') || text[at - 2] === '\\',
    // ISO 9362: bank, country, place, branch; the name may stand in the line above.
    pattern:
      /(?:[Bb][Ii][Cc]|[Ss][Ww][Ii][Ff][Tt])(?![a-z]{3})[^\n]{0,30}?(?:\n[^\n]{0,30}?)?(?<!\w)(?<secret>[A-Z]{4}(?:A[DEFGILMORTUWZ]|B[ABDEFGHIJMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGRST]|F[IJKMOR]|G[ABDEFGHILMNQRTUWY]|H[KNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEGHKLMNOQRSTUVWXYZ]|N[ACEGILOPRUZ]|O[M]|P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGSYZ]|V[ACEGINU]|W[FS]|X[K]|Y[ET]|Z[AMW])[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?!\w)/,
    hits: [
      'BIC: ‹DEUTDEFF{digit:3}›',
      '"bic": "‹DEUTDEFF›"',
      'SWIFT code ‹COBADEFF›',
      'name,bic,city\nBank,‹BYLADEM1{digit:3}›,Ulm',
    ],
    misses: ['BIC: none', 'swift build --release', 'BIC ACCOUNTS', 'number: DEUTDEFF', 'BIC: deutdeff'],
  },
];

function countries(): string[] {
  return Object.entries(countrySpecs).flatMap(([code, { chars }]) => (chars ? [code.toLowerCase()] : []));
}

function judgeIban({ value, text, start, groups }: Match): Verdict | undefined {
  const gap = groups.gap;
  // In running text the last group may be a word; groups are dropped from the end until the checksum fits.
  for (let shown = value; shown.length >= 15; shown = shown.slice(0, shown.lastIndexOf(gap ?? ' '))) {
    const bare = gap === undefined ? shown : shown.replaceAll(gap, '');
    if (isIban(bare.toUpperCase()) && isSpelled(bare, text.slice(Math.max(0, start - 60), start)))
      return verdict(bare.toUpperCase(), start + shown.length);
    if (gap === undefined || !shown.includes(gap)) return undefined;
  }
  return undefined;
}

/** In one case throughout, but for an "iban" close before it: base64 is full of letters and digits. */
function isSpelled(bare: string, before: string): boolean {
  return bare === bare.toUpperCase() || bare === bare.toLowerCase() || /iban/i.test(before);
}

/** ISO 13616: the country's length and structure, and the rest by 97; check digits that a bank adds of its own aren't asked for. */
function isIban(bare: string): boolean {
  const { chars, bban_regexp: structure } = countrySpecs[bare.slice(0, 2)] ?? {};
  if (bare.length !== chars || !structure || !new RegExp(structure).test(bare.slice(4))) return false;
  let rest = 0;
  for (const unit of bare.slice(4) + bare.slice(0, 4)) {
    const number = Number.parseInt(unit, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}

function verdict(bare: string, end: number): Verdict {
  if (exampleIbans.test(bare)) return { end, harmless: true, reason: 'an IBAN that is printed as an example' };
  if (/(\d)\1{9}/.test(bare)) return { end, harmless: true, reason: 'an IBAN of one digit over and over' };
  return { end, reason: 'the country, length and checksum of an IBAN' };
}

/** IBANs that standards, banks and libraries print as examples. */
const exampleIbans =
  /^(?:CH4431999123000889012|CH5604835012345678009|DE75512108001245126199|FR7630006000011234567890189|DE89370400440532013000|GB82WEST12345698765432|GB29NWBK60161331926819|GB33BUKB20201555555555|FR1420041010050500013M02606|CH9300762011623852957|NL91ABNA0417164300|BE68539007547034|ES9121000418450200051332|IT60X0542811101000000123456|AT611904300234573201|PL61109010140000071219812874|SE4550000000058398257466|NO9386011117947|DK5000400440116243|FI2112345600000785|IE29AICE?K?\w*|PT50000201231234567890154|LU280019400644750000|GR1601101250000000012300695|DE91100000000123456789|DE12500105170648489890|GB94BARC10201530093459|IE64IRCE92050112345678)$/;
