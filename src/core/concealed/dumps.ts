import type { Encoded } from './encoded';

/**
 * Dumps of bytes as `xxd`, `hexdump` and `od` print them: lines that begin with their address. All of their columns go with what
 * they say.
 */
export function dumpsIn(text: string): Encoded[] {
  const found: Encoded[] = [];
  for (let at = text.indexOf('00000'); at >= 0; at = text.indexOf('00000', at)) {
    const dump = dumpAt(text, at);
    if (dump?.text) found.push(dump);
    at = dump ? dump.end : at + 5;
    while (text.charCodeAt(at) === 48) at++;
  }
  return found;
}

const line = /([0-9a-f]{6,8}):?[ \t]([^\n]{2,140})/y;
const mostLines = 1024;

/** The dump whose first address is the zeros at `at`. */
function dumpAt(text: string, at: number): Encoded | undefined {
  const lead = leadOf(text, at);
  if (lead === undefined) return undefined;
  const rows: string[][] = [];
  let end = at;
  for (let from = at; rows.length < mostLines; ) {
    line.lastIndex = from;
    const match = line.exec(text);
    if (!match) break;
    rows.push(cellsOf(match[2] as string));
    end = from + match[0].trimEnd().length;
    const next = nextLine(text, from + match[0].length, lead);
    if (next < 0) break;
    from = next;
  }
  if (rows.length === 0) return undefined;
  return {
    start: at,
    end,
    text: layouts
      .map(read => textOf(rows, read))
      .filter(it => it.length >= shortest)
      .join('\n'),
    how: 'in a dump',
  };
}

const shortest = 8;

/** What stands in the line before the address: each line begins so. */
function leadOf(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && at - start < 16 && !ends.test(text.slice(start - 1, start))) start--;
  const lead = text.slice(start, at);
  return /^[\s>|*#/"',+-]*$/.test(lead) ? lead : undefined;
}

const ends = /[\n]/;

function nextLine(text: string, at: number, lead: string): number {
  return text[at] === '\n' && text.startsWith(lead, at + 1) ? at + 1 + lead.length : -1;
}

/** The numbers of a line, or the letters of `od -c`; what stands behind them are the same bytes as text. */
function cellsOf(body: string): string[] {
  const bare = body.replace(/\s\s?\|.*$/, '');
  if (/^(?: {2,3}\S{1,3}){4}/.test(` ${bare}`)) return lettersOf(bare);
  const cells: string[] = [];
  for (const [, gap, cell] of bare.matchAll(/(\s*)(\S+)/g)) {
    const width = cells[0]?.length ?? (cell as string).length;
    // `xxd` puts two blanks before the text; `hexdump -C` puts them in its middle as well, and ends with a bar.
    if (
      cells.length > 0 &&
      (gap as string).length > 1 &&
      bare === body &&
      cells.length * width >= 2 &&
      !/^[\da-f]{2}$/.test(cell as string)
    )
      break;
    if (!/^[\da-f]{2,16}$/.test(cell as string) || (cell as string).length > width) break;
    cells.push(cell as string);
  }
  return cells;
}

function lettersOf(body: string): string[] {
  return [...` ${body}`.matchAll(/ {2,3}(\\?\S{1,3})/g)].map(([, cell]) => `'${cell}`);
}

type Read = (cell: string) => readonly number[] | undefined;

const bytesOf = (cell: string): number[] => (cell.match(/../g) ?? []).map(it => Number.parseInt(it, 16));
const octal = (cell: string): number => (/^[0-7]+$/.test(cell) ? Number.parseInt(cell, 8) : -1);

const layouts: readonly Read[] = [
  cell => (/^[\da-f]+$/.test(cell) ? bytesOf(cell) : undefined),
  // The machine's own order puts the lower byte first.
  cell => (/^[\da-f]{4,16}$/.test(cell) ? bytesOf(cell).reverse() : undefined),
  cell => (cell.length === 6 && octal(cell) >= 0 ? [octal(cell) & 255, octal(cell) >> 8] : undefined),
  cell => (cell.length === 3 && octal(cell) >= 0 ? [octal(cell)] : undefined),
  cell => (/^\d{2,3}$/.test(cell) ? [Number.parseInt(cell, 10)] : undefined),
  cell => (cell.startsWith("'") ? [cell.length === 2 ? cell.charCodeAt(1) : 10] : undefined),
];

/** What rows say, up to where they don't. */
function textOf(rows: readonly (readonly string[])[], read: Read): string {
  let text = '';
  for (const row of rows) {
    for (const cell of row) {
      const bytes = read(cell);
      if (!bytes) return text;
      for (const byte of bytes) if (byte !== 0) text += byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '\n';
    }
  }
  return text;
}
