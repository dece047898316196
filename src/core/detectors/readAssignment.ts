/** A key and the literal that a text gives it, in whichever syntax. */
export interface Assignment {
  /** The whole key, such as `spring.datasource.password` or `--token`. */
  readonly key: string;
  /** Where the key begins. */
  readonly keyStart: number;
  /**
   * How the value is given: `=`, `:`, `=>`, `==`, `,` (an argument after a quoted key), `(` (a setter), `>` (XML), `{` (a
   * default in a template), `|` (a cell of a table), ` `.
   */
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
  const key = text.slice(keyStart, keyEnd);
  const given = readOperator(text, key, keyStart, keyEnd);
  if (!given || !fitsKey(text, key, keyStart, given.operator)) return undefined;
  const { operator, rest } = given;
  const wrapper = sticky(wrappers, text, rest);
  const opening = sticky(quotes, text, rest + wrapper.length);
  const quote = opening.replace(/^[a-z@$]+/i, '');
  let start = rest + wrapper.length + opening.length;
  let end = quote
    ? quotedEnd(text, start, quote)
    : bareEnd(text, start, operator, /[?&]/.test(text[keyStart - 1] ?? ''));
  if (end <= start) return undefined;
  // Of a list of words none is another's value.
  if (operator === ',' && text[end + quote.length] === ',' && !isArgument(text, keyStart)) return undefined;
  // Markdown's emphasis.
  if (quote === '' && text.startsWith('**', start) && text.startsWith('**', end - 2) && end - start > 4) {
    start += 2;
    end -= 2;
  }
  return { key, keyStart, operator, quote, start, end, fallback: operator === '{' || /\|\||\?\?|,|or\s/.test(wrapper) };
}

/**
 * False where what stands at `at` surely is given no literal: a look at a few units, made before anything is sliced. In the
 * text of a program a name that something else is given to needs a quote.
 */
export function mayAssign(text: string, at: number, isCode: boolean): boolean {
  let i = at;
  while (isKeyUnit(text.charCodeAt(i)) && i - at < longestKey) i++;
  while (text.charCodeAt(i) === 92) i++;
  if (isQuote(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === 93) i++;
  const closed = i;
  i = overBlanks(text, i);
  const sign = text.charCodeAt(i);
  if (sign === 40 || sign === 44) return mayOpenQuote(text, overSpace(text, i + 1));
  if (!isOperator(sign)) return mayGoOn(text, at, closed, i);
  while (isOperator(text.charCodeAt(i))) i++;
  const tight = isQuote(text.charCodeAt(i)) || !isBlank(text.charCodeAt(i));
  i = overBlanks(text, i);
  const first = text.charCodeAt(i);
  if (first === 10 || first === 13 || first === 59 || first === 41 || Number.isNaN(first)) return false;
  return !isCode || tight || mayOpenQuote(text, i) || hasQuote(text, i);
}

/** Without a sign: a blank, `is` and its like, a type, a value of its own on the next line, an end of XML. */
function mayGoOn(text: string, at: number, closed: number, next: number): boolean {
  const sign = text.charCodeAt(next);
  if (sign === 60 || isQuote(sign)) return true;
  if (sign === 10 || sign === 13) return '"\'-\\vdcVDC'.includes(text[overSpace(text, next)] ?? ' ');
  if (next === closed) return false;
  if ('iwbfsavt*[{IWBFSAVT'.includes(text[next] ?? ' ')) return true;
  const start = backOverKey(text, at);
  return text[start] === '-' || start === 0 || ('\n :'.includes(text[start - 1] as string) && isSetter(text, start));
}

/** At a line's begin, or behind a word that sets what follows. */
function isSetter(text: string, start: number): boolean {
  let i = start - 1;
  while (isBlank(text.charCodeAt(i))) i--;
  return i < 0 || '\n:eExXvVtT-'.includes(text[i] as string);
}

const longestKey = 64;
const longestValue = 400;

function isOperator(code: number): boolean {
  return (
    code === 61 ||
    code === 58 ||
    code === 62 ||
    code === 33 ||
    code === 124 ||
    code === 63 ||
    code === 43 ||
    code === 0xff1a
  );
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39 || code === 96;
}

function overBlanks(text: string, at: number): number {
  let i = at;
  while (isBlank(text.charCodeAt(i)) && i - at < 40) i++;
  return i;
}

function overSpace(text: string, at: number): number {
  let i = at;
  while (i - at < 80 && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13)) i++;
  return i;
}

