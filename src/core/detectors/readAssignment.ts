import { backOverKey, overKey } from './keyUnits';

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
  const label = isCell.test(operator)
    ? (wordsBefore.exec(text.slice(Math.max(0, keyStart - 60), keyStart))?.[0] ?? '')
    : '';
  const wrapper = sticky(wrappers, text, rest);
  const opening = sticky(quotes, text, rest + wrapper.length);
  const quote = closingOf(opening);
  let start = rest + wrapper.length + opening.length;
  let end = quote
    ? quotedEnd(text, start, quote)
    : bareEnd(text, start, operator, /[?&]/.test(text[keyStart - 1] ?? ''));
  if (end <= start) return undefined;
  // Of a list of words none is another's value.
  if (operator === ',' && text[end + quote.length] === ',' && key[0] !== '-' && !isArgument(text, keyStart))
    return undefined;
  // Markdown's emphasis.
  if (quote === '' && text.startsWith('**', start) && text.startsWith('**', end - 2) && end - start > 4) {
    start += 2;
    end -= 2;
  }
  return {
    key: label + key,
    keyStart,
    operator,
    quote,
    start,
    end,
    fallback: operator === '{' || /\|\||\?\?|,|or\s/.test(wrapper),
  };
}

const longestValue = 400;

/** A cell's label may be several words: those before the telling one say what kind of key it is. */
const isCell = /^[|>]$/;
const wordsBefore = /(?<=[>|│┃*\n][ \t]{0,4}\**)(?:[A-Za-z][\w.-]{0,20} ){1,4}$/;

