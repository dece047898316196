import { dataClasses, type Fault } from '../model';
import type { FilePrints } from './codePrints';

/** Where the fingerprints of a team's confidential code lie, relative to its root. */
export const printsPath = '.lockside/fingerprints.json';

/** So many fingerprints a file of them holds at most: those of some 15 MB of code. */
export const maximumPrints = 500_000;

/**
 * Reads `{ "version": 1, "files": [{ "path", "class", "prints" }, …] }`, which comes from a repository: what isn't as it should
 * be protects nothing, and is a fault.
 */
export function readPrints(text: string): { readonly files: readonly FilePrints[]; readonly faults: readonly Fault[] } {
  const list = listIn(text);
  if (!list) return { files: [], faults: [fault('not as "lockside fingerprint" writes it: nothing in it counts')] };
  let left = maximumPrints;
  const files = list.flatMap(entry => {
    const read = left > 0 ? readEntry(entry) : undefined;
    left -= read?.prints.length ?? 0;
    return read ?? [];
  });
  const refused = list.length - files.length;
  const faults =
    refused > 0
      ? [fault(`${refused} entries are not as "lockside fingerprint" writes them, or too many: not applied`)]
      : [];
  return { files, faults };
}

/** The file's text: one line for each file and always in the same order, so that a diff shows which have changed. */
export function writePrints(files: readonly FilePrints[]): string {
  const rows = [...files]
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, class: dataClass, prints }) => {
      return `    ${JSON.stringify({ path, class: dataClass, prints: prints.map(written).join('') })}`;
    });
  return `{\n  "version": 1,\n  "files": ${rows.length > 0 ? `[\n${rows.join(',\n')}\n  ]` : '[]'}\n}\n`;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map(Array.from(digits, (digit, value) => [digit, value]));
/** Six bits a digit. */
const width = 8;

function written(print: number): string {
  let text = '';
  for (let left = print; text.length < width; left = Math.floor(left / 64)) text = digits[left % 64] + text;
  return text;
}

function readEntry(value: unknown): FilePrints | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { path, class: named, prints } = value as Record<string, unknown>;
  const dataClass = dataClasses.find(one => one === named);
  if (typeof path !== 'string' || path.length > 4096 || !dataClass) return undefined;
  if (typeof prints !== 'string' || prints.length % width !== 0 || !/^[\w-]*$/.test(prints)) return undefined;
  if (prints.length / width > maximumPrints) return undefined;
  const read = Array.from({ length: prints.length / width }, (_, index) => numberIn(prints, index * width));
  return { path, class: dataClass, prints: read };
}

function numberIn(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < from + width; at++) number = number * 64 + values.get(text[at]!)!;
  return number;
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const { version, files } = JSON.parse(text) as Record<string, unknown>;
    return version === 1 && Array.isArray(files) ? files.slice(0, 50_000) : undefined;
  } catch {
    return undefined;
  }
}

function fault(message: string): Fault {
  return { code: 'settings', where: printsPath, message };
}
