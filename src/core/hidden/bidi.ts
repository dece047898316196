import type { Tier } from '../model';
import { decodeZeroWidth } from './decodeHidden';
import type { HiddenText } from './hiddenText';

/**
 * Characters that change the direction of what follows. Within a line of a script that runs from right to left they are in their
 * place when each is closed there; elsewhere they show a text in another order than it is read ("Trojan Source", CVE-2021-42574).
 */
export function findBidi(text: string): HiddenText[] {
  const found: HiddenText[] = [];
  let line: Line | undefined;
  for (const run of text.matchAll(controls)) {
    // Each line is read once, because a long one may hold thousands of these.
    if (!line || run.index >= line.end) line = readLine(text, text.lastIndexOf('\n', run.index) + 1);
    const verdict = run[0].length >= row ? inRow(run[0]) : judgeRun(run[0], line);
    if (verdict) found.push({ kind: 'bidi', start: run.index, end: run.index + run[0].length, ...verdict });
  }
  return found;
}

const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const longestLine = 20_000;

interface Line {
  /** Where the line ends in the text. */
  readonly end: number;
  readonly rightToLeft: boolean;
  readonly balanced: boolean;
}

function readLine(text: string, start: number): Line {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const line = text.slice(start, Math.min(end, start + longestLine));
  return { end, rightToLeft: rightToLeft.test(line), balanced: isBalanced(line) };
}

function isBalanced(line: string): boolean {
  let embeddings = 0;
  let isolates = 0;
  for (const [unit] of line.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    if (unit === '\u202c') embeddings--;
    else if (unit === '\u2069') isolates--;
    else if (unit < '\u2066') embeddings++;
    else isolates++;
    if (embeddings < 0 || isolates < 0) return false;
  }
  return embeddings === 0 && isolates === 0;
}

/** One or two say where a line runs, and so many say something else. */
const row = 8;

function inRow(run: string): Pick<HiddenText, 'tier' | 'reason' | 'decoded'> {
  const decoded = decodeZeroWidth([...run].map(unit => unit.charCodeAt(0)));
  const reason = `${run.length} marks of direction in a row`;
  return { tier: decoded ? 'certain' : 'likely', reason, ...(decoded ? { decoded } : {}) };
}

function judgeRun(run: string, line: Line): { tier: Tier; reason: string } | undefined {
  if (/^[\u061c\u200e\u200f]+$/.test(run)) {
    return line.rightToLeft ? undefined : { tier: 'possible', reason: 'a mark of direction where no script needs one' };
  }
  if (!line.rightToLeft) {
    return {
      tier: 'certain',
      reason: 'a change of direction where no script needs one: the line reads otherwise than it looks',
    };
  }
  return line.balanced
    ? undefined
    : { tier: 'possible', reason: 'a change of direction that is not closed in its line' };
}
