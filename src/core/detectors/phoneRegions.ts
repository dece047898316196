import { type CountryCode, getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';
import { regionsOfWord } from './phoneWords';

/**
 * Countries (ISO 3166) whose plan a number without a calling code may follow, the likeliest first: from the path (`de.csv`), locale
 * codes, names of countries, ends of domains and calling codes close by, and from the word's language. `near` is the text around it.
 */
export function phoneRegions(near: string, word: string, path: string | undefined): CountryCode[] {
  const found = [
    ...regionsOfPath(path ?? ''),
    ...matches(near, /\b[a-z]{2}[-_]([A-Z]{2})\b/g),
    ...matches(near, /["'\s,;:=(]([A-Z]{2})["'\s,;)]/g),
    ...(anyCountryName.test(near) ? countryNames.flatMap(([name, code]) => (name.test(near) ? [code] : [])) : []),
    ...matches(near, /[\w-]\.([a-z]{2})\b(?![.(])/g).map(it => (it === 'uk' ? 'GB' : it.toUpperCase())),
    ...matches(near, /(?:\+|\b00)([1-9]\d{0,2})/g).flatMap(regionsOfCode),
    ...regionsOfWord(word),
  ];
  return [...new Set(found)].filter(it => isSupportedCountry(it)).slice(0, most) as CountryCode[];
}

/** Each region costs a parse. */
const most = 8;

function regionsOfPath(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, language = '', region] = /(?:^|[._-])([a-z]{2})(?:[_-]([A-Z]{2}))?\.\w{2,5}$/.exec(name) ?? [];
  const folder = /(?:^|\/)([a-z]{2})(?:[_-]([A-Z]{2}))?\//.exec(path);
  return [region, ofLanguage(language), folder?.[2], ofLanguage(folder?.[1] ?? '')].flatMap(it => (it ? [it] : []));
}

/** A language's own country, where the two are called differently. */
function ofLanguage(language: string): string {
  return differing[language] ?? language.toUpperCase();
}

const differing: Readonly<Record<string, string>> = {
  ...{ en: 'US', cs: 'CZ', sv: 'SE', da: 'DK', uk: 'UA', ja: 'JP', zh: 'CN', ko: 'KR', el: 'GR', he: 'IL', fa: 'IR' },
  ...{
    ar: 'SA',
    hi: 'IN',
    vi: 'VN',
    nb: 'NO',
    et: 'EE',
    sl: 'SI',
    ts: '',
    js: '',
    py: '',
    go: '',
    md: '',
    rs: '',
    sh: '',
  },
};

function regionsOfCode(code: string): string[] {
  regionsByCode ??= byCallingCode();
  const table = regionsByCode;
  return [3, 2, 1].map(length => table.get(code.slice(0, length))).find(it => it !== undefined) ?? [];
}

let regionsByCode: Map<string, string[]> | undefined;

function byCallingCode(): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const country of getCountries()) {
    const code = getCountryCallingCode(country);
    table.set(code, [...(table.get(code) ?? []), country].slice(0, 3));
  }
  return table;
}

function matches(text: string, expression: RegExp): string[] {
  return Array.from(text.matchAll(expression), match => match[1] as string);
}

const countryNames: readonly (readonly [RegExp, string])[] = [
  [/\b(?:United States|USA|U\.S\.)/, 'US'],
  [/\b(?:United Kingdom|England|Scotland|Wales|London)\b/, 'GB'],
  [/\b(?:Germany|Deutschland|Alemania|Allemagne)\b/, 'DE'],
  [/\b(?:Austria|Österreich)/, 'AT'],
  [/\b(?:Switzerland|Schweiz|Suisse)\b/, 'CH'],
  [/\b(?:France|Frankreich)\b/, 'FR'],
  [/\b(?:Spain|España)/, 'ES'],
  [/\b(?:Mexico|México)\b/, 'MX'],
  [/\b(?:Italy|Italia)\b/, 'IT'],
  [/\b(?:Brazil|Brasil)\b/, 'BR'],
  [/\bPortugal\b/, 'PT'],
  [/\b(?:Netherlands|Nederland)\b/, 'NL'],
  [/\b(?:Poland|Polska)\b/, 'PL'],
  [/\b(?:Czechia|Česko|Czech Republic)/, 'CZ'],
  [/\b(?:Sweden|Sverige)\b/, 'SE'],
  [/\b(?:Denmark|Danmark)\b/, 'DK'],
  [/\b(?:Norway|Norge)\b/, 'NO'],
  [/\b(?:Finland|Suomi)\b/, 'FI'],
  [/\b(?:Turkey|Türkiye)\b/, 'TR'],
  [/\b(?:Russia|Россия)/, 'RU'],
  [/\b(?:Ukraine)\b|Україна/, 'UA'],
  [/\bJapan\b|日本/, 'JP'],
  [/\bChina\b|中国/, 'CN'],
  [/\bIndia\b/, 'IN'],
  [/\bAustralia\b/, 'AU'],
  [/\bCanada\b/, 'CA'],
];

/** Most texts name none, and one expression tells so many times faster than one for each. */
const anyCountryName = new RegExp(countryNames.map(([name]) => name.source).join('|'));
