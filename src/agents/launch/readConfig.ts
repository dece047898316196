import { load } from 'js-yaml';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { fieldsOf, type Table } from '../../core/untyped';

/** The fields of a configuration file, as far as they can be read; clients themselves complain about what can't. */
export type Fields = Table;

/** Reads JSON with comments, TOML or YAML by the file's name; no fields where there is no such file, or not an object in it. */
export function readConfig(file: string, text: string | undefined): Fields {
  if (text === undefined || text.length > longest) return {};
  try {
    return fieldsOf(file.endsWith('.toml') ? parseToml(text) : /\.ya?ml$/.test(file) ? load(text) : parseJsonc(text));
  } catch {
    return {};
  }
}

export { fieldsOf };

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `NAME=value` lines, as clients load them from `.env`; of quotes only the outer ones go. */
export function readEnvFile(text: string | undefined): Readonly<Record<string, string>> {
  const entries = Array.from(
    (text ?? '').slice(0, longest).matchAll(/^[ \t]*(?:export[ \t]+)?(\w+)[ \t]*=[ \t]*(.*?)[ \t]*$/gm),
    ([, name = '', value = '']) => [name, value.replace(/^(['"])(.*)\1$/, '$2')],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

const longest = 1024 * 1024;
