/** Where the line around a unit begins, no more than `most` units before it: a minified file is one line. */
export function lineStart(text: string, at: number, most: number): number {
  const floor = Math.max(0, at - most);
  return floor + text.slice(floor, at).lastIndexOf('\n') + 1;
}

/** Where the line around a unit ends, no more than `most` units behind it. */
export function lineEnd(text: string, at: number, most: number): number {
  const newline = text.slice(at, at + most).indexOf('\n');
  return newline < 0 ? Math.min(text.length, at + most) : at + newline;
}
