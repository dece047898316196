/** What the first line of a synthetic file says. */
const label = 'Synthetic test data, made by lockside synthesize';

/** How a line is a comment, by the file's ending; formats that have no comments carry the label in the file's name. */
const comments: readonly (readonly [endings: RegExp, open: string, close: string])[] = [
  [/\.(?:ya?ml|toml|ini|cfg|conf|properties|env|sh|py|rb|r)$/i, '# ', ''],
  [/\.sql$/i, '-- ', ''],
  [/\.(?:[cm]?[jt]sx?|jsonc|json5|java|kt|cs|go|rs|swift|php|c|h|cpp)$/i, '// ', ''],
  [/\.(?:md|html?|xml|svg)$/i, '<!-- ', ' -->'],
];

/** A text with the label as its first comment where its format has comments: after a byte-order mark and whatever must stand first. */
export function labelled(text: string, path: string): string {
  const found = comments.find(([endings]) => endings.test(path));
  if (!found) return text;
  const [, open, close] = found;
  const first = /^\uFEFF?(?:(?:#!|<\?xml|<\?php|<!doctype|---(?=\s)|%YAML)[^\n]*\n?)*/i.exec(text)?.[0] ?? '';
  const end = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n';
  return `${first}${first !== '' && !/[\n\uFEFF]$/.test(first) ? end : ''}${open}${label}${close}${end}${text.slice(first.length)}`;
}

/** `people.csv` → `people.synthetic.csv`: where a synthetic copy goes, and how it is told by its name. */
export function syntheticName(path: string): string {
  return /\.[^./\\]+$/.test(path) ? path.replace(/(\.[^./\\]+)$/, '.synthetic$1') : `${path}.synthetic`;
}

/** Whether a file says that it is synthetic: by its name or in its first lines. */
export function isLabelled(text: string, path: string | undefined): boolean {
  return (path !== undefined && /\.synthetic(?:\.[^./\\]+)?$/.test(path)) || text.slice(0, 600).includes(label);
}