/** What ends a literal that begins so: the same quote, or the bracket's other half (Lua's `[[`, Perl's `q{`, Ruby's `%q(`). */
function closingOf(opening: string): string {
  const bare = opening.replace(/^[a-z@$%#]+/i, '');
  if (!/[[({<]/.test(bare)) return /^["']\\{1,3}["']/.test(bare) ? bare.slice(1) + bare[0] : bare;
  return [...bare]
    .reverse()
    .map(unit => mirrored[unit] ?? unit)
    .join('');
}

const mirrored: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

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
  if (plain !== '') return { operator: plain.trim().toLowerCase().replace(/[│┃]/, '|'), rest: typed + plain.length };
  const cell = quotedKey || !opensLine(text, keyStart) ? '' : sticky(cellOperator, text, keyEnd);
  if (cell !== '') return { operator: '|', rest: keyEnd + cell.length };
  if (!isSpaced(text, keyStart, key)) return undefined;
  const spaced = sticky(spacedOperator, text, typed);
  return spaced === '' ? undefined : { operator: spaced.trim().toLowerCase() || ' ', rest: typed + spaced.length };
}

const closers = /(?:\\{0,3}["'`])?[\]}]?(?:\[\w{0,8}\](?: PROGMEM)?(?= ?=))?/y;
const type =
  /(?:\??\s{0,2}:\s{0,2}&?(?:'static )?[\w.<>[\]| ]{1,30}?|\s{1,3}\*?(?:string|\[\]byte|text|varchar|as string))(?=\s{0,8}=\s{0,8}[^=>\s#])/iy;
const plainOperator =
  /[^\S\n]{0,30}(?:===?|!==?|:=|=>|<-|\|\|=|\?\?=|(?:\?\?|\|\|)(?=\s{0,4}["'`])|\?=|\+=|=|::(?=\s{1,4}["'])|:(?!\/\/|:)|：|\(|>|[|│┃](?= ))[^\S\n]{0,20}|[^\S\n]{1,3}(?:is|was)(?: set to)?:?[^\S\n]{1,2}/iy;
const operatorAfterQuote = /[^\S\n]{0,20}(?:===?|!==?|:=|=>|\|\|=|\?\?=|=|::?|,|->|>|to(?= ))[^\S\n]{0,20}/y;
/** Columns of a list, of `NAME,value` or of a directive: nothing but the value behind it on its line. */
const cellOperator = /(?:[ \t]{1,40}|,[ \t]?)(?=["']?[^\s,"']{6,400}["']?;?[ \t]{0,40}(?:\r?\n|$))/y;
/** A default in a template of the shell or of Spring: `${KEY:-value}`, `${key:value}`. */
const templateOperator = /:[-=]?/y;
/**
 * Lists of settings give the value on its own: `name: KEY, value: …`, `<key>…</key><string>…`, `variable "key" { default = …`,
 * `SET PASSWORD FOR somebody = …`.
 */
const pairOperator =
  /[,;]?\s{1,40}(?:-\s)?(?:\\{0,3}["'])?(?:value|val|default|defaultvalue|default_value|content)(?:\\{0,3}["'])?[^\S\n]{0,4}[:=]=?[^\S\n]{0,8}|<\/\w{1,12}>\s{0,40}(?:<\/\w{1,12}>\s{0,40})?(?:<(?:string|value|td|dd|span|div|p|b|strong|code|pre|tt|input)(?:\s[^<>\n]{0,80})?>\s{0,4}){1,2}|\s{0,4}\{[^{}]{0,160}?\bdefault\s{0,8}=\s{0,4}|\s{1,3}for\s{1,3}[^\s=]{1,80}\s{0,3}=\s{0,3}/iy;
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
const setter = /(?:#\s?define|setenv|setx|set -g?x|ENV)[ \t]{1,8}$|(?:^|\s)set \$$|[\s{(]:$|(?:^|\n)\s{0,8}@$/i;

function fitsKey(text: string, key: string, keyStart: number, operator: string): boolean {
  const line = () => text.slice(Math.max(0, keyStart - 120), keyStart);
  if (operator === '>')
    return (
      text[keyStart - 1] === '<' ||
      text[keyStart - 1] === '>' ||
      /<[^<>\n]{0,120}$|>[ \t]{0,4}(?:[\w.-]{1,20} ){1,4}$/.test(line())
    );
  if (operator === '|') return /(?:^|\n)(?:[|│┃][^\n]{0,119}|[ \t]{0,12}(?:\w[\w.-]{0,20} ){0,4})$/.test(line());
  // One of the parts of a name with colons, such as Amazon's.
  if (operator === ':' && /[\w:]:$/.test(line())) return false;
  // An option and its value, as lists of arguments have them.
  if (operator === ',') return /^--?[a-z]/i.test(key) || isListed(line());
  return operator !== ' ' || !/identified/i.test(key);
}

/** The quoted key begins a pair or is the first argument of what sets, gets or adds something by its name. */
function isListed(before: string): boolean {
  if (/\b(?:buildConfigField|resValue)\b[^\n]{0,60}["']$/.test(before)) return true;
  const opened = /([\w$]{0,40}|[:=]\s{0,8})([([{])\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.exec(before);
  if (!opened) return false;
  // A list that a name is given is one of things alike; a pair stands in a list of pairs.
  if (opened[2] === '[' && /^[:=]/.test(opened[1] as string)) return false;
  return !/\w/.test(opened[1] as string) || namesKeys.test(opened[1] as string);
}

const namesKeys =
  /put|set|add|append|define|insert|store|save|write|update|env|fetch|get|default|prop|param|option|header|attr|field|entry|pair|with|secret|credential|config|data|map|arg(?!on)|local|session|key|tuple|input|fill|var|flag|string|^of$|resvalue/i;

/** Nothing but blanks before the key on its line. */
function opensLine(text: string, keyStart: number): boolean {
  return /(?:^|\n)[ \t]{0,12}$/.test(text.slice(Math.max(0, keyStart - 13), keyStart));
}

function isArgument(text: string, keyStart: number): boolean {
  return /[\w$]\(\s{0,8}[rbuf@$]{0,2}\\{0,3}["'`]$/i.test(text.slice(Math.max(0, keyStart - 16), keyStart));
}

/** What stands around a literal without changing it, or offers it as a default. */
const wrappers =
  /(?:[^\n"'`;,()]{0,60}(?:\|\||\?\?|\bor\b)\s{0,4}|[\w.]{0,30}(?:getenv|environ\.get|env|ENV)[([]\s?["'][\w.-]{1,60}["']\s?[)\]]\s?(?:\|\||\?\?|or)\s{0,4})?(?:(?:os\.)?(?:getenv|environ\.get|env|fetch|env\.get|get_env|env\.fetch|default)\(\s{0,4}["'][\w.-]{1,60}["']\s{0,4},\s{0,4})?(?:(?:\[\]byte|buffer\.from|str|string|string::from|some|ref|secretstr|securestring|new securestring|text|secret|password|bytes|convertto-securestring(?: -string)?)\s?[({]?\s{0,4})?(?=[rbufln@$]{0,2}\\{0,3}["'`])/iy;

const quotes =
  /[rbufln@$]{0,2}(?:\\{0,3}(?:"""|'''|``(?=[^\s`;,)])|["'`])(?:(?<=["'])\\{1,3}["'])?)|\[=?\[|(?:q[qw]?|%[qQ]?)[({[<](?=[^\s(){}[\]<>]{4})|r#{1,2}"/iy;

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
