/** A file within a text: what chats attach to a prompt, and what tools answer with. */
export interface EmbeddedFile {
  /** As it stands there, mostly absolute. */
  readonly path: string;
  /** Where its text begins and ends in the whole one. */
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the files that VS Code's chats put into a prompt: `<attachment filePath="…">`, `<attachment id="file:///…">`, a block that
 * begins with `// filepath: …`, and what their tool for reading answers with, "File: `…`".
 */
export function embeddedFiles(text: string): EmbeddedFile[] {
  if (!hint.test(text)) return [];
  const marks = Array.from(text.matchAll(mark)).slice(0, most);
  return marks.map((found, index) => {
    const start = found.index + found[0].length;
    const next = marks[index + 1]?.index ?? text.length;
    const closed = text.indexOf('</attachment>', start);
    const path = pathIn(found[1] ?? '') ?? found[2] ?? found[3] ?? '';
    return { path, start, end: closed < 0 ? next : Math.min(next, closed) };
  });
}

function pathIn(attributes: string): string | undefined {
  const [, path] =
    /\bfilePath="([^"]+)"/.exec(attributes) ?? /\bid="((?:file:\/\/|\/|[A-Za-z]:)[^"]+)"/.exec(attributes) ?? [];
  return path?.replace(/^file:\/\//, '');
}

const most = 500;
const hint = /<attachment\b|filepath:|^File: `/m;
const mark =
  /<attachment\b([^>\n]{1,1000})>|^File: `([^`\n]{1,400})`|^[ \t]{0,40}(?:\/\/|#|--|<!--|\/\*)[ \t]?filepath: ([^\s][^\n]{0,400}?)[ \t]*(?:-->|\*\/)?\r?$/gm;
