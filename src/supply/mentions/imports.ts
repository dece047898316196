import type { PackageMention } from './packageMention';
import { isStandardModule } from './pythonModules';
import { npmSpec } from './specs';

export type ImportLanguage = 'javascript' | 'python' | 'go' | 'rust';

const languages: readonly (readonly [ImportLanguage, RegExp])[] = [
  [
    'javascript',
    /^(?:js|jsx|ts|tsx|mjs|cjs|mts|cts|javascript|typescript|javascriptreact|typescriptreact|vue|svelte|astro)$/,
  ],
  ['python', /^(?:py|pyi|pyw|python3?|ipynb|ipython)$/],
  ['go', /^(?:go|golang)$/],
  ['rust', /^(?:rs|rust)$/],
];

/** The language of a fence's word, an editor's language id or a file's extension. */
export function languageOf(name: string): ImportLanguage | undefined {
  return languages.find(([, words]) => words.test(name))?.[0];
}

/**
 * The packages that imports of a text name, each place once: bare specifiers of JavaScript, top modules of Python, module paths of
 * Go. Built-in, relative and aliased ones are left out. A Python module's name stands as it is written: it isn't always that of
 * its distribution. Of Rust nothing is told, because a first path segment may be any module.
 */
export function importMentions(text: string, language: ImportLanguage, offset = 0): PackageMention[] {
  const read = readers[language];
  return read
    ? read(text.slice(0, mostRead)).map(it => ({
        ...it,
        span: { start: it.span.start + offset, end: it.span.end + offset },
      }))
    : [];
}

/** Reads one more line of a text that stands at an offset. */
export type LineReader = (line: string, offset: number) => PackageMention[];

/** The same for a text that comes line by line. */
export function createImportReader(language: ImportLanguage): LineReader {
  return language === 'python' ? createPythonLines() : (line, offset) => importMentions(line, language, offset);
}

const mostRead = 1_000_000;

type Read = (text: string) => PackageMention[];
const readers: Readonly<Record<ImportLanguage, Read | undefined>> = {
  javascript: javascriptImports,
  python: pythonImports,
  go: goImports,
  rust: undefined,
};

const specifier =
  /(?:^[ \t]*\}[ \t]*from\s{0,9}|^[ \t]*(?:import|export)\b[^'"`;]{0,2000}?\bfrom\s{0,9}|^[ \t]*import\s{0,9}|(?<![\w.$])(?:require|import)\s{0,9}\(\s{0,9}|(?<![\w.$])require\.resolve\(\s{0,9})(["'])([^"'\n\\]{1,250})\1/gm;

function javascriptImports(text: string): PackageMention[] {
  return Array.from(text.matchAll(specifier)).flatMap(match => {
    if (isComment(text, match.index)) return [];
    const name = packageOf(match[2]!);
    const start = match.index + match[0].length - match[2]!.length - 1;
    return name === undefined
      ? []
      : [{ ecosystem: 'npm', name, span: { start, end: start + name.length }, how: 'import' }];
  });
}

/** The package of a specifier; undefined where none is meant: `./a`, `node:fs`, `#internal`, `@/alias`, `virtual:x`. */
function packageOf(written: string): string | undefined {
  const path = written.replace(/\?.*$/, '');
  if (/^(?:[./~#]|@\/|\w+:)|^[A-Z]:/.test(path) && !path.startsWith('npm:')) return undefined;
  const [first = '', second] = path.replace(/^npm:/, '').split('/');
  if (builtins.has(first)) return undefined;
  const name = first.startsWith('@') ? `${first}/${second ?? ''}` : first;
  return npmSpec(name)?.name;
}

/** Within a line comment, or a line of a block comment. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:\/\/|\*|\/\*)|(?<!:)\/\//.test(line);
}

function pythonImports(text: string): PackageMention[] {
  const read = createPythonLines();
  let offset = 0;
  return text.split('\n').flatMap(line => {
    const mentions = read(line, offset);
    offset += line.length + 1;
    return mentions;
  });
}

/** Reads Python line by line: what stands in a long string is no import, and what is tried may be missing. */
function createPythonLines(): LineReader {
  let quotes: string | undefined;
  let tries = false;
  return (line, offset) => {
    const reads = quotes === undefined && !tries;
    quotes = quotesAfter(line, quotes);
    if (line.trim() !== '') tries = /^\s*try\s*:/.test(line) || (tries && /^\s+/.test(line));
    return reads ? pythonLine(line, offset) : [];
  };
}

/** Which triple quotes are open at the end of a line. */
function quotesAfter(line: string, open: string | undefined): string | undefined {
  let now = open;
  for (const [sign] of line.matchAll(/"""|'''/g)) now = now === undefined ? sign : now === sign ? undefined : now;
  return now;
}

function pythonLine(line: string, offset: number): PackageMention[] {
  const from = /^(\s*from\s+)([A-Za-z_]\w*)(?:\.[\w.]+)?\s+import\s/.exec(line);
  const plain = from ? undefined : /^(\s*import\s+)([A-Za-z_][\w., \t]*)/.exec(line);
  const lead = (from ?? plain)?.[1]?.length ?? 0;
  const modules = from ? [{ name: from[2]!, at: lead }] : plain ? listed(plain[2]!, lead) : [];
  return modules
    .filter(({ name }) => !isStandardModule(name))
    .map(({ name, at }) => ({
      ecosystem: 'PyPI',
      name,
      span: { start: offset + at, end: offset + at + name.length },
      how: 'import',
    }));
}

function listed(list: string, lead: number): { name: string; at: number }[] {
  return Array.from(list.matchAll(/(?:^|,)\s*([A-Za-z_]\w*)/g), match => ({
    name: match[1]!,
    at: lead + match.index + match[0].length - match[1]!.length,
  }));
}

/** In the block behind `import (`, or in one line. */
function goImports(text: string): PackageMention[] {
  return Array.from(
    text.matchAll(/^\s*(?:import\s+)?(?:[\w.]+\s+)?"([a-z\d-]+(?:\.[a-z\d-]+)+\/[\w./~-]{1,200})"\s*$/gm),
  ).map(match => {
    const start = match.index + match[0].indexOf('"') + 1;
    return { ecosystem: 'Go', name: match[1]!, span: { start, end: start + match[1]!.length }, how: 'import' };
  });
}

/** Node's own modules; what stands behind a slash belongs to them. */
const builtinNames =
  'assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain ' +
  'events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl ' +
  'stream string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib';

const builtins = new Set(builtinNames.split(' '));
