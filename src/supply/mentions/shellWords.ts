/** One word of a command with its quotes taken off, and where it stands with them. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The simple commands of a command line, each as its words: chains, pipes, groups, `$(…)` and backticks apart, lines joined that
 * end in `\`, a backtick (PowerShell) or `^` (cmd). Nothing is expanded. Reads the first 100,000 units, in linear time.
 */
export function shellCommands(line: string): Word[][] {
  const text = line.slice(0, mostRead);
  const commands: Word[][] = [];
  let words: Word[] = [];
  let at = 0;
  const endCommand = () => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  while (at < text.length) {
    const continued = continuation(text, at);
    if (continued > 0) at += continued;
    else if (text[at] === '#' && (at === 0 || /\s/.test(text[at - 1]!))) at = endOfLine(text, at);
    else if (separators.has(text[at]!) || text.startsWith('$(', at)) {
      endCommand();
      at += text[at] === '$' ? 2 : 1;
    } else if (/[ \t]/.test(text[at]!)) at++;
    else {
      const word = readWord(text, at);
      words.push(word);
      for (const inner of word.substitutions) commands.push(...inner);
      at = word.end;
    }
  }
  endCommand();
  return commands;
}

const mostRead = 100_000;
const separators = new Set([';', '&', '|', '\n', '\r', '(', ')', '{', '}', '`', '<', '>']);

/** How many units join this line with the next one; 0 where the line goes on. */
function continuation(text: string, at: number): number {
  return /[\\`^]/.test(text[at]!) ? (/^.[ \t]*\r?\n/.exec(text.slice(at, at + 20))?.[0].length ?? 0) : 0;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

interface ReadWord extends Word {
  /** The commands in `$(…)` within double quotes: they run. */
  readonly substitutions: Word[][][];
}

function readWord(text: string, start: number): ReadWord {
  const substitutions: Word[][][] = [];
  let plain = '';
  let at = start;
  while (at < text.length) {
    const unit = text[at]!;
    if (/\s/.test(unit) || (separators.has(unit) && !opensPlaceholder(text, at)) || text.startsWith('$(', at)) break;
    if (unit === '"' || unit === "'") {
      const end = closing(text, at);
      const inside = text.slice(at + 1, end);
      if (unit === '"' && inside.includes('$(')) substitutions.push(shifted(inside, at + 1));
      plain += inside;
      at = Math.min(end + 1, text.length);
    } else if (unit === '\\' && !/[\w\s]/.test(text[at + 1] ?? ' ')) {
      plain += text[at + 1];
      at += 2;
    } else if (continuation(text, at) > 0) break;
    else {
      plain += unit;
      at++;
    }
  }
  return { text: plain, start, end: Math.max(at, start + 1), substitutions };
}

/** `<name>` and `{name}` stand for something else, and so does a word that has them. */
function opensPlaceholder(text: string, at: number): boolean {
  if (text[at] === '{' || text[at] === '}') return true;
  return (
    (text[at] === '<' && /^<[\w-]{1,40}>/.test(text.slice(at, at + 44))) ||
    (text[at] === '>' && /<[\w-]{1,40}$/.test(text.slice(Math.max(0, at - 42), at)))
  );
}

function closing(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\' && text[at] === '"') end++;
    else if (text[end] === text[at]) return end;
  }
  return text.length;
}

function shifted(inside: string, by: number): Word[][] {
  const from = inside.indexOf('$(');
  return shellCommands(inside.slice(from)).map(words =>
    words.map(word => ({ ...word, start: word.start + from + by, end: word.end + from + by })),
  );
}
