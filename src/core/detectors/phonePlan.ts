import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/**
 * Whether a number, as it is written, is one by a country's plan or by those that share its calling code. What no plan can hold is
 * told by one expression: a parse costs some microseconds, and most numbers are tried by several countries' plans.
 */
export function isValidIn(value: string, region: CountryCode): boolean {
  const digits = value.replace(/[xe#].*$/is, '').replace(/[^\d+]/g, '');
  const form = formOf(region);
  if (form?.whole.test(digits)) return true;
  if (form?.end.test(digits) === false) return false;
  return parsePhoneNumberFromString(value, region)?.isValid() === true;
}

interface Form {
  /** A national number without any prefix. */
  readonly whole: RegExp;
  /** What dials another country, or ends with a national number. */
  readonly end: RegExp;
}

const forms = new Map<CountryCode, Form | undefined>();

function formOf(region: CountryCode): Form | undefined {
  if (!forms.has(region)) forms.set(region, makeForm(region));
  return forms.get(region);
}

/** Undefined where a prefix stands for other digits, as in Argentina. */
function makeForm(region: CountryCode): Form | undefined {
  const code = getCountryCallingCode(region);
  const sharing = getCountries().filter(it => getCountryCallingCode(it) === code);
  const own = planOf(region);
  const rule = own.nationalPrefixTransformRule();
  if (rule && !/^\$\d$/.test(rule)) return undefined;
  const abroad = `(?:\\+|${own.IDDPrefix()})`;
  const whole = sharing.map(it => leadOf(planOf(it)) + patternOf(planOf(it))).join('|');
  return {
    whole: new RegExp(`^(?!${abroad})(?:${whole})`),
    end: new RegExp(`^${abroad}|${whole}|${patternOf(own)}`),
  };
}

/** What the library's types leave out of a plan. */
interface Plan {
  IDDPrefix(): string;
  nationalPrefixTransformRule(): string | undefined;
  leadingDigits(): string | undefined;
  nationalNumberPattern(): string;
  hasTypes(): boolean;
  type(name: string): { pattern(): string } | undefined;
}

function planOf(region: CountryCode): Plan {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(region);
  return metadata.numberingPlan as unknown as Plan;
}

/** What tells a country's numbers from those of others with the same code, where their types don't. */
function leadOf(plan: Plan): string {
  const first = plan.leadingDigits();
  return first ? `(?=${first})` : '';
}

/** A plan's numbers, by their types where it has them, to the end. */
function patternOf(plan: Plan): string {
  const all = `(?=(?:${plan.nationalNumberPattern()})$)`;
  const ofTypes = plan.hasTypes() ? types.flatMap(type => plan.type(type)?.pattern() || []) : [];
  return `${all}(?:${ofTypes.length > 0 ? ofTypes.join('|') : '\\d+'})$`;
}

const types = 'FIXED_LINE MOBILE PREMIUM_RATE TOLL_FREE SHARED_COST VOIP PERSONAL_NUMBER PAGER UAN VOICEMAIL'.split(
  ' ',
);
