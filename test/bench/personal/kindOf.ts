import type { TypedKind } from './recallCases';

/** The kind that a tool's own name for what it found stands for; undefined for all that isn't measured as a type. */
export function kindOf(type: string): TypedKind | undefined {
  const name = type
    .toLowerCase()
    .replace(/^pii\//, '')
    .replace(/[_ ]/g, '-');
  return exact[name] ?? rules.find(([pattern]) => pattern.test(name))?.[1];
}

const exact: Readonly<Record<string, TypedKind | undefined>> = {
  'ip-address': 'IP',
  'ipv6-address': 'IP',
  'payment-card': 'card',
};

/** In this order: the first that fits. */
const rules: readonly (readonly [RegExp, TypedKind | undefined])[] = [
  [/email/, 'email'],
  [/passport/, 'passport'],
  [/iban/, 'IBAN'],
  [/mac-?addr|^mac$/, 'MAC'],
  [/^ip(?:v[46])?$|ip-?addr|ipv[46]|^ip-/, 'IP'],
  [/credit-?card|card-?number|visa|mastercard|amex|payment/, 'card'],
  [/phone|mobile|telephone|^tel/, 'phone'],
  [
    /licen[cs]e|plate|vat|vehicle|routing|swift|bic|bank|crypto|bitcoin|address|postcode|zip|date|url|name|username|uuid|hash|organisation|company|domain|person$|location|password|token|key/,
    undefined,
  ],
  [
    /^[a-z]{2}-|ssn|social|national|nino|nhs|tax|sin|medicare|pesel|insurance|identity|aadhaar|^pan$|health|nric|fin$|rrn|personnummer|cpf|curp|digits|bsn|dni|^nie|nif|cnp|egn|oib|avs|ahv|cpr|hetu|emso|jmbg|kennitala|nik|my-?number|resident/,
    'national id',
  ],
];
