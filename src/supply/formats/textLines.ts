/** A line without its end, and where it begins. Lines end with LF or CRLF; a byte order mark is part of no line. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
}

export function* textLines(text: string): Generator<TextLine> {
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const content = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end;
    yield { text: text.slice(start, content), start };
    start = end + 1;
  }
}

/** The text with its comments blanked, so that offsets stay; what stands in quotes is no comment. */
export function withoutComments(text: string, style: CommentStyle): string {
  const { pattern, quotes } = styles[style];
  return text.replace(pattern, found => (quotes.includes(found.charAt(0)) ? found : found.replace(/[^\r\n]/g, ' ')));
}

/** `c` is that of Gradle, Go and Swift; `script` that of Ruby, Elixir, Python and shells. */
export type CommentStyle = 'c' | 'script';

// Strings that are never closed end at their line: a stray quote hides no more than that.
const styles = {
  c: { pattern: /"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, quotes: '"\'' },
  script: { pattern: /"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|#[^\r\n]*/g, quotes: '"\'' },
} as const;
