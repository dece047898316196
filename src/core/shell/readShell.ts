import { shellOutput } from './shellOutput';
import { anyLetters, braces, joined, oneLetter, unescaped, unknownText } from './shellWord';

/** A simple command that a line would run, with what its words come to as far as that can be told. */
export interface ShellCommand {
  /** Each of its words as the texts that it may be; `shellWord.ts` says what stands for what only the shell knows. */
  readonly words: readonly (readonly string[])[];
  /** Files that are redirected into it, and those that it writes. */
  readonly reads: readonly (readonly string[])[];
  readonly writes: readonly (readonly string[])[];
  /** Its own assignments, such as `NAME=value command`. */
  readonly sets: Readonly<Record<string, string>>;
  /** What is piped or given to it, where that is known. */
  readonly input: string | undefined;
  /** Whether something is piped into it. */
  readonly piped: boolean;
}

export interface ShellLine {
  readonly commands: readonly ShellCommand[];
  /** Set where it was too long, too deep, or ends within a quote: then not all of it was read. */
  readonly unread: boolean;
}

/**
 * The commands of a line of sh, bash, zsh or, near enough, PowerShell and cmd, with quotes, escapes, variables, braces and substitutions
 * resolved where the line itself tells what they are. Nothing is run. Reads 100,000 units and 2,000 commands at most.
 *
 * There is no library for this that starts within a hook's time: shells in WebAssembly take 100 ms, and readers of words resolve nothing.
 */
export function readShell(line: string): ShellLine {
  const state: State = { variables: new Map(), commands: [], left: 400_000, unread: line.length > longest };
  run(line.slice(0, longest), state, 0);
  return { commands: state.commands, unread: state.unread };
}

const longest = 100_000;
const deepest = 12;
const mostCommands = 2_000;

interface State {
  readonly variables: Map<string, readonly string[]>;
  readonly commands: ShellCommand[];
  left: number;
  unread: boolean;
}

interface Open {
  words: (readonly string[])[];
  reads: (readonly string[])[];
  writes: (readonly string[])[];
  sets: Record<string, string>;
  input?: string;
  piped: boolean;
}

const fresh = (): Open => ({ words: [], reads: [], writes: [], sets: {}, piped: false });

