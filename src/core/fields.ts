import type { Field } from './model';

/** What a person is shown as one thing: something by itself, or all that stands in a column. */
export interface Shown<T> {
  readonly first: T;
  /** In the order of the text, the first among them. */
  readonly all: readonly T[];
  readonly field?: Field;
}

/** Gathers what stands in the columns of tables and in fields of many records; what stands alone stays so. In the order of the text. */
export function gatherFields<T>(items: readonly T[], fieldOf: (item: T) => Field | undefined): Shown<T>[] {
  const shown: Shown<T>[] = [];
  const known = new Map<Field, T[]>();
  for (const item of items) {
    const field = fieldOf(item);
    const others = field && known.get(field);
    if (others) others.push(item);
    else if (isTable(field)) {
      const all = [item];
      known.set(field, all);
      shown.push({ first: item, all, field });
    } else shown.push({ first: item, all: [item] });
  }
  return shown;
}

/** Whether so many values go by one name that a person is told of them as one thing. */
export function isTable(field: Field | undefined): field is Field {
  return field !== undefined && field.count >= fewest;
}

const fewest = 3;
