/** A key and the literal that a text gives it, in whichever syntax. */
export interface Assignment {
  /** The whole key, such as `spring.datasource.password` or `--token`. */
  readonly key: string;
  /** Where the key begins. */
  readonly keyStart: number;
  /** How the value is given: `=`, `:`, `=>`, `==`, `,` (an argument after a quoted key), `(` (a setter), `>` (XML), ` `. */
  readonly operator: string;
  /** The quote around the value, empty where there is none. */
  readonly quote: string;
  /** Span of the value. */
  readonly start: number;
  readonly end: number;
  /** The literal is a default behind something else: `process.env.X || 'literal'`. */
  readonly fallback: boolean;
}

/**
 * Reads the assignment whose key holds the unit at `at`. Looks at most some hundred units to both sides, so that its
 * cost does not depend on the text.
 */
export function readAssignment(text: string, at: number): Assignment | undefined {
  const keyStart = backOverKey(text, at);
  const keyEnd = overKey(text, at);
  if (!mayBeGiven(text, keyStart, keyEnd)) return undefined;
  const key = text.slice(keyStart, keyEnd);
  const closed = sticky(closers, text, keyEnd);
  const quotedKey = /["'`]/.test(closed);
  const typed = keyEnd + closed.length + sticky(type, text, keyEnd + closed.length).length;
  const pair = sticky(pairOperator, text, keyEnd + closed.length);
  const plain = pair || sticky(quotedKey ? operatorAfterQuote : plainOperator, text, typed);
  const operator = plain === '' && isSpaced(text, keyStart, key) ? sticky(spacedOperator, text, typed) : plain;
  if (operator === '') return undefined;
  const trimmed = pair ? ':' : operator.trim().toLowerCase() || ' ';
  if (
    trimmed === '>' &&
    text[keyStart - 1] !== '<' &&
    !/<[^<>\n]{0,120}$/.test(text.slice(Math.max(0, keyStart - 120), keyStart))
  ) {
    return undefined;
  }
  if (
    trimmed === ',' &&
    !/[([{]\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.test(text.slice(Math.max(0, keyStart - 16), keyStart))
  )
    return undefined;
  if (trimmed === ' ' && /identified/i.test(key)) return undefined;
  const rest = typed + operator.length;
  const wrapper = sticky(wrappers, text, rest);
  const opened = rest + wrapper.length;
  const quote = sticky(quotes, text, opened).replace(/^[a-z@$]+/i, '');
  const start = opened + sticky(quotes, text, opened).length;
  const end = quote
    ? quotedEnd(text, start, quote)
    : trimmed === '(' || trimmed === ','
      ? -1
      : bareEnd(text, start, trimmed, /[?&]/.test(text[keyStart - 1] ?? ''));
  if (end <= start) return undefined;
  // Of a list of words none is another's value.
  if (
    trimmed === ',' &&
    text[end + quote.length] === ',' &&
    !/\(\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.test(text.slice(Math.max(0, keyStart - 16), keyStart))
  )
    return undefined;
  return { key, keyStart, operator: trimmed, quote, start, end, fallback: /\|\||\?\?|,|or\s/.test(wrapper) };
}

const longestKey = 64;
const longestValue = 400;

function isKeyUnit(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

/** A key begins after a blank, a bracket, a quote, or an escape such as `\n`. */
function backOverKey(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestKey && isKeyUnit(text.charCodeAt(start - 1))) start--;
  return start < at && text[start - 1] === '\\' && /[nrt]/.test(text[start] as string) ? start + 1 : start;
}

function overKey(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < longestKey && isKeyUnit(text.charCodeAt(end))) end++;
  while (end > at && /[.-]/.test(text[end - 1] as string)) end--;
  return end;
}

/**
 * Most keys stand in ordinary code, where nothing is given to them: a look at the next units tells, before any expression
 * is tried. Must let through whatever the operators below do.
 */
function mayBeGiven(text: string, keyStart: number, keyEnd: number): boolean {
  let at = keyEnd;
  while (at - keyEnd < 3 && text[at] === '\\') at++;
  if (isIn(quoteUnits, text, at)) at++;
  if (isIn(closing, text, at)) at++;
  const closed = at;
  if (text[at] === ',' || text[at] === ';') at++;
  while (at - closed < 40 && isIn(blank, text, at)) at++;
  if (isIn(given, text, at)) return true;
  if (text[at] === '(') return hasQuote(text, at + 1);
  if (text[closed] === ',') return hasQuote(text, at) || sticky(givenWords, text, at) !== '';
  if (at === closed) return false;
  return (
    sticky(givenWords, text, at) !== '' ||
    text[keyStart] === '-' ||
    (isIn(blank, text, closed) && spacedKey.test(text.slice(keyStart, keyEnd)))
  );
}

const quoteUnits = unitsIn(/["'`]/);
const closing = unitsIn(/[\])]/);
const blank = unitsIn(/\s/);
const given = unitsIn(/[=:!|?+>-]/);
const givenWords = /(?:-\s)?\\{0,3}["']?(?:is|was|val|default|content|\*?(?:string|\[\]byte|text|varchar))/iy;

function unitsIn(units: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (units.test(String.fromCharCode(code)) ? 1 : 0));
}

/** Past the end there is no unit. */
function isIn(units: Uint8Array, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? units[code] === 1 : units === blank && /\s/.test(text[at] ?? '');
}

/** A call's argument counts only as a literal, with nothing but what `wrappers` allows before its quote. */
function hasQuote(text: string, start: number): boolean {
  for (let at = start; at < start + 128; at++) {
    if (isIn(quoteUnits, text, at)) return true;
    if (isIn(argumentEnds, text, at)) return false;
  }
  return false;
}

const argumentEnds = unitsIn(/[;,)]/);

function sticky(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

const closers = /(?:\\{0,3}["'`])?\]?/y;
const type =
  /(?:\??\s{0,2}:\s{0,2}&?(?:'static )?[\w.<>[\]| ]{1,30}?|\s{1,3}\*?(?:string|\[\]byte|text|varchar))(?=\s{0,8}=\s{0,8}[^=>\s#])/iy;
const plainOperator =
  /[^\S\n]{0,30}(?:===?|!==?|:=|=>|\|\|=|\?\?=|\?=|\+=|=|:(?!\/\/|:)|\(|>)[^\S\n]{0,20}|[^\S\n]{1,3}(?:is|was)(?: set to)?:?[^\S\n]{1,2}/iy;
const operatorAfterQuote = /[^\S\n]{0,20}(?:===?|!==?|:=|=>|=|::?|,|->)[^\S\n]{0,20}/y;
/** `name: KEY, value: …`: lists of settings give the value on its own. */
const pairOperator =
  /[,;]?\s{1,40}(?:-\s)?(?:\\{0,3}["'])?(?:value|val|default|defaultvalue|default_value|content)(?:\\{0,3}["'])?[^\S\n]{0,4}[:=]=?[^\S\n]{0,8}/iy;
const spacedOperator = /[^\S\n]{1,6}(?:by\s{1,2}(?:values?\s)?)?/iy;

/** Commands and configuration give some keys their value after a blank: `--password x`, `IDENTIFIED BY 'x'`. */
function isSpaced(text: string, keyStart: number, key: string): boolean {
  return (
    /^--?[a-z]/i.test(key) ||
    (spacedKey.test(key) && /(?:^|[\n;(]|\s)\s{0,20}$/.test(text.slice(Math.max(0, keyStart - 20), keyStart)))
  );
}

const spacedKey = /^(?:identified|requirepass|masterauth|password|with_password)$/i;

/** What stands around a literal without changing it, or offers it as a default. */
const wrappers =
  /(?:[^\n"'`;,()]{0,60}(?:\|\||\?\?|\bor\b)\s{0,4})?(?:(?:os\.)?(?:getenv|environ\.get|env|fetch|env\.get|get_env|env\.fetch|default)\(\s{0,4}["'][\w.-]{1,60}["']\s{0,4},\s{0,4})?(?:(?:\[\]byte|buffer\.from|str|string|some|ref|secretstr|securestring|new securestring|text|secret|password|bytes|convertto-securestring(?: -string)?)\s?[({]?\s{0,4})?(?=[rbufl@$]{0,2}\\{0,3}["'`])/iy;

const quotes = /[rbufl@$]{0,2}(?:\\{0,3}(?:"""|["'`]))/iy;

/** Where the closing quote stands, or -1. */
function quotedEnd(text: string, start: number, quote: string): number {
  const limit = Math.min(text.length, start + longestValue);
  const escaped = quote.length > 1 && quote.startsWith('\\');
  for (let i = start; i < limit; i++) {
    if (text.startsWith(quote, i)) return i;
    const unit = text[i];
    if (unit === '\n') return -1;
    if (unit === '\\' && !escaped) i++;
  }
  return -1;
}

/**
 * Where a value without quotes ends: at a blank, a quote, or what separates it from its neighbour. Signs belong to it,
 * as in `Tr0ub4dor&3`, but for the `&` of a query and brackets that close what was opened before.
 */
function bareEnd(text: string, start: number, operator: string, inQuery: boolean): number {
  const value = sticky(operator === '>' ? xmlValue : inQuery ? queryValue : bareValue, text, start);
  if (value.length === longestValue) return -1;
  let end = start + value.length;
  while (end > start && closes(text, start, end - 1)) end--;
  return end;
}

/** A bracket at the end that nothing within the value opened, or a sign that goes on. */
function closes(text: string, start: number, last: number): boolean {
  const opener = openers[text[last] as string];
  return opener !== undefined && (opener === '' || text.lastIndexOf(opener, last) < start);
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '|': '', '&': '' };

const xmlValue = /[^<\s]{0,400}/y;
const queryValue = /[^\s"'`<>,;&|(){}[\]\\]{0,400}/y;
const bareValue = /[^\s"'`<>,;\\]{0,400}/y;
