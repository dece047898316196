import type { Span } from '../model';

/** What a cell of a notebook holds, or what it gave out, as people see it. */
export interface CellText {
  readonly text: string;
  /** Where a part of it stands in the notebook; undefined where it goes over several lines. */
  place(span: Span): Span | undefined;
}

/** Whether a text is a Jupyter notebook; an editor gives its name to each of its cells too, which hold what people see. */
export function isNotebook(text: string, path: string | undefined): boolean {
  return /^\s{0,100}\{/.test(text) && (path?.endsWith('.ipynb') || text.slice(0, 4000).includes('"cell_type"'));
}

/** The texts of a notebook's cells and their outputs, which stand in it line by line as strings of JSON. */
export function readCells(text: string): CellText[] {
  const cells: CellText[] = [];
  const expression = new RegExp(part);
  for (let found = expression.exec(text); found; found = expression.exec(text)) {
    const list = text[expression.lastIndex - 1] === '[';
    const reader = createReader(text);
    let at = list ? nextString(text, expression.lastIndex) : expression.lastIndex - 1;
    while (at >= 0) {
      at = reader.take(at + 1);
      expression.lastIndex = at;
      at = list ? nextString(text, at) : -1;
    }
    const cell = reader.done();
    if (cell.text.length > 0) cells.push(cell);
  }
  return cells;
}

const part = /"(?:source|text|text\/(?:plain|html|markdown))"\s{0,20}:\s{0,20}["[]/g;

/** Where the next string of a list begins; -1 where the list ends. */
function nextString(text: string, at: number): number {
  while (text[at] === ',' || text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return text[at] === '"' ? at : -1;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Puts strings together, and remembers where each run of units came from. */
function createReader(text: string) {
  const pieces: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  const put = (piece: string, origin: number) => {
    if (piece === '') return;
    pieces.push(piece);
    starts.push(length);
    origins.push(origin);
    length += piece.length;
  };
  const originOf = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return (origins[low] ?? 0) + offset - (starts[low] ?? 0);
  };
  return {
    /** Reads a string from behind its quote; returns where it has ended. */
    take(at: number): number {
      for (let from = at; ; ) {
        while (at < text.length && text[at] !== '"' && text[at] !== '\\') at++;
        put(text.slice(from, at), from);
        if (at >= text.length || text[at] === '"') return at + 1;
        const unit = text[at + 1] ?? '';
        const code = unit === 'u' ? text.slice(at + 2, at + 6) : '';
        put(code ? String.fromCharCode(Number.parseInt(code, 16) || 32) : (escapes[unit] ?? unit), at);
        at += code ? 6 : 2;
        from = at;
      }
    },
    done(): CellText {
      const whole = pieces.join('');
      return {
        text: whole,
        place({ start, end }) {
          if (end <= start || whole.slice(start, end).includes('\n')) return undefined;
          const last = originOf(end - 1);
          const escaped = text[last] === '\\' ? (text[last + 1] === 'u' ? 6 : 2) : 1;
          return { start: originOf(start), end: last + escaped };
        },
      };
    },
  };
}
