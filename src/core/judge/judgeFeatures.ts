import type { Assignment } from '../detectors/readAssignment';
import { lineStart } from '../lineAround';
import type { KeyVerdict } from './judgeKey';
import { oddness } from './judgeLetters';
import { entropy, isSpelledOut } from './judgeValue';

/**
 * What the model weighs of a key, its value and their surroundings: names of what is true, such as `k:password` or
 * `v:length8`. None holds a part of a value.
 */
export function featuresOf(
  assignment: Assignment,
  key: KeyVerdict,
  value: string,
  shape: string,
  text: string,
  path: string | undefined,
): string[] {
  const place = placeOf(path);
  const form = formOf(value);
  const syntax = syntaxOf(assignment, text);
  const oddly = oddness(value);
  const odd = Math.floor(oddly);
  const length = lengthOf(value);
  const features = keyFeatures(assignment.key, key);
  addValueFeatures(features, value, form, oddly);
  for (const it of syntax) features.push(`s:${it}`);
  for (const it of place) features.push(`p:${it}`);
  features.push(
    `${key.grade}×${shape}`,
    `${key.grade}×${shape}×${syntax[0]}`,
    `${key.grade}×${shape}×odd${odd}`,
    `${key.kind}×${form}`,
    `${key.kind}×${syntax[0]}`,
    `${key.kind}×${place[0]}`,
    `${key.kind}×odd${odd}`,
    `${key.kind}×${length}`,
    `${form}×odd${odd}`,
    `${form}×${length}`,
    `${form}×${place[0]}`,
    `${syntax[0]}×${place[0]}`,
  );
  return features;
}

function keyFeatures(whole: string, key: KeyVerdict): string[] {
  return [
    `k:${key.kind}`,
    `k:${key.word}`,
    ...key.before.slice(-2).map(it => `k:${it}_`),
    ...key.after.slice(0, 2).map(it => `k:_${it}`),
    key.after.length > 0 ? 'k:goesOn' : 'k:ends',
    key.about ? 'k:about' : 'k:itself',
    key.flagged ? 'k:flagged' : 'k:plain',
    `k:${/^[A-Z0-9_]+$/.test(whole) ? 'upper' : /^[A-Z]/.test(whole) ? 'capital' : 'lower'}`,
    ...(/\d$/.test(whole) ? ['k:numbered'] : []),
  ];
}

/** Adds to a list instead of making many: hostile text has a value to weigh at every few units. */
function addValueFeatures(features: string[], value: string, form: string, oddly: number): void {
  features.push(`v:${form}`);
  addUpTo(features, longer, value.length);
  addUpTo(features, odder, oddly);
  addUpTo(features, richer, entropy(value));
  features.push(`v:odd${Math.floor(oddly)}`, `v:changes${changesOf(value)}`);
  for (const [name, mark] of marks) if (mark.test(value)) features.push(name);
  if (isSpelledOut(value)) features.push('v:spelledOut');
}

/** The bounds that a measure is held against, with the feature of each. */
type Bounds = readonly (readonly [bound: number, feature: string])[];

/** Adds those that it reaches. */
function addUpTo(features: string[], bounds: Bounds, measure: number): void {
  for (const [bound, feature] of bounds) if (measure >= bound) features.push(feature);
}

const longer = boundsOf('long', [5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 40, 64]);
const odder = boundsOf('odd', [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5]);
const richer = boundsOf('bits', [2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.5]);

function boundsOf(name: string, bounds: readonly number[]): Bounds {
  return bounds.map(bound => [bound, `v:${name}≥${bound}`]);
}

/** Which kinds of units a value is made of, as far as it matters. */
function formOf(value: string): string {
  if (/^\d+$/.test(value)) return 'digits';
  if (/^[a-z]+$/.test(value)) return 'lower';
  if (/^[A-Z]+$/.test(value)) return 'upper';
  if (/^[A-Z][a-z]+$/.test(value)) return 'capital';
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value)) return 'uuid';
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value) && value.length >= 16) return 'hex';
  if (/^[A-Za-z]+$/.test(value)) return 'letters';
  if (/^[a-z]+\d{1,4}$/i.test(value)) return 'numbered';
  if (/^[A-Za-z0-9]+$/.test(value)) return 'alnum';
  if (/^[A-Za-z]+(?:[-_.:/@ ][A-Za-z]+)+$/.test(value)) return 'words';
  if (/^[\w-]+$/.test(value)) return 'name';
  if (/^[\w+/-]+={0,2}$/.test(value)) return 'base64';
  if (/^[\x21-\x7e]+$/.test(value)) return 'signs';
  return 'foreign';
}

function lengthOf(value: string): string {
  const { length } = value;
  return `long${length < 10 ? length : length < 12 ? 10 : length < 16 ? 12 : length < 20 ? 16 : length < 32 ? 20 : length < 48 ? 32 : 48}`;
}

/** Eighths of the units at which the kind changes: small letter, capital, digit, sign. */
function changesOf(value: string): number {
  let changes = 0;
  for (let i = 1; i < value.length; i++) if (kindOf(value.charCodeAt(i)) !== kindOf(value.charCodeAt(i - 1))) changes++;
  return value.length > 1 ? Math.min(5, Math.floor((8 * changes) / (value.length - 1))) : 0;
}

