import type { Span } from '../model';
import { columnOf, type NamedKind } from './columns';

/** Values that go by one name. */
export interface Column {
  /** As it stands in the text. */
  readonly name: string;
  readonly header?: Span;
  readonly kind: NamedKind;
  /** The values alone, without their quotes. */
  readonly cells: Span[];
}

/** What a reader found: rows under a header, or fields that each bring their name. */
export interface Table {
  readonly layout: 'rows' | 'fields';
  readonly columns: readonly Column[];
}

/** What a reader made of the text from a place on, and where to go on. */
export interface Read {
  readonly table?: Table;
  readonly end: number;
}

/** The columns whose names say that they hold personal data, at their places in the row; undefined without any. */
export function columnsFor(text: string, headers: readonly Span[], spans = true): (Column | undefined)[] | undefined {
  let any = false;
  const columns = headers.slice(0, maxColumns).map(header => {
    const name = text.slice(header.start, Math.min(header.end, header.start + 80));
    const kind = columnOf(name);
    if (!kind) return undefined;
    any = true;
    return { name, ...(spans ? { header } : {}), kind, cells: [] };
  });
  return any ? columns : undefined;
}

/** The table of those columns that are known. */
export function tableOf(columns: readonly (Column | undefined)[]): Table {
  return { layout: 'rows', columns: columns.filter(it => it !== undefined) };
}

/** A part of a text without the blanks and the pair of quotes around it. */
export function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const quote = text.charCodeAt(start);
  if (end - start > 1 && (quote === 34 || quote === 39) && text.charCodeAt(end - 1) === quote)
    return { start: start + 1, end: end - 1 };
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10 || code === 160;
}

/** More than any table of people has. */
const maxColumns = 1000;
