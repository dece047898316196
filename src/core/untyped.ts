/** What a parser made of a stranger's file: tables of anything. */
export type Table = Readonly<Record<string, unknown>>;

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** The tables of a list, none where it is something else. */
export function tables(value: unknown): Table[] {
  return Array.isArray(value) ? value.filter(isTable) : [];
}

/** The texts of a list, or a single one as a list. */
export function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter(it => typeof it === 'string').slice(0, mostTexts);
}

/** The value as an object of unknown fields, an empty one where it is none. */
export function fieldsOf(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const mostTexts = 10_000;