function kindOf(code: number): number {
  return code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : code >= 48 && code <= 57 ? 3 : 4;
}

const marks: readonly (readonly [string, RegExp])[] = (
  [
    ['tells', /pass|secret|token|key|pwd|auth|cred|login|user/i],
    [
      'everyday',
      /^(?:secret|password|passw0rd|admin|root|test|guest|demo|changeit|letmein|welcome|qwerty|\d{4,8})\d*$/i,
    ],
    ['test', /test|demo|sample|fake|dummy|mock|foo|bar|example/i],
    ['camel', /^_*[a-z]+(?:[A-Z][a-z]+)+\d?$/],
    ['pascal', /^_*[A-Z][a-z]+(?:[A-Z]+[a-z]+)+\d?$/],
    ['snake', /^_*[a-z]+(?:_[a-z0-9]+)+$/i],
    ['kebab', /^[a-z]+(?:-[a-z0-9]+)+$/],
    ['constant', /^[A-Z]+(?:_[A-Z0-9]+)+$/],
    ['dots', /\w\.\w/],
    ['colon', /:/],
    ['slash', /\//],
    ['at', /@/],
    ['bracket', /[()[\]{}<>]/],
    ['operator', /[=&|?;,]/],
    ['quote', /["'`\\]/],
    ['bang', /[!$%^*#~]/],
    ['underscoreFirst', /^_/],
    ['signFirst', /^[^\w]/],
    ['hexPrefix', /^0x/i],
    ['hash', /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i],
    ['padded', /=$/],
    ['run', /0123|1234|abcd|qwer|asdf|zxcv/i],
    ['repeat', /(.)\1\1/],
    ['endsDigits', /\d{1,4}$/],
    ['digits', /\d/],
    ['capitals', /[A-Z]/],
  ] as const
).map(([name, mark]) => [`v:${name}`, mark]);

/** How the value is given; the first says most. */
function syntaxOf({ operator, quote, fallback, key, keyStart, start, end }: Assignment, text: string): string[] {
  const sign = /^[!=]==?$/.test(operator) ? '==' : /^(?:is|was)/.test(operator) ? 'is' : operator;
  const marked = quote === '' ? 'bare' : quote.startsWith('\\') ? 'escaped' : 'quoted';
  const before = text[keyStart - 1] ?? '\n';
  const line = lineStart(text, keyStart, 500);
  const head = text.slice(Math.max(line, keyStart - 120), keyStart);
  const next = text[end + quote.length] ?? '\n';
  return [
    `${sign}${marked}`,
    `op${sign}`,
    marked,
    `next${/\s/.test(next) ? ' ' : /[\w]/.test(next) ? 'w' : next}`,
    `before${/\s/.test(before) ? ' ' : /\w/.test(before) ? 'w' : before}`,
    fallback ? 'fallback' : 'direct',
    ...(/^\s*(?:\/\/|#|\*|--|;|\/\*|<!--|rem\b)/i.test(text.slice(line, line + 40)) ? ['comment'] : []),
    ...(/["'`]/.test(head) ? ['inString'] : []),
    ...(key.startsWith('-') ? ['flag'] : []),
    ...(keyStart - line > 250 ? ['farIn'] : []),
    ...(start - keyStart - key.length > 12 ? ['farOff'] : []),
  ];
}

/** What a path tells: first the kind of file, then what else. */
function placeOf(path: string | undefined): string[] {
  if (path === undefined) return ['text'];
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const kind = fileKinds.find(([, endings]) => endings.test(ending))?.[0] ?? 'other';
  return [
    kind,
    `.${ending}`,
    ...(/(?:^|[/_.-])(?:(?:self)?tests?|specs?|fixtures?|mocks?|testdata|e2e|__tests__)(?:[/_.-]|$)|Tests?\.\w+$|Tests?\//i.test(
      path,
    )
      ? ['tests']
      : []),
    ...(/(?:^|[/_.-])(?:examples?|samples?|demos?|tutorials?|docs?|documentation)(?:[/_.-]|$)|readme/i.test(path)
      ? ['examples']
      : []),
    ...(/\.d\.ts$|\.map$|\.min\.|bundle|(?:^|\/)(?:dist|build|static|lib)\//i.test(path) ? ['built'] : []),
    ...(/(?:^|[/_.-])(?:locales?|i18n|l10n|lang|translations?|messages)(?:[/_.-]|$)/i.test(path) ? ['translated'] : []),
  ];
}

const fileKinds: readonly (readonly [string, RegExp])[] = [
  [
    'code',
    /^(?:[cm]?[jt]sx?|pyi?|go|java|kts?|scala|groovy|cs|vb|rb|php|rs|swift|c|cc|cpp|h|hpp|mm?|vue|svelte|dart|lua|p[lm]|exs?|clj|hs|ipynb|gradle|map|ps[m1]1?)$/,
  ],
  ['shell', /^(?:sh|bash|zsh|bat|cmd|dockerfile|mk|sql)$/],
  [
    'config',
    /^(?:ya?ml|json[c5]?|toml|ini|env|cfg|conf|config|properties|xml|plist|tf|tfvars|hcl|example|template|tpl|sample)$/,
  ],
  ['prose', /^(?:md|rst|txt|adoc|html?|mdx|log)$/],
];
