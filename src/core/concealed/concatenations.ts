import type { Seam } from './seam';
import { isInToken } from './tokenUnits';

/** Adds where a literal ends and another one goes on, and where literals are joined from a list. */
export function concatenationsIn(text: string, seams: Seam[], leaving: boolean): void {
  const lines = leaving && lineNumbers.test(text);
  for (const quote of ['"', "'", '`']) {
    for (let at = text.indexOf(quote, 1); at >= 0; at = text.indexOf(quote, at + 1)) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 128;
      if (next >= 128 || mayGoOn[next] === 0) continue;
      const start = overBackslashes(text, at);
      if (start === 0 || !mayBeCut(text, start - 1, start - 2)) continue;
      if (mayGoOn[next] === blank && !goesOnAfterBlanks(text, at + 2, lines)) continue;
      const seam = concatenation(text, start, at, lines);
      if (!seam) continue;
      seams.push(...leadOf(text, text.lastIndexOf(quote, start - 1)), seam);
    }
  }
  for (let at = text.indexOf('${', 1); at >= 0; at = text.indexOf('${', at + 2))
    seams.push(...literalInTemplate(text, at));
  for (const call of calls)
    for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + call.length))
      seams.push(...argumentsOf(text, at + call.length));
  if (leaving) joinedByCalls(text, seams);
  for (const added of leaving ? ['+=', '.= '] : ['+= ', '.= '])
    for (let at = text.indexOf(added); at >= 0; at = text.indexOf(added, at + 2))
      seams.push(...goesOnBelowBy(text, at));
  for (let at = text.indexOf('join('); at >= 0; at = text.indexOf('join(', at + 5)) seams.push(...joinedList(text, at));
}

/** Where the backslashes begin that escape the quote at `at`: of code within JSON, such as a notebook's. */
function overBackslashes(text: string, at: number): number {
  let start = at;
  while (at - start < 3 && start > 0 && text[start - 1] === '\\') start--;
  return start;
}

/**
 * The seam that begins with the quote at `at`, or the backslashes before it: joined by an operator of some language, by nothing (C, Python, the shell), over
 * a line's end or not. Both sides must be made of what tokens are made of.
 */
function concatenation(text: string, start: number, at: number, lines: boolean): Seam | undefined {
  between.lastIndex = at;
  betweenLines.lastIndex = at;
  const match = between.exec(text) ?? (lines ? betweenLines.exec(text) : null);
  if (!match) return undefined;
  const [whole, operator, quote] = match;
  const end = at + whole.length;
  // Only the shell joins literals in different quotes, and only where they touch.
  if (!operator && quote !== text[at] && whole.length > 2) return undefined;
  if (!operator && whole.includes('\n') && !goesOnBelow(text, whole, end)) return undefined;
  return mayBeCut(text, end, end + 1) || text[end] === '\\' ? { start, end, to: '', how: 'in pieces' } : undefined;
}

/** A token's unit, or a blank within a number. */
function mayBeCut(text: string, at: number, next: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 32) return isInToken(code);
  const inner = text.charCodeAt(next);
  return inner >= 48 && inner <= 57;
}

/**
 * What stands between a name's sign and the first literal, at whose quote it ends: a bracket, a call, a line's end. Without it the
 * name stands at the whole value.
 */
