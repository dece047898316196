import { parse } from 'jsonc-parser';
import type { AgentPermissions } from '../../core/agentPermissions';
import { createGlob } from '../../core/glob';
import { fieldsOf } from '../../core/untyped';
import { insertJson, removeAt } from '../setup/insertJson';
import { ignoreTargets } from './ignoreFiles';
import { jsonTargets } from './jsonTargets';
import type { PermissionTarget, WantedEntry } from './target';

/** All files in which clients are told what they may do. */
export const permissionTargets: readonly PermissionTarget[] = [...jsonTargets, ...ignoreTargets];

/** How a file stands against the matrix. */
export interface Drift {
  /** What should stand there and doesn't. */
  readonly missing: readonly string[];
  /** What takes away from it: an exception that somebody added, or another value. */
  readonly weaker: readonly string[];
}

/** Reads a file back; undefined stands for no file. */
export function driftOf(target: PermissionTarget, text: string | undefined, matrix: AgentPermissions): Drift {
  const { entries } = target.wanted(matrix);
  return target.kind === 'ignore' ? ignoreDrift(text, entries) : jsonDrift(text, entries);
}

export type Written = { readonly text: string } | { readonly error: string };

/** The file's text with the matrix in it; what people wrote stays. */
export function writeMatrix(target: PermissionTarget, text: string | undefined, matrix: AgentPermissions): Written {
  const { entries } = target.wanted(matrix);
  return target.kind === 'ignore' ? { text: withBlock(text ?? '', entries) } : insertEntries(text, entries);
}

/** The file's text without it; undefined where nothing else stood there. */
export function withoutMatrix(target: PermissionTarget, text: string, matrix: AgentPermissions): string | undefined {
  const left = target.kind === 'ignore' ? withoutBlock(text) : removeEntries(text, target.wanted(matrix).entries);
  return left.trim() === '' || left.replace(/\s/g, '') === '{}' ? undefined : left;
}

const begin = '# lockside: written by "lockside permissions write", which replaces what stands up to the end';
const end = '# lockside: end';

function withBlock(text: string, entries: readonly WantedEntry[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const own = withoutBlock(text);
  const before = own === '' || own.endsWith('\n') ? own : `${own}${eol}`;
  // Behind what people wrote: there the last line that fits counts.
  const lines = entries.map(one => one.text).filter(line => !takesAway(line, own));
  return `${before}${[begin, ...lines, end].join(eol)}${eol}`;
}

/** Whether an exception of the matrix would bring back what a person has ignored. */
function takesAway(line: string, own: string): boolean {
  if (!line.startsWith('!')) return false;
  const name = line.slice(1).replace(/^\//, '');
  return own
    .split(/\r?\n/)
    .map(one => one.trim())
    .filter(one => one !== '' && !/^[#!]/.test(one))
    .some(one => /[*?[]/.test(name) || createGlob(one.replace(/^\/|\/$/g, ''), true)(name));
}

function withoutBlock(text: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) return text;
  const after = text.slice(to + end.length).replace(/^\r?\n/, '');
  return text.slice(0, from) + after;
}

function ignoreDrift(text: string | undefined, entries: readonly WantedEntry[]): Drift {
  const lines = (text ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  const wanted = entries.map(one => one.text);
  const last = Math.max(-1, ...wanted.map(line => lines.lastIndexOf(line)));
  return {
    missing: wanted.filter(line => !line.startsWith('!') && !lines.includes(line)),
    weaker: lines.filter((line, at) => line.startsWith('!') && !wanted.includes(line) && (at > last || last < 0)),
  };
}

function found(config: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((all, name) => fieldsOf(all)[name], config);
}

function jsonDrift(text: string | undefined, entries: readonly WantedEntry[]): Drift {
  const config: unknown = text === undefined ? {} : parse(text, [], { allowTrailingComma: true });
  const missing: string[] = [];
  const weaker: string[] = [];
  for (const { path, text: entry, value } of entries) {
    const at = found(config, path);
    if (value === undefined) {
      const stricter = path.at(-1) === 'ask' ? found(config, [...path.slice(0, -1), 'deny']) : undefined;
      if (![at, stricter].some(list => Array.isArray(list) && list.includes(entry))) missing.push(entry);
    } else if (at === undefined) missing.push(entry);
    else if (rank(at) < rank(value)) weaker.push(`${entry}: ${JSON.stringify(at)}`);
  }
  return { missing, weaker };
}

function rank(value: unknown): number {
  return value === false ? 2 : ['allow', 'ask', 'deny'].indexOf(String(value));
}

function insertEntries(text: string | undefined, entries: readonly WantedEntry[]): Written {
  const start = text === undefined || text.trim() === '' ? '{}\n' : text;
  const config: unknown = parse(start, [], { allowTrailingComma: true });
  const wanted = entries.filter(({ path, text: entry, value }) => {
    const at = found(config, path);
    return value === undefined ? !(Array.isArray(at) && at.includes(entry)) : at === undefined;
  });
  const done = insertJson(
    start,
    wanted.map(({ path, text: entry, value }) => ({ path, value: value ?? entry, inList: value === undefined })),
  );
  return 'error' in done ? done : { text: done.text };
}

function removeEntries(text: string, entries: readonly WantedEntry[]): string {
  let left = text;
  for (const { path, text: entry, value } of entries) {
    const at = found(parse(left, [], { allowTrailingComma: true }), path);
    const place = value === undefined ? (Array.isArray(at) ? at.indexOf(entry) : -1) : -1;
    if (value !== undefined && at === value) left = removeAt(left, path);
    else if (place >= 0) left = removeAt(left, [...path, place]);
  }
  const around = entries.flatMap(({ path, value }) => containers(value === undefined ? path : path.slice(0, -1)));
  for (const joined of [...new Set(around)].toSorted(
    (one, other) => other.split('\0').length - one.split('\0').length,
  )) {
    const path = joined.split('\0');
    if (isEmpty(found(parse(left, [], { allowTrailingComma: true }), path))) left = removeAt(left, path);
  }
  return left;
}

/** A path and those around it. */
function containers(path: readonly string[]): string[] {
  return path.map((_, at) => path.slice(0, path.length - at).join('\0'));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
