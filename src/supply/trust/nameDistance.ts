/**
 * How one name became another by one slip: a letter more, less, another one, or two changed places. Undefined where it takes
 * more than that, or none. Linear time.
 */
export function slipBetween(written: string, meant: string): Slip | undefined {
  const [a, b] = [written, meant];
  if (Math.abs(a.length - b.length) > 1 || a === b) return undefined;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let fromEnd = 0;
  while (fromEnd < Math.min(a.length, b.length) - start && a.at(-1 - fromEnd) === b.at(-1 - fromEnd)) fromEnd++;
  const [was, now] = [b.slice(start, b.length - fromEnd), a.slice(start, a.length - fromEnd)];
  if (was.length === 2 && now.length === 2 && was[0] === now[1] && was[1] === now[0])
    return { kind: 'swapped', at: start, was, now };
  if (was.length > 1 || now.length > 1) return undefined;
  const kind = was === '' ? 'added' : now === '' ? 'left out' : 'replaced';
  return { kind, at: start, was, now };
}

export interface Slip {
  readonly kind: 'added' | 'left out' | 'replaced' | 'swapped';
  readonly at: number;
  readonly was: string;
  readonly now: string;
}

/** Rows of the keyboards that most names are typed on; a key's neighbours stand beside it or a row above or below. */
const rows = ['1234567890-', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

export function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  return a !== undefined && b !== undefined && Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}

function placeOf(key: string): { row: number; column: number } | undefined {
  const row = rows.findIndex(keys => keys.includes(key));
  return row < 0 ? undefined : { row, column: rows[row]!.indexOf(key) };
}
