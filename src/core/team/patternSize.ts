/**
 * About how many steps a pattern's program will have, told from its text: compiling `a{1000}` five hundred times over would
 * take seconds before anybody could count. What is broken is left to the compiler.
 */
export function patternSize(source: string): number {
  const frames = [{ total: 0, last: 0 }];
  for (const [token, least, most] of source.matchAll(tokens)) {
    const frame = frames.at(-1)!;
    if (token.startsWith('(')) frames.push({ total: 0, last: 0 });
    else if (token === ')' && frames.length > 1) add(frames.at(-2)!, frames.pop()!.total);
    else if (least !== undefined) repeat(frame, Math.max(Number(least), Number(most || 0)));
    else add(frame, 1);
  }
  return frames.reduce((sum, { total }) => sum + total, 0);
}

/** An escape, a class, the head of a group, a repetition, or any other unit. */
const tokens =
  /\\[pPx]\{[^}]{0,50}\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\^?[a-z]{0,20}:\]|[^\]\\])*\]|\((?:\?(?:P?<\w{0,50}>|[imsU-]{0,8}:))?|\{(\d{1,9})(?:,(\d{0,9}))?\}|[\s\S]/g;

interface Frame {
  total: number;
  last: number;
}

function add(frame: Frame, size: number): void {
  frame.last = size;
  frame.total += size;
}

function repeat(frame: Frame, times: number): void {
  frame.total += frame.last * (times - 1);
  frame.last *= times;
}
