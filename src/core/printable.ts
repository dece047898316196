/** Text from strangers on its way to a terminal: without the control characters that could steer it. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    unit => `\\u${unit.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}
