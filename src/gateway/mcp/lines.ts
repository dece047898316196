/** A line as it came, without its end; of one that is too long only what may tell whose it is. */
export type Line =
  | { readonly text: string; readonly end: string }
  | { readonly head: string; readonly tail: string; readonly bytes: number };

/**
 * Cuts a stream into lines of at most `most` bytes. What is not UTF-8 becomes U+FFFD, as clients read it. A longer line takes no more
 * memory than `most`.
 */
export function createLines(most: number) {
  let chunks: Buffer[] = [];
  let length = 0;
  let dropped: { head: string; tail: Buffer; bytes: number } | undefined;
  const keep = (part: Buffer) => {
    if (part.length === 0) return;
    if (!dropped && length + part.length <= most) {
      chunks.push(part);
      length += part.length;
      return;
    }
    dropped ??= { head: headOf(chunks, part), tail: Buffer.concat(chunks).subarray(-edge), bytes: length };
    chunks = [];
    dropped.bytes += part.length;
    dropped.tail = Buffer.concat([dropped.tail, part.subarray(-edge)]).subarray(-edge);
  };
  const take = (end: string): Line => {
    const line: Line = dropped
      ? { head: dropped.head, tail: dropped.tail.toString('utf8'), bytes: dropped.bytes }
      : lineOf(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length), end);
    chunks = [];
    length = 0;
    dropped = undefined;
    return line;
  };
  return {
    push(chunk: Buffer): Line[] {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
        keep(chunk.subarray(from, at));
        lines.push(take('\n'));
        from = at + 1;
      }
      keep(chunk.subarray(from));
      return lines;
    },
    /** What stands behind the last line end. */
    rest: (): Line | undefined => (length === 0 && !dropped ? undefined : take('')),
  };
}

const newline = 0x0a;
const edge = 4096;

function lineOf(bytes: Buffer, end: string): Line {
  const text = bytes.toString('utf8');
  return text.endsWith('\r') ? { text: text.slice(0, -1), end: `\r${end}` } : { text, end };
}

function headOf(chunks: readonly Buffer[], next: Buffer): string {
  const first: Buffer[] = [];
  let length = 0;
  for (const chunk of [...chunks, next]) {
    if (length >= edge) break;
    first.push(chunk.subarray(0, edge));
    length += chunk.length;
  }
  return Buffer.concat(first).subarray(0, edge).toString('utf8');
}

/**
 * The id of a message of which only the two ends are known: a member right behind the opening brace, or right before the closing one,
 * is one of the message itself. Undefined where it has none there.
 */
export function idAtEnds(head: string, tail: string): string | number | undefined {
  const found = idFirst.exec(head)?.[1] ?? idLast.exec(tail)?.[1];
  return found === undefined ? undefined : (JSON.parse(found) as string | number);
}

const id = '("(?:[^"\\\\]|\\\\.){0,300}"|-?\\d{1,15})';
const version = '"jsonrpc"\\s*:\\s*"2\\.0"';
const idFirst = new RegExp(`^\\s*\\{\\s*(?:${version}\\s*,\\s*)?"id"\\s*:\\s*${id}\\s*,`);
const idLast = new RegExp(`[,}\\]]\\s*(?:${version}\\s*,\\s*)?"id"\\s*:\\s*${id}\\s*(?:,\\s*${version}\\s*)?\\}\\s*$`);

/** Whether the beginning of a message says that it is a request, and not an answer. */
export function hasMethod(head: string): boolean {
  return /^\s*\{(?:\s*"(?:jsonrpc|id)"\s*:\s*(?:"[^"]{0,300}"|-?\d{1,15})\s*,){0,2}\s*"method"\s*:/.test(head);
}
