/**
 * The same value with every text changed, names of properties too. `change` hears the name that a text stands under, `''` where it
 * stands under none, and undefined for a name itself.
 */
export function mapTexts(
  value: unknown,
  change: (text: string, name: string | undefined) => string,
  name = '',
): unknown {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map(item => mapTexts(item, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [change(key, undefined), mapTexts(item, change, key)]),
  );
}
