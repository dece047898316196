/**
 * The law rows that a kind of personal data falls under, widest first; empty for what is no personal data. Sources: Regulation
 * (EU) 2016/679; 45 CFR 164.514(b)(2)(i), the identifiers of HIPAA's safe harbour; California Civil Code 1798.140 (v) and (ae);
 * PCI DSS 4.0.1, requirements 3.3 to 3.5.
 */
export function lawsOf(detector: string): readonly string[] {
  const name = detector.startsWith('pii/') ? detector.slice('pii/'.length) : undefined;
  if (name === undefined) return [];
  return (
    rows[name] ??
    families.find(([pattern]) => pattern.test(name))?.[1] ?? [personal, hipaa('R'), ccpa('(v)(1)(A)', 'identifiers')]
  );
}

/** A law row in few letters, for tables: "GDPR 9", "HIPAA (F)", "CCPA", "PCI 3.5.1". */
export function shortLaw(row: string): string {
  const [, article] = /^GDPR art\. (\d+)/.exec(row) ?? [];
  if (article) return `GDPR ${article}`;
  const [, letter] = /^HIPAA .*\(([A-R])\)/.exec(row) ?? [];
  if (letter) return `HIPAA (${letter})`;
  return row.replace(/^PCI DSS ([\d.]+\d).*/, 'PCI $1').replace(/^(HIPAA|CCPA) .*/, '$1');
}

const personal = 'GDPR art. 4(1)';
const unique = 'GDPR art. 87 national identification number';

function special(what: string, ...also: readonly string[]): readonly string[] {
  return [`GDPR art. 9(1) ${what}`, ...also];
}

function hipaa(letter: string): string {
  return `HIPAA 45 CFR 164.514(b)(2)(i)(${letter})`;
}

function ccpa(place: string, what: string): string {
  return `CCPA 1798.140${place} ${what}`;
}

const identifier = ccpa('(v)(1)(A)', 'identifiers');
const online = [personal, hipaa('O'), ccpa('(v)(1)(A)', 'online identifier')];
const protectedClass = ccpa('(v)(1)(C)', 'protected classes');
const governmentId = ccpa('(ae)(1)(A)', 'government identifiers');
const account = ccpa('(ae)(1)(B)', 'financial account');
const origin = ccpa('(ae)(1)(D)', 'origin, citizenship, belief, union');
const place = ccpa('(ae)(1)(C)', 'precise geolocation');

const stateId: readonly string[] = [personal, unique, hipaa('R'), governmentId];
const taxId: readonly string[] = [personal, hipaa('R'), identifier];

const rows: Readonly<Record<string, readonly string[]>> = {
  'person-name': [personal, hipaa('A'), identifier],
  'street-address': [personal, hipaa('B'), identifier],
  city: [personal, hipaa('B')],
  'postal-code': [personal, hipaa('B')],
  coordinates: [personal, hipaa('B'), place],
  geolocation: [personal, hipaa('B'), place],
  'date-of-birth': [personal, hipaa('C'), protectedClass],
  age: [personal, `${hipaa('C')} over 89`, protectedClass],
  phone: [personal, hipaa('D'), identifier],
  fax: [personal, hipaa('E'), identifier],
  email: [personal, hipaa('F'), identifier],
  'date-of-care': special('health', hipaa('C'), ccpa('(ae)(2)(B)', 'health')),
  'professional-licence': [personal, hipaa('K'), identifier],
  'profile-url': [personal, hipaa('N'), ccpa('(v)(1)(A)', 'online identifier')],
  photo: [personal, hipaa('Q')],
  'neural-data': [personal, ccpa('(ae)(1)(G)', 'neural data')],
  'us-ssn': [personal, unique, hipaa('G'), governmentId],
  'national-id': stateId,
  'tax-id': taxId,
  passport: [personal, hipaa('K'), governmentId],
  'driving-licence': [personal, hipaa('K'), governmentId],
  'medical-record-number': special('health', hipaa('H'), ccpa('(ae)(2)(B)', 'health')),
  'health-insurance-number': special('health', hipaa('I'), ccpa('(ae)(2)(B)', 'health')),
  'us-medicare-beneficiary': special('health', hipaa('I'), ccpa('(ae)(2)(B)', 'health')),
  iban: [personal, hipaa('J'), account],
  'bank-account-number': [personal, hipaa('J'), account],
  'us-bank-routing-number': [personal, account],
  bic: [personal],
  'payment-card': [personal, hipaa('J'), account, 'PCI DSS 3.5.1 PAN'],
  'card-security-code': [personal, account, 'PCI DSS 3.3.1.2 card verification code'],
  'card-track': [personal, account, 'PCI DSS 3.3.1.1 full track data'],
  'card-pin': [personal, account, 'PCI DSS 3.3.1.3 PIN'],
  'card-expiry': [personal, account, 'PCI DSS 3.5 cardholder data'],
  'licence-plate': [personal, hipaa('L')],
  'vehicle-identification-number': [personal, hipaa('L'), identifier],
  'device-id': [personal, hipaa('M'), identifier],
  'mac-address': [personal, hipaa('M'), ccpa('(v)(1)(A)', 'online identifier')],
  'ip-address': online,
  'ipv6-address': online,
  gender: [personal, protectedClass],
  'marital-status': [personal, protectedClass],
  nationality: [personal, protectedClass, origin],
  salary: [personal, ccpa('(v)(1)(I)', 'employment')],
  health: special('health', 'HIPAA 45 CFR 160.103 protected health information', ccpa('(ae)(2)(B)', 'health')),
  ethnicity: special('racial or ethnic origin', protectedClass, origin),
  religion: special('religious or philosophical beliefs', protectedClass, origin),
  'political-opinion': special('political opinions'),
  'trade-union': special('trade union membership', origin),
  'sexual-orientation': special(
    'sex life or sexual orientation',
    protectedClass,
    ccpa('(ae)(2)(C)', 'sex life or sexual orientation'),
  ),
  'genetic-data': special('genetic data', 'GDPR art. 4(13)', ccpa('(ae)(1)(F)', 'genetic data')),
  'biometric-data': special(
    'biometric data',
    'GDPR art. 4(14)',
    hipaa('P'),
    ccpa('(ae)(2)(A)', 'biometric information'),
  ),
  'criminal-record': ['GDPR art. 10 criminal convictions and offences'],
};

/** Kinds that come country by country. */
const families: readonly (readonly [RegExp, readonly string[]])[] = [
  [/passport/, [personal, hipaa('K'), governmentId]],
  [/driving|driver/, [personal, hipaa('K'), governmentId]],
  [/health|medic|nhs|nhi|patient|ihi\b/, special('health', hipaa('I'), ccpa('(ae)(2)(B)', 'health'))],
  [/ssn|social-security/, [personal, unique, hipaa('R'), governmentId]],
  [/tax|itin|tin$|vat|nif|nit$|rfc|inn$|pan$|utr/, taxId],
  [/wallet|bitcoin|ethereum|crypto/, [personal, account]],
  [/^[a-z]{2}-/, stateId],
];