function leadOf(text: string, quote: number): Seam[] {
  if (quote < 1 || !/[\s([{>]/.test(text[quote - 1] as string)) return [];
  const lead = called.exec(text.slice(Math.max(0, quote - 100), quote))?.[1];
  return lead === undefined ? [] : [{ start: quote - lead.length, end: quote, to: '', how: 'in pieces' }];
}

const called = /[\w"'\])] ?(?::?=|:|=>) ?((?=[\s\S]{0,80}[\n([])(?:[\w.$@<>\s()[\]{}&*→-]|""\.|''\.){1,80})$/;

/** The number that clients and `cat -n` put before a line. */
const numbered = String.raw`(?:(?<=\n {0,6})\d{1,6}(?:\t|→)\s{0,60})?`;

/** `"AKIA" + "…"`, `'a' . 'b'`, `"a" & _⏎ "b"`, `"a"⏎ "b"`, `'a''b'`, `${'a'}${'b'}`, `"a".concat("b")`, `"a" << "b"`. */
const between =
  /["'`](?:\}\$\{|\s{0,60}(?:(\+\+?|\.\.?|&|\|\||<>|<<|~|\\|\.concat\()(?:[ \t]{0,8}[_\\])?\s{0,60})?)[bBrRuUfFL@$]{0,2}\\{0,3}(["'`])/y;
/** The same with numbers before the lines. */
const betweenLines = new RegExp(
  `["'\`]\\s{0,60}${numbered}(?:(\\+\\+?|\\.\\.?|&|\\|\\||<>|<<|~|\\\\|\\.concat\\()(?:[ \\t]{0,8}[_\\\\])?\\s{0,60}${numbered})?[bBrRuUfFL@$]{0,2}\\\\{0,3}(["'\`])`,
  'y',
);

/** A literal below another one goes on with it where it is indented and no key: at the margin it stands for itself. */
function goesOnBelow(text: string, whole: string, end: number): boolean {
  isKey.lastIndex = end;
  return /[ \t]["'`]$|[ \t]\w{1,2}["'`]$/.test(whole) && !isKey.test(text);
}

const isKey = /[^"'`\n]{0,128}["'`][ \t]{0,8}:/y;

const blank = 2;

/** ASCII unit → 1 where a concatenation may go on with it, 2 for a blank. */
const mayGoOn = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  return /\s/.test(unit) ? blank : /[+.&|<~"'`\\}@]/.test(unit) ? 1 : 0;
});

/** Most literals with a blank behind them are followed by a word or a sign of another kind. */
function goesOnAfterBlanks(text: string, from: number, lines: boolean): boolean {
  const most = Math.min(from + 60, text.length);
  let at = from;
  while (at < most && mayGoOn[text.charCodeAt(at) & 127] === blank) at++;
  if (at === text.length) return false;
  const code = text.charCodeAt(at) & 127;
  if (lines && code >= 48 && code <= 57 && lineNumber.test(text.slice(at - 1, at + 8))) return true;
  return mayGoOn[code] === 1 || (isInToken(code) && /["'`]/.test(text.slice(at + 1, at + 3)));
}

const lineNumber = /^[\n ]\d{1,6}[\t→]/;
/** Two of them, below each other. */
const lineNumbers = /(?:^|\n) {0,6}\d{1,6}[\t→][^\n]{0,300}\n {0,6}\d{1,6}[\t→]/;

/** A template's `${'…'}`, which holds nothing but a literal. */
function literalInTemplate(text: string, at: number): Seam[] {
  inTemplate.lastIndex = at;
  const match = inTemplate.exec(text);
  if (!match) return [];
  const end = at + match[0].length;
  return [
    { start: at, end: at + 3, to: '', how: 'in pieces' },
    { start: end - 2, end, to: '', how: 'in pieces' },
  ];
}

const inTemplate = /\$\{(["'`])[\w.+/=-]{1,256}\1\}/y;

/** The seams of a list of literals that the `join(` at `at` makes one text of: `[…].join('')`, `''.join([…])`. */
function joinedList(text: string, at: number): Seam[] {
  after.lastIndex = at + 5;
  const glue = after.exec(text);
  if (glue) {
    const before = text.slice(Math.max(0, at - longestList), at);
    const opened = before.lastIndexOf('[');
    const list = opened < 0 ? undefined : listBefore.exec(before.slice(opened));
    return list ? separators(text, at - before.length + opened + 1, list[1] as string, glue[2] as string) : [];
  }
  const list = listAfter.exec(text.slice(at + 5, at + 5 + longestList));
  const lead = list && gluedBefore.exec(text.slice(Math.max(0, at - 8), at));
  return list && lead
    ? separators(text, at + 5 + (list[1] as string).length, list[2] as string, lead[2] as string)
    : [];
}

/** The ends of names of functions that make one text of their arguments. */
const calls = ['oncat(', 'ONCAT(', 'Join('] as const;

/** The seams of literals that are the arguments of a call, or the list that is its argument. */
function argumentsOf(text: string, at: number): Seam[] {
  if (!/["'[(c]/.test(text[at] ?? ' ')) return [];
  const list = arguments_.exec(text.slice(at, at + longestList));
  return list ? separators(text, at + (list[1] as string).length, list[3] as string, '') : [];
}

/** What stands in a form, or is added by calls: only on a way out. */
function joinedByCalls(text: string, seams: Seam[]): void {
  for (const form of forms)
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
      seams.push(...argumentsOfForm(text, at));
  for (const call of adders)
    for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + call.length))
      seams.push(...goesOnByCall(text, at, call.length));
}

/** How forms begin that hold nothing but places for what follows: `"%s%s" % ("a", "b")`, `"{}{}".format("a", "b")`. */
const forms = ['%s%s', '{}{}', '{0}{1}'] as const;

function argumentsOfForm(text: string, at: number): Seam[] {
  if (!/["'`]/.test(text[at - 1] ?? '')) return [];
  const list = argumentsOfForms.exec(text.slice(at, at + longestList));
  if (!list) return [];
  const first = at + (list[1] as string).length;
  const start = first + (list[2] as string).search(/["']/);
  const form: Seam = { start: at - 1, end: start, to: '', how: 'in pieces' };
  return [...leadOf(text, at - 1), form, ...separators(text, first, list[2] as string, '')];
}

/** The ends of names of methods that add their argument to what was there. */
const adders = ['ppend(', 'push(', 'write('] as const;

/** `sb.append("a")`, and behind it or on the next line `.append("b")`. */
function goesOnByCall(text: string, at: number, length: number): Seam[] {
  opened.lastIndex = at + length;
  const quote = opened.exec(text)?.[0];
  const before = quote === undefined ? null : calledBefore.exec(text.slice(Math.max(0, at - 120), at));
  if (!before || quote === undefined) return [];
  const start = at - before[0].length;
  const seam: Seam = { start, end: at + length + quote.length, to: '', how: 'in pieces' };
  return [...leadOf(text, text.lastIndexOf(text[start] as string, start - 1)), seam];
}

const calledBefore = new RegExp(
  `["'\`]\\);?\\s{0,60}${numbered}(?:[\\w$]{1,40}(?:\\.|->)|\\.|->)(?:[aA]|\\w{0,12}_)?$`,
);

/** `s = "a"`, and on the next line `s += "b"`. */
function goesOnBelowBy(text: string, at: number): Seam[] {
  const from = at + (text[at + 2] === ' ' ? 3 : 2);
  opened.lastIndex = from;
  const quote = opened.exec(text)?.[0];
  const before = quote === undefined ? null : appended.exec(text.slice(Math.max(0, at - 460), at));
  if (!before || quote === undefined) return [];
  const start = at - (before[3] as string).length - 1;
  return [{ start, end: from + quote.length, to: '', how: 'in pieces' }];
}

const appended =
  /(?:^|[\s;])(\$?\w{1,40}) ?(?:\+|\.)?= ?[rbu@]?(["'`])[^"'`\n]{2,400}\2(;?\s{1,20}(?:\d{1,6}[\t→]\s{0,40})?\1 ?)$/;
const opened = /[rbu@]?["'`]/y;

const longestList = 2048;
const literals = String.raw`\s*(?:"[^"\\\n]*"|'[^'\\\n]*')(?:\s*,\s*(?:"[^"\\\n]*"|'[^'\\\n]*'))+`;
const after = /(["'`])([^"'`\\\n]{0,2})\1\s{0,4}\)/y;
const arguments_ = new RegExp(
  String.raw`^((?:\[\]string\{|c\(|["']{2},\s?\[?|(["'])(?:%s|\{\d?\}|%\d\$s){2,8}\2,\s?|[[(])?)(${literals})`,
);
const argumentsOfForms = new RegExp(String.raw`^((?:%s|\{\d?\}){2,12}["'](?:\s?[,%]\s?\(?|\.format\())(${literals})`);
const listBefore = new RegExp(String.raw`^\[(${literals})\s*,?\s*\]\s*\.$`);
const listAfter = new RegExp(String.raw`^(\s*[[(])(${literals})\s*,?\s*[\])]`);
const gluedBefore = /(["'])([^"'\\\n]{0,2})\1\.$/;

/** What stands between the literals of a list that begins at `start`. */
function separators(text: string, start: number, list: string, to: string): Seam[] {
  const parts = [...list.matchAll(/"[^"\\\n]*"|'[^'\\\n]*'/g)];
  const seams = parts.slice(1).map((part, i): Seam => {
    const before = parts[i] as RegExpExecArray;
    const end = before.index + before[0].length;
    return { start: start + end - 1, end: start + part.index + 1, to, how: 'in pieces' };
  });
  return to === '' ? [...leadOf(text, start + (parts[0]?.index ?? 0)), ...seams] : seams;
}
