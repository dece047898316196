// Writes keys and values as the lines of a file that a project would have.

/** Each takes `[{key, value}]` and gives the text. */
export const formats = {
  env: entries =>
    lines(entries, ({ key, value }) => `${key.toUpperCase()}=${value.includes('\n') ? `"${value}"` : value}`),
  yaml: entries => lines(entries, ({ key, value }) => `${key.toLowerCase()}: ${block(value)}`),
  code: entries =>
    `export const settings = [\n${lines(entries, entry => `  { ${entry.key}: ${literal(entry.value)} },`)}];\n`,
  notes: entries => lines(entries, ({ key, value }) => `${key}: ${value}`),
};

/** A header has one way to be written, whatever stands around it. */
const isHeader = key => key === 'Authorization';

const lines = (entries, line) =>
  entries.map(entry => `${isHeader(entry.key) ? header(entry, line) : line(entry)}\n`).join('');

const header = (entry, line) =>
  line(entry).startsWith('  {') ? `  { header: 'Authorization: ${entry.value}' },` : `# Authorization: ${entry.value}`;

const block = value => (value.includes('\n') ? `|\n  ${value.replaceAll('\n', '\n  ')}` : value);

const literal = value => {
  if (/^(process\.env|settings)\./.test(value)) return value;
  return value.includes('\n') ? `\`${value}\`` : `'${value}'`;
};
