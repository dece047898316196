import type { Span } from '../model';

/** A value of a list, a mapping or a section. */
export interface Entry extends Span {
  /** Empty in a list. */
  readonly key: string;
}

/**
 * Reads what a name holds whose end is at `at`: what brackets hold behind it, the lines below it that are indented deeper, or those of a
 * section `[name]`. Only literals; no further than some thousand units and some dozen values.
 */
export function readContainer(text: string, at: number): Entry[] {
  const head = opened(text.slice(at, at + longestHead));
  const opener = ways.findIndex(way => match(way, head, 0) !== null);
  if (opener < 0) return none;
  const before = opened(text.slice(Math.max(0, at - 200), at));
  if (opener === 1 && !opensSection.test(before)) return none;
  const body = opened(text.slice(at, at + longest));
  const start = match(ways[opener] as RegExp, body, 0)?.[0].length ?? 0;
  const found =
    opener === 0 ? readBrackets(body, start) : readLines(body, start, opener === 1 ? -1 : indentBefore(before));
  return found.map(({ key, ...entry }) => ({ key, start: entry.start + at, end: entry.end + at }));
}

/** A bracket behind a name holds a type, or a place of a list. */
const opensSection = /(?:^|[^\w)\]>])\[{1,2}[^[\]\n]{1,120}$/;

const longestHead = 100;
const longest = 3000;
const none: Entry[] = [];

/** A text within a string as if it stood by itself, each unit at its place; what made it one is a blank that nothing else is. */
function opened(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\{1,3}([nrt"'])/g, (whole, unit: string) =>
    (plain[unit] ?? unit).padStart(whole.length, '\ue000'),
  );
}

const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A bracket, behind a type or a call that makes the list; a section's end; a line's end. */
const ways = [
  /\s?\ue000{0,3}["'`]?\]?\s{0,4}(?::\s{0,2}[\w<>[\], ]{1,40}(?==))?(?:=>|:=|=|:)\s{0,4}(?:[\w.:!&]{1,24}(?:\[\w{0,16}\])?[\w<>, ]{0,24})?[[{(]/y,
  /\s?\]\]?[ \t]{0,20}\ue000{0,3}\r?\ue000{0,3}\n/y,
  /\s?\ue000{0,3}["']?:[ \t]{0,20}(?:#[^\n]{0,80})?\ue000{0,3}\r?\ue000{0,3}\n/y,
];

const most = 60;
/** Pairs may stand in a list; what is deeper has names of its own. */
const deepest = 2;
/** After so many units, or lines, that bring no value there will be none. */
const idleUnits = 400;
const idleLines = 10;

/** A quoted literal, a name before a sign that gives it something, a bracket. */
const part =
  /(?<quote>["'`])(?<literal>[^\n"'`\ue000]{0,400})\ue000{0,3}\k<quote>(?<sign>\s{0,4}(?:=>|[:=,](?!=)))?|(?<name>[\w.-]{1,64})\s{0,4}(?:=>|[:=])\s{0,4}|(?<bracket>[[\](){}])/y;

function readBrackets(text: string, at: number): Entry[] {
  const found: Entry[] = [];
  let key = '';
  let depth = 1;
  let last = at;
  for (let i = at; i < Math.min(last + idleUnits, text.length) && depth > 0 && found.length < most; ) {
    const read = match(part, text, i);
    if (!read) {
      if (text[i] === ',' || text[i] === ';' || text[i] === '\n') key = '';
      i++;
      continue;
    }
    const { literal, sign = '', name, bracket } = read.groups ?? {};
    if (bracket !== undefined) depth += '[({'.includes(bracket) ? 1 : -1;
    else if (name !== undefined) key = name;
    else if (/[:=]/.test(sign)) key = literal ?? '';
    else if (literal && depth <= deepest) {
      const start = i + 1;
      last = start + literal.length;
      found.push({ key, start, end: last });
      if (sign !== '') key = '';
    }
    i += read[0].length;
  }
  return found;
}

/** A line of data; a statement ends otherwise. */
const line =
  /[ \t]{0,200}(?:-[ \t]{1,4})?(?:\ue000{0,3}(?<quoted>["']?)(?<key>[\w./-]{1,64})\ue000{0,3}\k<quoted>[ \t]{0,40}[:=][ \t]{0,40})?\ue000{0,3}(?<quote>["']?)(?<value>[^\s"'\ue000#[\]{}|>&*!][^\s"'\ue000]{3,399})\ue000{0,3}\k<quote>[ \t]{0,40}(?:[#;][^\n]*)?\ue000{0,3}\r?\ue000{0,3}(?=["\n]|$)/y;

/** Lines that are indented deeper than `indent`, or the items of a list at its depth; in a section (-1) all up to the next one. */
function readLines(text: string, at: number, indent: number): Entry[] {
  const found: Entry[] = [];
  let idle = 0;
  for (let i = at; i < text.length && found.length < most && idle++ < idleLines; ) {
    const end = text.indexOf('\n', i);
    const stop = end < 0 ? text.length : end;
    const margin = match(/[ \t]{0,200}/y, text, i)?.[0].length ?? 0;
    const first = text[i + margin] ?? '';
    const blank = first === '\r' || first === '\n' || first === '';
    if (!blank && (indent < 0 ? first === '[' : margin < indent || (margin === indent && first !== '-'))) break;
    const read = blank ? null : match(line, text, i);
    const value = read?.groups?.value;
    if (read && value !== undefined) {
      const start = i + read[0].lastIndexOf(value);
      idle = 0;
      found.push({ key: read.groups?.key ?? '', start, end: start + value.length });
    }
    i = stop + 1;
  }
  return found;
}

/** How far the line is indented whose beginning this is the end of. */
function indentBefore(before: string): number {
  return match(/[ \t]{0,200}/y, before, before.lastIndexOf('\n') + 1)?.[0].length ?? 0;
}
