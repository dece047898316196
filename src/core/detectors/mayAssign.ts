import { backOverKey, isKeyUnit, isLetter, longestKey } from './keyUnits';

/**
 * False where what stands at `at` surely is given no literal: a look at a few units, made before anything is sliced. In the
 * text of a program a name that something else is given to needs a quote.
 */
export function mayAssign(text: string, at: number, isCode: boolean): boolean {
  let i = at;
  while (isKeyUnit(text.charCodeAt(i)) && i - at < longestKey) i++;
  while (text.charCodeAt(i) === 92) i++;
  if (isQuote(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === 93 || text.charCodeAt(i) === 125) i++;
  i = overLength(text, i);
  const closed = i;
  i = overBlanks(text, i);
  const sign = text.charCodeAt(i);
  if (sign === 40 || sign === 44)
    return (
      mayOpenQuote(text, overSpace(text, i + 1)) || (sign === 44 && !isCode && i === closed && opensLine(text, at))
    );
  // An arrow, as Scala has it.
  if (sign === 45 && text.charCodeAt(i + 1) === 62) i++;
  else if (!isOperator(sign)) return mayGoOn(text, at, closed, i);
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
  if (isQuote(text.charCodeAt(closed - 1)) && 'cd'.includes(text[next] ?? ' ')) return true;
  const start = backOverKey(text, at);
  return text[start] === '-' || start === 0 || ('\n\t :$'.includes(text[start - 1] as string) && isSetter(text, start));
}

function opensLine(text: string, at: number): boolean {
  const start = backOverKey(text, at);
  return start === 0 || text.charCodeAt(start - 1) === 10;
}

/** At a line's begin, or behind a word that sets what follows. */
function isSetter(text: string, start: number): boolean {
  let i = start - 1;
  while (isBlank(text.charCodeAt(i))) i--;
  return i < 0 || '\n:$eExXvVtT-'.includes(text[i] as string);
}

function isOperator(code: number): boolean {
  return (
    code === 61 ||
    code === 58 ||
    code === 62 ||
    code === 33 ||
    code === 124 ||
    code === 63 ||
    code === 43 ||
    code === 0x2502 ||
    code === 0x2503 ||
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

/** The length of an array, as C has it behind a name. */
function overLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== 91) return at;
  let i = at + 1;
  while (isKeyUnit(text.charCodeAt(i)) && i - at < 10) i++;
  return text.charCodeAt(i) === 93 ? i + 1 : at;
}

function overSpace(text: string, at: number): number {
  let i = at;
  while (i - at < 80 && (isBlank(text.charCodeAt(i)) || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13)) i++;
  return i;
}

/** A quote, an escaped one, one behind a prefix or a short call, or brackets in their place: `[[`, `q{`, `%q(`. */
function mayOpenQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isQuote(code) || code === 92 || code === 64 || code === 37) return true;
  if (code === 91) return text.charCodeAt(at + 1) === 91 || text.charCodeAt(at + 1) === 61;
  return isLetter(code) && ((code | 32) === 113 || hasQuote(text, at));
}

function hasQuote(text: string, at: number): boolean {
  for (let i = at; i < at + 100; i++) {
    const code = text.charCodeAt(i);
    if (isQuote(code)) return true;
    if (code === 10 || code === 59 || Number.isNaN(code)) return false;
  }
  return false;
}
