import type { Detector, Match, Verdict } from './detector';
import { looksRandom } from './looksRandom';
import { shape } from './shape';

/**
 * An entry for a secret that is told by its vendor's name close before it, from one line of facts: `near('acme-key',
 * 'Acme key', 'acme|acme-cloud', '{hex:32}')`. A hyphen in a name stands for any separator or none; see `shape` for how
 * values are written. Between name and value stands what speaks of a secret, or nothing but an assignment.
 */
export function near(
  name: string,
  title: string,
  names: string,
  facts: string,
  more: Partial<Detector> = {},
): Detector {
  const { source, examples, tooShort, mixed } = shape(facts);
  const words = names.split('|');
  const example = examples[0] as string;
  const assignable = !facts.startsWith('{uuid}') && !facts.startsWith('{UUID}');
  return {
    id: `secret/${name}`,
    title,
    severity: 'error',
    tier: 'likely',
    keywords: words.flatMap(spellings),
    pattern: new RegExp(`(?<word>${words.map(wordSource).join('|')})[^\\0]{0,60}?${opener}(?<secret>${source})`),
    accept: match => judge(match, title, mixed, assignable),
    hits: hitsOf(words[0] as string, examples),
    misses: missesOf(words[0] as string, example, tooShort),
    ...more,
  };
}

/** The spellings of a name: `big-query` is also written `bigquery`, `big_query`, `big query` and `big.query`. */
function spellings(word: string): string[] {
  return word.includes('-') ? ['', '_', '-', ' ', '.'].map(it => word.replaceAll('-', it)) : [word];
}

/** In any case; a short name stands by itself or in camel case, so that it is not found in longer words. */
function wordSource(word: string): string {
  const units = [...word].map(unit =>
    unit === '-' ? '[_. -]?' : /[a-z]/.test(unit) ? `[${unit}${unit.toUpperCase()}]` : unit.replace(/[.+]/, '\\$&'),
  );
  if (word.length > 5) return units.join('');
  const first = `(?:(?<![A-Za-z])|(?<=\\\\[nrt])|(?<=[a-z])(?=[A-Z]))`;
  return `${first}${units.join('')}(?:(?![a-z]|[A-Z]{2})|(?=(?:[aA][pP][iI]|[kK][eE][yY]|[tT][oO][kK][eE][nN])))`;
}

/** Nothing of a longer value to the left, unless it is an escape. */
const opener = String.raw`(?:(?<![\w+-])(?<!\w\.)|(?<=\\[nrt]|%[0-9A-Fa-f]{2}|\\[ux](?:00)?[0-9a-f]{2}))`;

/** Says whether what stands between a vendor's name and a value makes the value a secret. */
function judge(match: Match, title: string, mixed: boolean, assignable: boolean): Verdict | undefined {
  const { text, at, start, value } = match;
  const gap = text.slice(at + (match.groups.word ?? '').length, start);
  if (mixed && !looksRandom(value)) return undefined;
  if (lookalike.test(gap) || endsPath(gap) || namesId(gap)) return undefined;
  const line = gap.slice(gap.lastIndexOf('\n') + 1);
  const key = line === gap ? (/[\w.-]{0,24}$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '') + gap : line;
  if (publicKey.test(key)) return undefined;
  const reason = `the format of a ${title}, near the vendor's name`;
  if (secretWord.test(key)) return { reason };
  return assignable && assignment.test(gap) ? { reason } : undefined;
}

const secretWord =
  /key(?!board|word|frame|code|down|up|press|stroke)|token|secret|auth(?!or)|passw|pwd|cred|bearer|api(?![a-z])|access|private|(?:^|[^a-z])(?:sid|pat|jwt)(?![a-z])/i;

const lookalike =
  /sha\d|commit|hash|digest|md5|checksum|integrity|etag|revision|nonce|[ug]uid|version|fingerprint|thumbprint|chunk|resolved|tree\/|blob\//i;

const publicKey = /publi(?:c|sh)/i;

/** `name = '…`, `"name": "…`, `name('…`. */
const assignment = /^[\w.-]{0,16}\\?["'\]`]{0,2}\s{0,8}(?:=>|:=|={1,3}|:|\(|,)\s{0,8}[\\"'`(]{0,4}$/;

/** A value in a path is one only where the path is an address's. */
function endsPath(gap: string): boolean {
  return /[/#@]$/.test(gap) && !/:\/\/|\.(?:com|io|net|org|dev|co|app)\//.test(gap);
}

/** The value's own key ends in `id`. */
function namesId(gap: string): boolean {
  return /(?:(?:^|[^A-Za-z])[iI][dD]|[a-z]I[dD])s?[\\"'\]`]{0,4}\s{0,8}(?:=>|:=|=|:|,|\()?\s{0,8}[\\"'`(]{0,4}$/.test(
    gap,
  );
}

function hitsOf(word: string, examples: readonly string[]): string[] {
  const example = examples[0] as string;
  const snake = word.replaceAll('-', '_');
  const camel = word.replace(/-(.)/g, (_, unit: string) => unit.toUpperCase());
  return [
    ...examples.map(it => `${snake.toUpperCase()}_API_KEY=‹${it}›`),
    `{"${camel}ApiKey": "‹${example}›"}`,
    `${camel}.setToken('‹${example}›');`,
    `${snake}:\n  secret: ‹${example}›\n`,
  ];
}

function missesOf(word: string, example: string, tooShort: readonly string[]): string[] {
  const snake = word.replaceAll('-', '_');
  return [
    ...tooShort.map(it => `${snake}_api_key=${it}`),
    `vendorless_api_key=${example}`,
    `${snake} is at ${example}`,
    `${snake} commit: ${example}`,
    `${snake}_token_id = "${example}"`,
  ];
}
