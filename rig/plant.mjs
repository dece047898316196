// Writes keys and values as the lines of a file that a project would have.
import { makeCanaries } from './canaries.mjs';
import { makeLookalikes } from './lookalikes.mjs';

/**
 * For each of some ways to a model new secrets of every kind and its share of the lookalikes, as `{canaries, benign, text}`.
 * A way is `{write, lookalikes}`: one of the formats, and the most lookalikes that it takes.
 */
export function plantings(random, ways) {
  const lookalikes = makeLookalikes(random);
  return ways.map(({ write, lookalikes: most }, i) => {
    const canaries = makeCanaries(random);
    const benign = lookalikes.filter((_, n) => n % ways.length === i).slice(0, most);
    return { canaries, benign, text: write(mixed(canaries, benign)) };
  });
}

/** Alternates the two lists, so that a lookalike stands beside a secret as it does in a project. */
function mixed(first, second) {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, i) => [first[i], second[i]])
    .flat()
    .filter(Boolean);
}

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
