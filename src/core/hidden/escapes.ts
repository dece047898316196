import type { HiddenText } from './hiddenText';

/**
 * Terminal escape sequences that hide or overwrite text, or put a link behind it; colours alone do none of this. Source: ECMA-48
 * and the OSC 8 convention.
 */
export function findEscapes(text: string, ascii: boolean): HiddenText[] {
  if (!text.includes('\x1b') && !text.includes('\x08') && (ascii || !text.includes('\x9b'))) return [];
  const found: HiddenText[] = [];
  for (const run of text.matchAll(sequences)) {
    const reason = whyHiding(run[0]);
    if (reason)
      found.push({ kind: 'terminal-escape', start: run.index, end: run.index + run[0].length, tier: 'likely', reason });
  }
  return found;
}

const sequences =
  /(?:\x1b\[|\x9b)[\d;?]{0,40}[A-Za-z]|\x1b\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)|\x1b[P^_X][^\x1b]{0,2000}\x1b\\|\x08{2,}/g;

function whyHiding(sequence: string): string | undefined {
  if (sequence[0] === '\x08') return 'backspaces: what stands before them is overwritten on a terminal';
  if (/^\x1b\]8;/.test(sequence)) return 'a terminal link: its address is not the text that is shown';
  if (/^\x1b[\]P^_X]/.test(sequence)) return 'a command to the terminal';
  if (/^.{1,2}[\d;]*m$/s.test(sequence))
    return /[[;]0?8(?:;|m$)/.test(sequence.replace(/[345]8;[25];[\d;]*/g, ''))
      ? 'a terminal shows nothing of what follows'
      : isOneColour(sequence)
        ? 'letters in the colour of what they stand on'
        : undefined;
  return /[ABCDEFGHJKfsuLMPSTX]$/.test(sequence)
    ? 'a move of the terminal’s cursor: text can be overwritten'
    : undefined;
}

/** Foreground and background alike: `30;40`, `97;107`, `38;5;N;48;5;N`, `38;2;R;G;B;48;2;R;G;B`. */
function isOneColour(sequence: string): boolean {
  const plain = /(?:^|[[;])0?(3|9)([0-7]);(?:[\d;]{0,20};)?(4|10)([0-7])(?=[;m])/.exec(sequence);
  if (plain && plain[2] === plain[4] && (plain[1] === '3') === (plain[3] === '4')) return true;
  const turned = /[[;](4|10)([0-7]);(?:[\d;]{0,20};)?(3|9)([0-7])(?=[;m])/.exec(sequence);
  if (turned && turned[2] === turned[4] && (turned[3] === '3') === (turned[1] === '4')) return true;
  return /38;([25];[\d;]{1,11});48;\1m/.test(sequence) || /48;([25];[\d;]{1,11});38;\1m/.test(sequence);
}