/** Runs through a text and gives what it would print, where that is known. */
function run(text: string, state: State, depth: number): string | undefined {
  state.left -= text.length;
  if (depth > deepest || state.left < 0 || state.commands.length > mostCommands) {
    state.unread = true;
    return undefined;
  }
  let at = 0;
  let open = fresh();
  let printed: string | undefined = '';
  const heredocs: { end: string; into: Open; plain: boolean }[] = [];
  const finish = (pipes: boolean) => {
    const output = close(open, state);
    const next = fresh();
    if (pipes) {
      next.piped = true;
      if (output !== undefined) next.input = output;
    } else if (open.words.length > 0)
      printed = printed === undefined || output === undefined ? undefined : printed + output;
    open = next;
  };
  while (at < text.length) {
    const unit = text[at]!;
    const pair = text.slice(at, at + 2);
    if (unit === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text[at + 1] === '\r' ? 3 : 2;
    else if (unit === '\n') {
      finish(false);
      at++;
      for (const { end, into, plain } of heredocs.splice(0)) {
        const close = endOfHeredoc(text, at, end);
        const body = text.slice(at, close.from);
        // The command has been closed without it; what it gets counts as a command line of its own.
        retell(state, into, plain ? body : (expandText(body, state, depth).at(0) ?? body));
        at = close.to;
      }
    } else if (/[ \t\r]/.test(unit)) at++;
    else if (unit === '#' && (at === 0 || /[\s;&|(]/.test(text[at - 1]!))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (pair === '<<' && text[at + 2] !== '<') {
      const [all, dash, quote, word = ''] = /^<<(-?)\s*(['"\\]?)([\w.-]+)['"]?/.exec(text.slice(at, at + 100)) ?? [
        '<<',
      ];
      if (word !== '') heredocs.push({ end: word, into: open, plain: quote !== '' && dash !== undefined });
      at += all.length;
    } else if (text.startsWith('<<<', at)) {
      const word = readWord(text, skipBlank(text, at + 3), state, depth);
      open.input = word.texts[0] ?? '';
      at = word.end;
    } else if (pair === '<(' || pair === '>(') {
      const end = closing(text, at + 1);
      const printedInside = run(text.slice(at + 2, end), state, depth + 1);
      if (printedInside !== undefined && open.input === undefined) open.input = printedInside;
      open.words.push([unknownText]);
      at = end + 1;
    } else if (
      /^(?:\d?|&)[<>]/.test(text.slice(at, at + 2)) &&
      (open.words.length === 0 || /[<>]/.test(unit) || /\s/.test(text[at - 1] ?? ' '))
    ) {
      const [operator] = /^(?:\d|&)?(?:<>|>>|>\||>&|<&|[<>])/.exec(text.slice(at, at + 4)) ?? [unit];
      const word = readWord(text, skipBlank(text, at + operator.length), state, depth);
      const duplicates = operator.endsWith('&') && /^\d$|^-$/.test(word.texts[0] ?? '');
      if (!duplicates && word.end > at + operator.length)
        (operator.includes('>') ? open.writes : open.reads).push(word.texts);
      at = Math.max(word.end, at + operator.length);
    } else if (unit === '|' || unit === ';' || unit === '&') {
      const pipes = unit === '|' && text[at + 1] !== '|';
      finish(pipes);
      at += pair === '||' || pair === '&&' || pair === ';;' || pair === '|&' ? 2 : 1;
    } else if (unit === '(' || unit === ')' || ((unit === '{' || unit === '}') && /^.(?:[\s;]|$)/.test(pair))) {
      const carries = unit === '(' || unit === '{' ? { input: open.input, piped: open.piped } : undefined;
      finish(false);
      if (carries?.piped) open.piped = true;
      if (carries?.input !== undefined) open.input = carries.input;
      at++;
    } else {
      const word = readWord(text, at, state, depth);
      addWord(open, word.texts, text.slice(at, word.end), state);
      at = Math.max(word.end, at + 1);
    }
  }
  finish(false);
  return printed;
}

/** A word is part of the command, or an assignment before it. */
function addWord(open: Open, texts: readonly string[], raw: string, state: State): void {
  const name = open.words.length === 0 ? /^\$?(?:env:)?([A-Za-z_]\w{0,100})\+?=/.exec(raw)?.[1] : undefined;
  if (name === undefined) {
    open.words.push(texts);
    return;
  }
  const values = texts.map(text => text.slice(text.indexOf('=') + 1));
  const before = raw.includes('+=') ? (state.variables.get(name) ?? ['']) : undefined;
  open.sets[name] = values[0] ?? '';
  state.variables.set(name, before ? joined([before, values]) : values);
}

const keywords = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '!',
  'time',
  'done',
  'fi',
  'esac',
  'function',
  'coproc',
]);

function close(open: Open, state: State): string | undefined {
  while (keywords.has(open.words[0]?.[0] ?? '')) open.words.shift();
  const { words, reads, writes, sets, input, piped } = open;
  const [first = ''] = words[0] ?? [];
  if (/^(?:for|select|foreach)$/.test(first) && words[1]?.[0] && words[2]?.[0] === 'in') {
    state.variables.set(words[1][0], words.slice(3).flat().slice(0, 64));
    return '';
  }
  if (/^(?:export|declare|local|readonly|typeset|set)$/.test(first))
    for (const [word = ''] of words.slice(1)) {
      const [, name, value] = /^(\w{1,100})=([\s\S]*)$/.exec(word) ?? [];
      if (name !== undefined) state.variables.set(name, [value ?? '']);
    }
  if (first === 'set' && words[1]?.[0] === '--') {
    const given = words.slice(2, 12);
    for (const [at, texts] of given.entries()) state.variables.set(String(at + 1), texts);
    for (const all of ['@', '*']) state.variables.set(all, given.flat().slice(0, 64));
  }
  if (first === 'read' && input !== undefined)
    for (const [name = ''] of words.slice(1))
      if (/^[A-Za-z_]\w*$/.test(name)) state.variables.set(name, [input.trim()]);
  if (words.length === 0 && reads.length === 0 && writes.length === 0 && Object.keys(sets).length === 0) return input;
  state.commands.push({ words, reads, writes, sets, input, piped });
  return writes.length > 0
    ? ''
    : shellOutput(
        words.map(([text = '']) => text),
        input,
      );
}

/** A command gets the text of a heredoc after its line has been read. */
function retell(state: State, into: Open, body: string): void {
  const at = state.commands.findLastIndex(one => one.words === into.words);
  const told = state.commands[at];
  if (told) state.commands[at] = { ...told, input: body };
}

function endOfHeredoc(text: string, from: number, end: string): { from: number; to: number } {
  for (let at = from; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    if (text.slice(at, stop).trim() === end) return { from: at, to: Math.min(stop + 1, text.length) };
    at = stop + 1;
  }
  return { from: text.length, to: text.length };
}

function skipBlank(text: string, at: number): number {
  let end = at;
  while (/[ \t]/.test(text[end] ?? '')) end++;
  return end;
}

interface Read {
  readonly texts: readonly string[];
  readonly end: number;
}

const ends = /[\s;&|<>()]/;

/** One word from a place on. */
function readWord(text: string, start: number, state: State, depth: number): Read {
  const parts: (readonly string[])[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push(braces(plain));
    plain = '';
  };
  let at = start;
  while (at < text.length && !ends.test(text[at]!)) {
    const unit = text[at]!;
    if (unit === "'" || (unit === '$' && text[at + 1] === "'")) {
      const from = unit === '$' ? at + 2 : at + 1;
      const end = closingQuote(text, from, "'", unit === '$');
      if (end >= text.length) state.unread = true;
      flush();
      parts.push([unit === '$' ? unescaped(text.slice(from, end)) : text.slice(from, end)]);
      at = end + 1;
    } else if (unit === '"' || (unit === '$' && text[at + 1] === '"')) {
      const from = unit === '$' ? at + 2 : at + 1;
      const end = closingQuote(text, from, '"', true);
      if (end >= text.length) state.unread = true;
      flush();
      parts.push(expandText(text.slice(from, end), state, depth));
      at = end + 1;
    } else if (unit === '$' || unit === '`') {
      flush();
      const one = expansion(text, at, state, depth);
      parts.push(one.texts);
      at = one.end;
    } else if (unit === '\\' && at + 1 < text.length) {
      plain += text[at + 1];
      at += 2;
    } else if (unit === '*' || unit === '?') {
      plain += unit === '*' ? anyLetters : oneLetter;
      at++;
    } else if (unit === '[' && /^\[[^\]\s/]{1,60}\]/.test(text.slice(at, at + 64)) && at > start - 1) {
      plain += oneLetter;
      at = text.indexOf(']', at + 2) + 1;
    } else {
      plain += unit;
      at++;
    }
  }
  flush();
  const texts = joined(parts);
  const raw = text.slice(start, at);
  // Windows writes paths with a backslash, where other shells take the next letter as it is.
  const windows = /^[\w.~:$%-]*\\[\w.\\ -]*$/.test(raw) ? [raw.replaceAll('\\', '/')] : [];
  return { texts: texts.length > 0 ? [...texts, ...windows] : [''], end: at };
}

function closingQuote(text: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (escapes && quote === '"' && text.startsWith('$(', at)) at = closing(text, at + 1);
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** Where the bracket that opens at a place ends; quotes are passed over. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '\\') at++;
    else if (unit === "'") at = closingQuote(text, at + 1, "'", false);
    else if (unit === '"') at = closingQuote(text, at + 1, '"', true);
    else if (unit === '(') depth++;
    else if (unit === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** What stands in double quotes, or in a heredoc. */
function expandText(text: string, state: State, depth: number): readonly string[] {
  const parts: (readonly string[])[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const unit = text[at]!;
    if (unit === '\\' && /["\\$`\n]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1] === '\n' ? '' : text[at + 1];
      at += 2;
    } else if ((unit === '$' && /[\w{(]/.test(text[at + 1] ?? '')) || unit === '`') {
      parts.push([plain]);
      plain = '';
      const one = expansion(text, at, state, depth);
      parts.push(one.texts);
      at = one.end;
    } else {
      plain += unit;
      at++;
    }
  }
  parts.push([plain]);
  return joined(parts);
}

/** `$NAME`, `${NAME…}`, `$(…)`, `$((…))` and backticks. */
function expansion(text: string, at: number, state: State, depth: number): Read {
  if (text[at] === '`') {
    const end = closingQuote(text, at + 1, '`', true);
    return { texts: printedBy(text.slice(at + 1, end).replaceAll('\\`', '`'), state, depth), end: end + 1 };
  }
  if (text.startsWith('$((', at)) return { texts: [unknownText], end: closing(text, at + 1) + 1 };
  if (text[at + 1] === '(') {
    const end = closing(text, at + 1);
    return { texts: printedBy(text.slice(at + 2, end), state, depth), end: end + 1 };
  }
  if (text[at + 1] === '{') {
    const end = text.indexOf('}', at);
    if (end < 0) return { texts: [unknownText], end: text.length };
    return { texts: parameter(text.slice(at + 2, end), state), end: end + 1 };
  }
  const [all = '$', name] = /^\$(?:env:)?([A-Za-z_]\w{0,100}|\d|[@*#?!$-])/.exec(text.slice(at, at + 110)) ?? [];
  if (name === undefined) return { texts: ['$'], end: at + 1 };
  return { texts: valuesOf(name, state), end: at + all.length };
}

function printedBy(inner: string, state: State, depth: number): readonly string[] {
  const file = /^\s*<\s*(\S+)\s*$/.exec(inner);
  const printed = run(inner, state, depth + 1);
  return [printed === undefined || file ? unknownText : printed.replace(/\n+$/, '')];
}

function valuesOf(name: string, { variables }: State): readonly string[] {
  const set = variables.get(name);
  if (set) return set.length > 0 ? set : [''];
  if (/^(?:HOME|USERPROFILE)$/i.test(name)) return ['~'];
  if (/^PWD$/i.test(name)) return ['.'];
  return [unknownText];
}

/** `NAME:-word`, `NAME%suffix`, `NAME:1:2`, `NAME/a/b`, `!NAME`. */
function parameter(inside: string, state: State): readonly string[] {
  const [, indirect, name = '', rest = ''] = /^(!?)(\w{1,100})([\s\S]*)$/.exec(inside) ?? [];
  if (name === '') return [unknownText];
  const set = state.variables.has(name) || /^(?:HOME|PWD)$/.test(name);
  let values = valuesOf(name, state);
  if (indirect === '!') values = values.flatMap(value => valuesOf(value, state));
  const [, operator, word = ''] = /^(:?[-=+])([\s\S]*)$/.exec(rest) ?? [];
  if (operator !== undefined) {
    const given = [unquoted(word)];
    return operator.endsWith('+') ? (set ? given : ['', ...given]) : set ? values : [...given, unknownText];
  }
  return rest === '' ? values : values.map(value => changed(value, rest));
}

function unquoted(word: string): string {
  return word.replace(/^(['"])([\s\S]*)\1$/, '$2');
}

function changed(value: string, rest: string): string {
  if (value.includes(unknownText)) return unknownText;
  const [, from, length] = /^:\s*(-?\d+)(?::(-?\d+))?$/.exec(rest) ?? [];
  if (from !== undefined) {
    const start = Number(from) < 0 ? Math.max(0, value.length + Number(from)) : Number(from);
    if (length === undefined) return value.slice(start);
    return Number(length) < 0 ? value.slice(start, Number(length)) : value.slice(start, start + Number(length));
  }
  const [, all, search, by = ''] = /^\/(\/?)([^/*?[]+)(?:\/([\s\S]*))?$/.exec(rest) ?? [];
  if (search !== undefined) return all === '/' ? value.replaceAll(search, by) : value.replace(search, () => by);
  const [, side, piece = ''] = /^(##?|%%?)([^*?[]*)$/.exec(rest) ?? [];
  if (side?.startsWith('%')) return value.endsWith(piece) ? value.slice(0, value.length - piece.length) : value;
  if (side?.startsWith('#')) return value.startsWith(piece) ? value.slice(piece.length) : value;
  if (/^,,?$/.test(rest)) return value.toLowerCase();
  if (/^\^\^?$/.test(rest)) return rest === '^^' ? value.toUpperCase() : value;
  return unknownText;
}