/** A quote, an escaped one, or one behind a prefix or a short call. */
function mayOpenQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isQuote(code) || code === 92 || code === 64 || (isLetter(code) && hasQuote(text, at));
}

function hasQuote(text: string, at: number): boolean {
  for (let i = at; i < at + 100; i++) {
    const code = text.charCodeAt(i);
    if (isQuote(code)) return true;
    if (code === 10 || code === 59 || Number.isNaN(code)) return false;
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Letters of any language, digits, `_`, `-` and `.`; no punctuation of other scripts. */
function isKeyUnit(code: number): boolean {
  if (code < 128) return isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 46;
  return (
    code >= 0xc0 &&
    code !== 0xd7 &&
    code !== 0xf7 &&
    (code < 0x2000 || code > 0x303f) &&
    (code < 0xff00 || code > 0xff20)
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

function sticky(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

interface Given {
  readonly operator: string;
  /** Where what is given begins. */
  readonly rest: number;
}

function readOperator(text: string, key: string, keyStart: number, keyEnd: number): Given | undefined {
  if (text[keyStart - 1] === '{' && text[keyStart - 2] === '$') {
    const template = sticky(templateOperator, text, keyEnd);
    return template === '' ? undefined : { operator: '{', rest: keyEnd + template.length };
  }
  const closed = keyEnd + sticky(closers, text, keyEnd).length;
  const pair = sticky(pairOperator, text, closed);
  if (pair !== '') return { operator: pair.endsWith('>') ? '>' : ':', rest: closed + pair.length };
  const typed = closed + sticky(type, text, closed).length;
  const quotedKey = closed > keyEnd && /["'`]/.test(text.slice(keyEnd, closed));
  const plain = sticky(quotedKey ? operatorAfterQuote : plainOperator, text, typed);
  if (plain !== '') return { operator: plain.trim().toLowerCase(), rest: typed + plain.length };
  if (!isSpaced(text, keyStart, key)) return undefined;
  const spaced = sticky(spacedOperator, text, typed);
  return spaced === '' ? undefined : { operator: spaced.trim().toLowerCase() || ' ', rest: typed + spaced.length };
}

const closers = /(?:\\{0,3}["'`])?\]?/y;
const type =
  /(?:\??\s{0,2}:\s{0,2}&?(?:'static )?[\w.<>[\]| ]{1,30}?|\s{1,3}\*?(?:string|\[\]byte|text|varchar|as string))(?=\s{0,8}=\s{0,8}[^=>\s#])/iy;
const plainOperator =
  /[^\S\n]{0,30}(?:===?|!==?|:=|=>|<-|\|\|=|\?\?=|\?=|\+=|=|:(?!\/\/|:)|：|\(|>|\|(?= ))[^\S\n]{0,20}|[^\S\n]{1,3}(?:is|was)(?: set to)?:?[^\S\n]{1,2}/iy;
const operatorAfterQuote = /[^\S\n]{0,20}(?:===?|!==?|:=|=>|\|\|=|\?\?=|=|::?|,|->|>)[^\S\n]{0,20}/y;
/** A default in a template of the shell or of Spring: `${KEY:-value}`, `${key:value}`. */
const templateOperator = /:[-=]?/y;
/**
 * Lists of settings give the value on its own: `name: KEY, value: …`, `<key>…</key><string>…`, `variable "key" { default = …`,
 * `SET PASSWORD FOR somebody = …`.
 */
const pairOperator =
  /[,;]?\s{1,40}(?:-\s)?(?:\\{0,3}["'])?(?:value|val|default|defaultvalue|default_value|content)(?:\\{0,3}["'])?[^\S\n]{0,4}[:=]=?[^\S\n]{0,8}|<\/\w{1,12}>\s{0,40}<(?:string|value)>|\s{0,4}\{[^{}]{0,160}?\bdefault\s{0,8}=\s{0,4}|\s{1,3}for\s{1,3}[^\s=]{1,80}\s{0,3}=\s{0,3}/iy;
const spacedOperator = /[^\S\n]{1,6}(?:by\s{1,2}(?:values?\s)?)?/iy;

/** Commands and configuration give some keys their value after a blank: `--password x`, `IDENTIFIED BY 'x'`. */
function isSpaced(text: string, keyStart: number, key: string): boolean {
  if (/^--?[a-z]/i.test(key)) return true;
  const before = text.slice(Math.max(0, keyStart - 20), keyStart);
  return (spacedKey.test(key) && /(?:^|[\n;(]|\s)\s{0,20}$/.test(before)) || setter.test(before);
}

const spacedKey =
  /^(?:identified|requirepass|masterauth|bindpw|rootpw|\w{0,40}password|\w{1,40}_(?:password|secret|token))$/i;
/** What sets a name that follows, and `:password "…"` of the Lisps. */
const setter = /(?:#\s?define|setenv|setx|set -g?x|ENV)[ \t]{1,8}$|[\s{(]:$/i;

function fitsKey(text: string, key: string, keyStart: number, operator: string): boolean {
  const line = () => text.slice(Math.max(0, keyStart - 120), keyStart);
  if (operator === '>')
    return text[keyStart - 1] === '<' || text[keyStart - 1] === '>' || /<[^<>\n]{0,120}$/.test(line());
  if (operator === '|') return /(?:^|\n)\|[^\n]{0,119}$/.test(line());
  // One of the parts of a name with colons, such as Amazon's.
  if (operator === ':' && /[\w:]:$/.test(line())) return false;
  if (operator === ',') return isListed(line());
  return operator !== ' ' || !/identified/i.test(key);
}

/** The quoted key begins a pair or is the first argument of what sets, gets or adds something by its name. */
function isListed(before: string): boolean {
  const opened = /([\w$]{0,40}|[:=]\s{0,8})([([{])\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.exec(before);
  if (!opened) return false;
  // A list that a name is given is one of things alike; a pair stands in a list of pairs.
  if (opened[2] === '[' && /^[:=]/.test(opened[1] as string)) return false;
  return !/\w/.test(opened[1] as string) || namesKeys.test(opened[1] as string);
}

const namesKeys =
  /put|set|add|append|define|insert|store|save|write|update|env|fetch|get|default|prop|param|option|header|attr|field|entry|pair|with|secret|credential|config|data|map|arg(?!on)|local|session|key|tuple|input|fill|var/i;

function isArgument(text: string, keyStart: number): boolean {
  return /[\w$]\(\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.test(text.slice(Math.max(0, keyStart - 16), keyStart));
}

/** What stands around a literal without changing it, or offers it as a default. */
const wrappers =
  /(?:[^\n"'`;,()]{0,60}(?:\|\||\?\?|\bor\b)\s{0,4}|[\w.]{0,30}(?:getenv|environ\.get|env|ENV)[([]\s?["'][\w.-]{1,60}["']\s?[)\]]\s?(?:\|\||\?\?|or)\s{0,4})?(?:(?:os\.)?(?:getenv|environ\.get|env|fetch|env\.get|get_env|env\.fetch|default)\(\s{0,4}["'][\w.-]{1,60}["']\s{0,4},\s{0,4})?(?:(?:\[\]byte|buffer\.from|str|string|string::from|some|ref|secretstr|securestring|new securestring|text|secret|password|bytes|convertto-securestring(?: -string)?)\s?[({]?\s{0,4})?(?=[rbufl@$]{0,2}\\{0,3}["'`])/iy;

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
 * as in `Tr0ub4dor&3`, but for the `&` of a query, the full stop of a sentence, and brackets that close what was opened
 * before. An argument has quotes.
 */
function bareEnd(text: string, start: number, operator: string, inQuery: boolean): number {
  if (operator === '(' || operator === ',') return -1;
  const value = sticky(bareOf(operator, inQuery), text, start);
  if (value.length === longestValue) return -1;
  let end = start + value.length;
  while (end > start && closes(text, start, end - 1)) end--;
  return /^(?:is|was)/.test(operator) && text[end - 1] === '.' ? end - 1 : end;
}

function bareOf(operator: string, inQuery: boolean): RegExp {
  if (operator === '>') return xmlValue;
  return operator === '{' || operator === '|' || inQuery ? queryValue : bareValue;
}

/** A bracket at the end that nothing within the value opened, or a sign that goes on. */
function closes(text: string, start: number, last: number): boolean {
  const opener = openers[text[last] as string];
  return opener !== undefined && (opener === '' || !text.slice(start, last).includes(opener));
}

const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '|': '', '&': '' };

const xmlValue = /[^<\s]{0,400}/y;
const queryValue = /[^\s"'`<>,;&|(){}[\]\\]{0,400}/y;
const bareValue = /[^\s"'`<>,;\\]{0,400}/y;
