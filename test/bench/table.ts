/** Prints rows of the same columns, the first to the left and the others to the right. */
export function printTable(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map(name => Math.max(name.length, ...rows.map(row => String(row[name] ?? '').length)));
  const line = (cells: readonly (string | number | undefined)[]) =>
    cells
      .map((cell = '', at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!)))
      .join('  ');
  console.log([line(names), ...rows.map(row => line(names.map(name => row[name])))].join('\n'));
}

/** A share in percent with one place, `-` where there is nothing to share. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}
