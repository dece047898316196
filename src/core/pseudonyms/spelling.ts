import type { VaultEntry } from '../model';

/** Letters beyond ASCII as the source of a JSON string may write them. */
export function escaped(text: string): string {
  return text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The source of a JSON string may write letters as `\u00fc`. */
export function unescaped(text: string): string {
  return text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** How a value is written where its synthetic value stands as `shown`, found by `phrase`: a model may have changed its case. */
export function likeShown(entry: VaultEntry, phrase: string, shown: string): (value: string) => string {
  if (phrase !== entry.synthetic) return value => escaped(JSON.stringify(value).slice(1, -1));
  if (shown === phrase) return value => value;
  if (shown === shown.toUpperCase()) return value => value.toUpperCase();
  if (shown === shown.toLowerCase()) return value => value.toLowerCase();
  return value => value;
}
