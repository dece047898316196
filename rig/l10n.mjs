// Keeps the texts that people see together: writes the English bundle from the source, and with `--check` says what is
// missing or stale in any language.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './places.mjs';

const languages = ['de'];
const bundle = language => path.join(root, 'l10n', `bundle.l10n${language ? `.${language}` : ''}.json`);
const names = language => path.join(root, `package.nls${language ? `.${language}` : ''}.json`);
const literal = /(?<![\w$])t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;

/** Every text that the editor's code hands to `l10n.t`, also in what it draws by other rooms' code. */
export function texts() {
  const sources = ['editor', 'audit/htmlReport', 'audit/dataFlow'].flatMap(room => {
    const folder = path.join(root, 'src', room);
    const files = readdirSync(folder, { recursive: true }).filter(file => String(file).endsWith('.ts'));
    return files.map(file => readFileSync(path.join(folder, file), 'utf8'));
  });
  const found = sources.flatMap(source => Array.from(source.matchAll(literal), match => unquote(match[1] ?? match[2])));
  return [...new Set(found)].sort();
}

/** What is missing, stale or translated with other placeholders; an empty list where all is well. */
export function faults() {
  const wanted = texts();
  const contributions = readFileSync(path.join(root, 'package.json'), 'utf8');
  const keys = [...new Set(Array.from(contributions.matchAll(/"%([\w.]+)%"/g), match => match[1]))];
  return [
    ...compare('package.nls.json', keys, read(names())),
    ...compare('l10n/bundle.l10n.json (run `node rig/l10n.mjs`)', wanted, read(bundle())),
    ...languages.flatMap(language => [
      ...compare(`package.nls.${language}.json`, keys, read(names(language))),
      ...compare(`l10n/bundle.l10n.${language}.json`, wanted, read(bundle(language))),
      ...placeholders(language, wanted, read(bundle(language))),
    ]),
  ];
}

function compare(file, wanted, present) {
  return [
    ...wanted.filter(key => !(key in present)).map(key => `${file} misses "${key}"`),
    ...Object.keys(present)
      .filter(key => !wanted.includes(key))
      .map(key => `${file} has "${key}", which nobody uses`),
  ];
}

function placeholders(language, wanted, present) {
  const of = text => [...new Set(text.match(/\{\d+\}/g))].sort().join();
  return wanted
    .filter(text => text in present && of(text) !== of(present[text]))
    .map(text => `l10n/bundle.l10n.${language}.json has other placeholders in "${text}"`);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function unquote(text) {
  return text.replace(/\\u\{?([0-9a-f]+)\}?|\\(.)/gi, (_, code, letter) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : letter === 'n' ? '\n' : letter,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(bundle(), `${JSON.stringify(Object.fromEntries(texts().map(text => [text, text])), null, 2)}\n`);
  }
  const found = faults();
  for (const fault of found) console.error(fault);
  process.exitCode = found.length > 0 ? 1 : 0;
}
