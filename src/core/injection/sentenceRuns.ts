import type { Span } from '../model';

/** A text's sentences in order, by their places; those of one paragraph share a number. Linear in the text. */
export interface Sentence extends Span {
  readonly paragraph: number;
}

/** The sentences between two places; a line that goes on in the next one is one with it, and a long one is cut. */
export function sentencesIn(text: string, from = 0, to = text.length): Sentence[] {
  const found: Sentence[] = [];
  let paragraph = 0;
  let start = from;
  const close = (end: number) => {
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    for (let at = first; at < end; at += longest)
      if (Math.min(end, at + longest) - at > 3) found.push({ start: at, end: Math.min(end, at + longest), paragraph });
    start = end;
  };
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (isWrap(text, at)) continue;
      close(at);
      if (isBreak(text, at)) paragraph++;
    } else if (isStop(code) && (code > 127 || isBlank(text.charCodeAt(at + 1)))) close(at + 1);
  }
  close(to);
  return found;
}

const longest = 500;

/** A full stop, an exclamation mark, a question mark, a semicolon, those of other scripts among them. */
function isStop(code: number): boolean {
  return (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 59 ||
    (code > 127 && (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0x0964 || code === 0x061f))
  );
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

/** A sentence goes on behind the line end at `at`. */
export function isWrap(text: string, at: number): boolean {
  const before = text.charCodeAt(text.charCodeAt(at - 1) === 13 ? at - 2 : at - 1);
  if (before !== 44 && !isSmall(before)) return false;
  let next = at + 1;
  while (next - at <= 8 && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next++;
  return isSmall(text.charCodeAt(next));
}

/** An empty line follows. */
function isBreak(text: string, at: number): boolean {
  let next = at + 1;
  while (
    next - at <= 80 &&
    (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9 || text.charCodeAt(next) === 13)
  )
    next++;
  return text.charCodeAt(next) === 10;
}

/** A small letter of ASCII. */
export function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}
