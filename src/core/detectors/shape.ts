/** What one line of facts says of a value's form. */
export interface Shape {
  /** Source of a pattern without groups that capture; every quantifier bounded. */
  readonly source: string;
  /** A template of `sample()` for each alternative. */
  readonly examples: readonly string[];
  /** The same, one unit too short; empty where that is no near miss. */
  readonly tooShort: readonly string[];
  /** The first fixed part that does not stand at the beginning, in lower case, and how many units may come before it. */
  readonly mark: { readonly word: string; readonly lead: number } | undefined;
}

/**
 * Reads facts such as `pk_{alnum:24-32}`, `(live|test)_{hex:40}` or `{uuid}`: literal text, `{alphabet:length}` with the
 * alphabets of `sample()`, a choice of literals in parentheses; ` | ` separates forms of a value.
 */
export function shape(facts: string): Shape {
  const forms = facts.split(' | ').map(readForm);
  const source = forms.map(form => form.map(it => it.source).join('') + closer(form)).join('|');
  return {
    source: `(?:${source})`,
    examples: forms.map(form => form.map(it => it.example).join('')),
    tooShort: forms.length > 1 ? [] : forms.map(shortened),
    mark: markOf(forms[0] as Part[]),
  };
}

/** What values of this shape can begin with, in lower case, as far as it is fixed. */
export function heads(facts: string): string[] {
  return [...new Set(facts.split(' | ').flatMap(headsOf))];
}

/** True where words of a language or of code could have this form, so that only chance's mixture tells a value. */
export function isMixed(facts: string): boolean {
  return /\{(?:alpha|alnum|lowernum|uppernum|base\d|word)/.test(facts);
}

function headsOf(form: string): string[] {
  const fixed = /^(?:[^{(]|\([^()]+\))*/.exec(form)?.[0].toLowerCase() ?? '';
  let out = [''];
  for (const [part, choice] of fixed.matchAll(/\(([^()]+)\)|[^(]+/g)) {
    const ends = choice?.split('|') ?? [part];
    out = out.flatMap(head => ends.map(it => head + it));
  }
  return out;
}

interface Part {
  readonly source: string;
  readonly example: string;
  readonly literals?: readonly string[];
  readonly alphabet?: string;
  readonly shortest: number;
  readonly longest: number;
}

function readForm(form: string): Part[] {
  const spelled = form.replaceAll('{uuid}', uuid('hex')).replaceAll('{UUID}', uuid('HEX'));
  return [...spelled.matchAll(/\{(\w+):(\d+)(?:-(\d+))?\}|\(([^()]+)\)|[^{(]+/g)].map(
    ([whole, alphabet, shortest, longest, choice]) =>
      alphabet && shortest ? drawn(alphabet, shortest, longest) : literal(choice?.split('|') ?? [whole]),
  );
}

function uuid(alphabet: string): string {
  return [8, 4, 4, 4, 12].map(length => `{${alphabet}:${length}}`).join('-');
}

function drawn(alphabet: string, shortest: string, longest: string | undefined): Part {
  const known = alphabets[alphabet];
  if (!known) throw new Error(`There is no alphabet ${alphabet}.`);
  return {
    source: `${known}{${longest ? `${shortest},${longest}` : shortest}}`,
    example: `{${alphabet === 'anyhex' ? 'hex' : alphabet}:${shortest}}`,
    alphabet,
    shortest: Number(shortest),
    longest: Number(longest ?? shortest),
  };
}

function literal(choices: readonly string[]): Part {
  const escaped = choices.map(it => it.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const source = escaped.length > 1 ? `(?:${escaped.join('|')})` : escaped.join('');
  return {
    source,
    example: choices[0] as string,
    literals: choices,
    shortest: 0,
    longest: choices[0]?.length ?? 0,
  };
}

/** A value does not end where its own alphabet goes on. */
function closer(form: readonly Part[]): string {
  const alphabet = form.at(-1)?.alphabet;
  if (alphabet === 'base64') return '(?![A-Za-z0-9+/=_-])';
  if (alphabet) return '(?![\\w+=-])';
  return form.length > 1 && form.at(-1)?.example.endsWith('=') ? '(?![\\w+/=])' : '';
}

function shortened(form: readonly Part[]): string {
  const last = form.findLastIndex(it => it.shortest > 1);
  return form.map((it, at) => (at === last ? `{${nameOf(it)}:${Math.max(1, it.shortest - 1)}}` : it.example)).join('');
}

function nameOf({ example }: Part): string {
  return example.slice(1, example.indexOf(':'));
}

function markOf(form: readonly Part[]): Shape['mark'] {
  const at = form.findIndex((it, index) => index > 0 && it.literals);
  const word = form[at]?.literals?.[0]?.toLowerCase();
  return word ? { word, lead: form.slice(0, at).reduce((sum, it) => sum + it.longest, 0) } : undefined;
}

const alphabets: Readonly<Record<string, string>> = {
  lower: '[a-z]',
  upper: '[A-Z]',
  digit: '\\d',
  alpha: '[A-Za-z]',
  hex: '[a-f0-9]',
  HEX: '[A-F0-9]',
  anyhex: '[A-Fa-f0-9]',
  alnum: '[A-Za-z0-9]',
  lowernum: '[a-z0-9]',
  uppernum: '[A-Z0-9]',
  base32: '[A-Z2-7]',
  base58: '[1-9A-HJ-NP-Za-km-z]',
  base64: '[A-Za-z0-9+/]',
  base64url: '[\\w-]',
  word: '\\w',
};
