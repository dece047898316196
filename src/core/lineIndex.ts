/** A place as people and editors count it: both numbers begin at 1, columns are UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Gives the place of an offset. Lines end as the editor's do: with LF, CR or CRLF. */
export function createLineIndex(text: string): (offset: number) => Place {
  // Let go when it has been read: views keep the index, and must not keep the text.
  let unread: string | undefined = text;
  let starts: readonly number[] = [];
  return offset => {
    if (unread !== undefined) starts = lineStarts(unread);
    unread = undefined;
    const line = lastNotAfter(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // Most texts have no CR, and looking for one unit is the quickest.
  if (!text.includes('\r'))
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  else for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
