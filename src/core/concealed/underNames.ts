/** A value by itself and, a line each, given to names: by some of them it is told. */
export function underNames(value: string, names: readonly string[]): string {
  return [value, ...names.map(name => `${name} = "${value}"`)].join('\n');
}
