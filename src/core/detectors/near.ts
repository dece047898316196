import { gateOf } from '../gate';
import type { Detector, Match, Verdict } from './detector';
import { isRunUnit } from './hasRun';
import { late, type Rest } from './late';
import { looksRandom } from './looksRandom';
import { isMixed, shape } from './shape';

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
  const words = names.split('|');
  const entry = {
    id: `secret/${name}` as const,
    title,
    severity: 'error' as const,
    tier: 'likely' as const,
    keywords: words.flatMap(spellings),
    accept: (match: Match) => judgeNear(match, title, isMixed(facts), /^\{uuid\}/i.test(facts)),
  };
  return late(entry, () => rest(words, facts), more);
}

function rest(words: readonly string[], facts: string): Rest {
  const { source, examples, tooShort } = shape(facts);
  const word = words[0] as string;
  return {
    pattern: () => nearPattern(words, source),
    run: runOf(source),
    examples: () => ({ hits: hitsOf(word, examples), misses: missesOf(word, examples[0] as string, tooShort) }),
  };
}

/** A pattern for a value (the source of a pattern) close behind a name; a sign amid further units makes it another value. */
export function nearPattern(words: readonly string[], value: string): RegExp {
  const word = words.map(wordSource).join('|');
  return new RegExp(`(?<word>${word})[^\\0]{0,60}?${opener}(?<secret>${value})(?![.?!$^*~]\\w)`);
}

/** How long a run of letters, digits, `_` and `-` a value (the source of a pattern) begins with at least. */
export function runOf(value: string): number {
  const gate = gateOf(new RegExp(value));
  const end = gate.findIndex(table => table.some((allowed, code) => allowed === 1 && !isRunUnit(code)));
  return end < 0 ? gate.length : end;
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
  if (word.length > 5 || !/[a-z]$/.test(word)) return units.join('');
  const first = `(?:(?<![A-Za-z])|(?<=\\\\[nrt]|[^\\w-]-D)|(?<=[a-z])(?=[A-Z]))`;
  return `${first}${units.join('')}(?:(?![a-z]|[A-Z]{2})|(?=(?:[aA][pP][iI]|[kK][eE][yY]|[tT][oO][kK][eE][nN])))`;
}

/** Nothing of a longer value to the left, unless it is an escape. */
const opener = String.raw`(?:(?<![\w+-])(?<!\w[.?!$^*~])|(?<=\\[nrt]|%[0-9A-Fa-f]{2}|\\[ux](?:00)?[0-9a-f]{2}))`;

/**
 * Says whether what stands between a vendor's name and a value makes the value a secret. `mixed` and `uuid` tell of the
 * value's form: see `isMixed`.
 */
export function judgeNear(match: Match, title: string, mixed: boolean, uuid: boolean): Verdict | undefined {
  const { text, at, start, value } = match;
  const gap = text.slice(at + (match.groups.word ?? '').length, start);
  if (mixed && (!looksRandom(value) || camelCase.test(value))) return undefined;
  // What was taken out tells nothing of what stands behind it.
  if (placeholder.test(gap) || /(?:SECRET|PII)_[A-Z\d_]{0,40}$/.test(text.slice(Math.max(0, at - 48), at)))
    return undefined;
  if (lookalike.test(gap) || endsPath(gap) || namesId(gap) || isArgument(gap, value)) return undefined;
  const key = keyOf(match, gap);
  if (publicKey.test(key)) return undefined;
  const reason = `the format of a ${title}, near the vendor's name`;
  if (secretWord.test(key)) return { reason };
  if (!assignment.test(gap)) return undefined;
  // A UUID alone may be any id.
  return uuid ? { reason, tier: 'possible' } : { reason };
}

/** What names the value: the words around the vendor's name, or the value's own line where that is another one. */
function keyOf({ text, at }: Match, gap: string): string {
  const line = gap.slice(gap.lastIndexOf('\n') + 1);
  if (line !== gap && !/^[\s{-]*["']?value["']?\s*[:=]/i.test(line)) return line;
  return (/[\w.-]{0,24}$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '') + gap;
}

/** A name of three words or more, such as of a class. */
const camelCase = /^[a-z]*(?:[A-Z][a-z]{2,}\d{0,2}){3,}$/;

const secretWord =
  /key(?!board|word|frame|code|down|up|press|stroke)|token|secret|auth(?!or)|passw|pwd|cred|bearer|api(?![a-z])|access|private|(?:^|[^a-z])(?:sid|pat|jwt)(?![a-z])/i;

const lookalike =
  /sha\d|commit|hash|digest|md5|checksum|integrity|etag|revision|nonce|[ug]uid|version|fingerprint|thumbprint|chunk|resolved|tree\/|blob\/|badge\/|\b(?:h1|zh):$/i;

const placeholder = /(?:SECRET|PII)_[A-Z\d_]{1,60}_\d/;

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

/** What stands in a call without quotes is a name, not a literal. */
function isArgument(gap: string, value: string): boolean {
  return /(?:\(|,\s)\s{0,8}$/.test(gap) && /^[A-Za-z]/.test(value);
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
