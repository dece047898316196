import type { Assignment } from '../detectors/readAssignment';
import { lineStart } from '../lineAround';
import { isCode } from './isCode';
import { oddness } from './judgeLetters';

/** True where the syntax around makes the value a literal, not an expression or prose. */
export function fitsSyntax(assignment: Assignment, text: string, value: string, path: string | undefined): boolean {
  const { quote, operator, key, keyStart, start, end } = assignment;
  if (operator === 'by' && quote === '`') return false;
  if (/^(?:is|was)/.test(operator) && quote === '' && (isCode(path) || !/\d|[^\w.,:;-]/.test(value))) return false;
  if (operator === ' ' && !key.startsWith('-') && (quote === '`' || (quote === '' && !/\d/.test(value)))) return false;
  if (operator === '{')
    return /^[^\S\n]?\}/.test(text.slice(end, end + 2)) && !/^[\w.]+$/.test(value.replace(/\w*\d\w*/, '!'));
  // Of several arguments to a setter the first one hardly is the secret.
  if (operator === '(' && /^\s{0,4},/.test(text.slice(end + quote.length, end + quote.length + 5))) return false;
  if (quote !== '') return !madeFurther.test(text.slice(end + quote.length, end + quote.length + 24));
  const next = text[end] ?? '\n';
  if (operator === '>') return next === '<';
  if (operator === '|') return endsCell(text, end, isCode(path)) && /\d|[^\w.,:;-]/.test(value);
  if (/^[A-Za-z_$][\w$]*$/.test(value) && next === '(') return false;
  if (/[([{]/.test(next) || /^[\w.$:>-]{1,60}[([{]/.test(value)) return false;
  if (isCode(path)) return isBareInCode(assignment, text, value);
  if (operator === ':' && next === text[keyStart - 1] && /["'`]/.test(next)) return true;
  if ((operator === '=' && /\s/.test(text[start - 1] ?? '')) || operator === ':')
    return endsLine(text, end) || (operator === ':' && isInFlow(text, keyStart, end) && !isNamed.test(value));
  return operator !== '(' && operator !== ',';
}

/** A literal that is only a part, or that is looked at (but a line of a patch begins with its sign); what turns it into another type leaves it as it is. */
const madeFurther =
  /^(?:[^\S\n]{0,4}|\s{0,4}\n[^\S\n]{1,12})(?:\+|%|\.\s{0,2}format\b|\.(?!to_?string\b|into\b|to_owned\b|to_?vec\b|to_?char|(?:as_|get)bytes\b|encode\b|freeze\b|trim\b)\w+\()/i;

/** Comparisons and the like, which minified code writes without blanks. */
const codeSigns = /^!|[!<>]=|&&|\|\|/;

/** A border of the table, or the line's end where no program's text stands. */
function endsCell(text: string, end: number, inCode: boolean): boolean {
  return (inCode ? /^\*{0,2}\s{0,40}\|/ : cellEnd).test(text.slice(end, end + 260));
}

const cellEnd = /^[*;]{0,2}(?:[ \t]{0,200}[|│┃]|[ \t]{0,40}(?:\r?\n|$))/;

/** Rest of the line holds nothing more but a comment, a bracket or a comma. */
function endsLine(text: string, end: number): boolean {
  return /^\*{0,2}["'`,;)}\].\\]{0,3}(?:\\[nr])?\s{0,36}?(?:[\r\n]|$|#|\/\/|\\|-->|\*\/|(?<=\s);\s)/.test(
    text.slice(end, end + 40),
  );
}

/** What an object in a documentation's example is given: a name, with a number behind it or not. */
const isNamed = /^[A-Za-z_$.]+\d{0,2}$/;

/** One of several pairs in braces, as YAML has them on one line: `{ name: bob, password: … }`. */
function isInFlow(text: string, keyStart: number, end: number): boolean {
  return (
    /^\s?(?:,\s|\})/.test(text.slice(end, end + 3)) &&
    /\{\s?(?:[\w.-]{1,40}: [^{},\n]{1,80}, ?){0,6}$/.test(text.slice(lineStart(text, keyStart, 300), keyStart))
  );
}

/** In program text a bare value is one within a string, or in the comment that shows a configuration. */
function isBareInCode({ operator, keyStart, start, end }: Assignment, text: string, value: string): boolean {
  if (codeSigns.test(value)) return false;
  // All of a string, as in what a notebook has printed.
  if (/^[=:]$/.test(operator) && /\d/.test(value) && isWholeString(text, keyStart, end)) return true;
  // A number is a literal without quotes.
  if (/^0x[0-9a-f]{40,128}$/i.test(value)) return true;
  const shown = /(?:^|\n)\s{0,40}(?:\/\/|#|\*)[\s\w-]{0,40}$/.test(text.slice(Math.max(0, keyStart - 90), keyStart));
  if (
    shown &&
    /^[=:]$/.test(operator) &&
    endsLine(text, end) &&
    (/[a-z]\d|\d[a-z]/i.test(value) || oddness(value) >= 2.5)
  )
    return true;
  if (operator !== '=' || text[start - 1] !== '=' || !/[\s"'`&\\]/.test(text[end] ?? '\n')) return false;
  return /\d/.test(value) && insideText(text, start);
}

function isWholeString(text: string, start: number, end: number): boolean {
  return (
    /["'`]$|\\n$/.test(text.slice(Math.max(0, start - 2), start)) && /^(?:\\[nr]|["'`])/.test(text.slice(end, end + 2))
  );
}

/** In program text a bare value can only stand within a string or a comment. */
function insideText(text: string, start: number): boolean {
  return /["'`]|\/\/|#|^\s*\*/.test(text.slice(lineStart(text, start, 200), start));
}
