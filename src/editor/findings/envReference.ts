/** How a program of a language reads an environment variable, and what is replaced by that. */
export interface EnvReference {
  /** Offsets of the text that the reference takes the place of. */
  readonly start: number;
  readonly end: number;
  text(name: string): string;
}

/**
 * How the value at a span would be read from the environment in this language; undefined where it can't be: the language has no
 * such way, or the value is only a part of a longer string.
 */
export function envReference(languageId: string, text: string, start: number, end: number): EnvReference | undefined {
  const code = inCode[languageId];
  if (code) return literal(text, start, end, code);
  const bare = asText[languageId];
  if (!bare) return undefined;
  // In single quotes nothing is put in for a name.
  const single = text[start - 1] === "'" && text[end] === "'";
  return single ? { start: start - 1, end: end + 1, text: name => `"${bare(name)}"` } : { start, end, text: bare };
}

type Write = (name: string) => string;

const node: Write = name => `process.env.${name}`;

/** Where the reference is an expression, which takes the place of a whole string literal. */
const inCode: Readonly<Record<string, Write>> = {
  javascript: node,
  javascriptreact: node,
  typescript: node,
  typescriptreact: node,
  python: name => `os.environ["${name}"]`,
  go: name => `os.Getenv("${name}")`,
  java: name => `System.getenv("${name}")`,
  kotlin: name => `System.getenv("${name}")`,
  csharp: name => `Environment.GetEnvironmentVariable("${name}")`,
  ruby: name => `ENV["${name}"]`,
  php: name => `getenv('${name}')`,
  rust: name => `std::env::var("${name}").expect("${name} is set")`,
};

/** Where it stands in the text itself. */
const asText: Readonly<Record<string, Write>> = {
  shellscript: name => `$${name}`,
  yaml: name => `\${${name}}`,
  dockercompose: name => `\${${name}}`,
};

/** The value must fill its literal, without a prefix (`f"…"`), and without escapes, which would mean something else in a file. */
function literal(text: string, start: number, end: number, write: Write): EnvReference | undefined {
  const quote = text[start - 1];
  if (!quote || !`"'\``.includes(quote) || text[end] !== quote) return undefined;
  if (/[\w"'`$\\]/.test(text[start - 2] ?? '') || text[end + 1] === quote) return undefined;
  return /\\|\$\{/.test(text.slice(start, end)) ? undefined : { start: start - 1, end: end + 1, text: write };
}

/** A name for the variable: from the key that the value stands beside, else from its detector. */
export function envName(text: string, start: number, detector: string): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
  const key = /([A-Za-z_$][\w.$-]*)["'`]?\s*(?::\s*[\w.<>[\]]+\s*)?(?::=|=>|[:=(])\s*["'`]?$/.exec(line)?.[1];
  const fromKey = upperSnake(key?.split('.').pop() ?? '');
  return fromKey.length >= 3 ? fromKey : upperSnake(detector.replace(/^\w+\//, ''));
}

function upperSnake(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^\d/, '_$&')
    .toUpperCase();
}

/** The variables of a .env file, as they are written there. */
export function readEnv(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(.*?)[ \t]*$/gm);
  return new Map(Array.from(lines, ([, name, value]) => [name!, value!]));
}

/** A value as .env writes it: bare where it can be. */
export function envValue(value: string): string {
  if (/^[\w.,:;/@%+=~^-]*$/.test(value)) return value;
  if (!/['\r\n]/.test(value)) return `'${value}'`;
  return `"${value
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')}"`;
}
