import type { Span } from '../model';

/** One argument of a call; `literal` spans what stands between the quotes, where nothing else belongs to the argument. */
export interface Argument {
  readonly literal?: Span;
  /** The name of a named argument, in lower case. */
  readonly name: string | undefined;
}

/** Reads a call's arguments from behind its bracket on: at most eight, and at most some hundred units. */
export function readArguments(text: string, at: number): Argument[] {
  const read: Argument[] = [];
  const limit = Math.min(text.length, at + longest);
  for (let i = at; i < limit && read.length < 8; ) {
    const argument = readArgument(text, i, limit);
    if (!argument) return read;
    read.push(argument);
    if (text[argument.end] !== ',') return read;
    i = argument.end + 1;
  }
  return read;
}

const longest = 600;
/** Brackets within brackets that are passed over. */
const deepest = 6;

function readArgument(text: string, at: number, limit: number): (Argument & { end: number }) | undefined {
  const lead = match(named, text, at);
  const start = at + lead.length;
  const opening = match(quotes, text, start);
  const name = /([A-Za-z_]\w*)\s?[=:]/.exec(lead)?.[1]?.toLowerCase();
  const quote = opening.trim().replace(/^[a-z@$]+/i, '');
  if (quote !== '') {
    const from = start + opening.length;
    const to = closing(text, from, quote, limit);
    if (to < 0) return undefined;
    const end = to + quote.length + match(conversion, text, to + quote.length).length;
    if (!goesOn.test(text.slice(end, end + 1))) return { literal: { start: from, end: to }, name, end };
  }
  const end = endOfExpression(text, start, limit);
  return end < 0 ? undefined : { name, end };
}

const named =
  /(?:\s|\\[nrt]){0,40}(?:[A-Za-z_]\w{0,40}\s?[=:](?![=:>])\s{0,4})?(?:(?:[\w.]{1,30}\.)?(?:GetBytes|FromBase64String|b64decode|from|Some|\[\]byte)\(\s{0,4})?/y;
const quotes = /[rbufl@$]{0,2}(?:\\{0,3}["'`])/iy;
/** What makes the literal's type fit: `"x".toCharArray()`; and the blanks after it. */
const conversion =
  /(?:\.(?:toCharArray|getBytes|encode|decode|to_s|to_string|into)\([^()\n]{0,20}\))?[^\S\n]{0,20}(?:(?:\n|\\n)\s{0,20}(?=\)))?/y;

/** What makes an expression of a literal that stands before it. */
const goesOn = /[\w+%.?[(|&*/<=>-]/;

function match(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

function closing(text: string, from: number, quote: string, limit: number): number {
  for (let i = from; i < limit; i++) {
    if (text.startsWith(quote, i)) return i;
    if (text[i] === '\n') return -1;
    if (text[i] === '\\' && quote.length === 1) i++;
  }
  return -1;
}

/** Where the comma or the bracket stands that ends an argument which is no literal; brackets and quotes are passed over. */
function endOfExpression(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let i = from; i < limit; i++) {
    const unit = text[i] as string;
    if (depth === 0 && /[,)\];}]/.test(unit)) return i;
    if (/[([{]/.test(unit)) {
      if (++depth > deepest) return -1;
    } else if (/[)\]}]/.test(unit)) depth--;
    else if (/["'`]/.test(unit)) {
      const to = closing(text, i + 1, unit, limit);
      if (to > 0) i = to;
    }
  }
  return -1;
}
