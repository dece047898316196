import { type Step, stepsOf } from './steps';

/**
 * Whether a command line only shows files as they are: `cat a b`, `head -n 40 a`, `sed -n '1,200p' a`, also within `bash -lc`. What
 * turns, cuts or passes on a text (pipes, `rev`, `cut`, `> copy`) is none, because a redaction may not know it again.
 */
export function isPlainLook(line: string): boolean {
  const { steps, unread } = stepsOf(line);
  return !unread && steps.length > 0 && steps.every(isPlain);
}

function isPlain({ program, args, writes, piped, code, input }: Step): boolean {
  if (piped || writes.length > 0 || code !== undefined || input !== undefined) return false;
  if (args.some(texts => texts.length !== 1)) return false;
  const words = args.flat();
  if (/^(?:ba|z|da)?sh$/.test(program)) return words.length === 2 && /^-l?c$/.test(words[0]!);
  const allowed = options[program];
  return allowed?.test(words.filter(isOption(program)).join(' ')) ?? false;
}

/** The options that leave a text as it is, in whole lines. */
const options: Readonly<Record<string, RegExp>> = {
  cat: /^(?:-n)?$/,
  nl: /^(?:-ba)?$/,
  head: /^(?:-n(?: ?\d+)?|-\d+|)$/,
  tail: /^(?:-n(?: ?\+?\d+)?|-\d+|)$/,
  sed: /^-n \d+(?:,(?:\d+|\$))?p$/,
};

/** `sed` has its script, `head` and `tail` their number, as a word of its own. */
function isOption(program: string): (word: string, index: number, words: readonly string[]) => boolean {
  return (word, index, words) =>
    word.startsWith('-') ||
    (program === 'sed' && index === 1) ||
    (/^(?:head|tail)$/.test(program) && words[index - 1] === '-n');
}
