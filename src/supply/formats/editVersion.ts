import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser';
import type { Span } from '../../core/model';
import type { PackageEntry, PackageFile } from '../../core/packages';
import { fieldsOf, isTable } from '../../core/untyped';

/** A change of a text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * What raises an entry of a manifest to a version: only the version token changes, so operators, quotes and comments stay (`^1.2.3` to
 * `^1.2.9`). Undefined where no version is written that could be changed so: a tag, an address, a wildcard, a range of several clauses
 * that would then contradict itself, a lockfile (its tool writes it).
 */
export function upgradeEdit(
  text: string,
  file: PackageFile,
  entry: PackageEntry,
  version: string,
): TextEdit | undefined {
  if (file.kind === 'lockfile' || !isVersion(version)) return undefined;
  if (entry.source && entry.source.kind !== 'registry') return undefined;
  const span = file.locate(entry);
  const written = text.slice(span.start, span.end);
  if (!/^v?\d[\w.+!-]*$/.test(written) || written === version || !mayRise(entry.requirement ?? '')) return undefined;
  // Where a file's own token isn't what is asked for, another file gives the version.
  if (!`${entry.requirement ?? entry.version}`.includes(written)) return undefined;
  // What is pinned to a commit or a digest is more than a version: its pin would have to change too.
  if (typeof entry.integrity === 'string') return undefined;
  const bare = version.replace(/^v/, '');
  // An image's tag says what it is made of as well: `3.18-alpine`.
  const suffix = entry.ecosystem === 'Docker' && !bare.includes('-') ? (/-.*$/.exec(written)?.[0] ?? '') : '';
  return { span, text: `${written.startsWith('v') ? 'v' : ''}${bare}${suffix}` };
}

/** Which tool's table holds a transitive package back; each is written into that tool's manifest. */
export type OverrideTool = 'npm' | 'yarn' | 'pnpm' | 'pnpm-workspace' | 'bun' | 'uv';

/**
 * What makes a transitive package come in a version: npm's and bun's `overrides`, yarn's `resolutions`, `pnpm.overrides` (or `overrides`
 * of pnpm-workspace.yaml), uv's `override-dependencies`. An entry that stands already is changed. Undefined where the manifest can't be read.
 */
export function overrideEdit(text: string, tool: OverrideTool, name: string, version: string): TextEdit | undefined {
  if (!isVersion(version) || !/^[@\w][\w@./-]*$/.test(name)) return undefined;
  if (tool === 'uv') return uvOverride(text, name, version);
  if (tool === 'pnpm-workspace') return workspaceOverride(text, name, version);
  return jsonOverride(text, tables[tool], name, version);
}

const tables = {
  npm: ['overrides'],
  bun: ['overrides'],
  yarn: ['resolutions'],
  pnpm: ['pnpm', 'overrides'],
} as const;

/** What is written into a manifest comes from advisories, strangers' files as well. */
function isVersion(version: string): boolean {
  return /^v?\d[\w.+!-]{0,100}$/.test(version);
}

/** An upper bound or an exclusion beside the version would contradict a higher one. */
function mayRise(requirement: string): boolean {
  const clauses = requirement.replace(/^(?:npm|jsr):(?:@?[^@]*@)?/, '');
  return !/[<*|]|!=|\s-\s|,|\d\s+\S|[\d.]x\b/i.test(clauses);
}

function jsonOverride(text: string, table: readonly string[], name: string, version: string): TextEdit | undefined {
  const value = parsed(text);
  if (value === undefined) return undefined;
  const known = [...table, name].reduce<unknown>((within, key) => fieldsOf(within)[key], value);
  // In npm's table a name may have a table of its own, in which a point means the package itself.
  const path = isTable(known) ? [...table, name, '.'] : [...table, name];
  const edits = modify(text, path, version, { formattingOptions: formatting(text) });
  const changed = applyEdits(text, edits);
  if (edits.length === 0 || parsed(changed) === undefined) return undefined;
  const start = Math.min(...edits.map(edit => edit.offset));
  const end = Math.max(...edits.map(edit => edit.offset + edit.length));
  return { span: { start, end }, text: changed.slice(start, changed.length - (text.length - end)) };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As the file is written: its first indented line tells. */
function formatting(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** `override-dependencies` of `[tool.uv]`: the item is changed or added at the list's start; list and table are made where there are none. */
function uvOverride(text: string, name: string, version: string): TextEdit | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const item = `"${name}>=${version}"`;
  const table = /^\[tool\.uv\][ \t]*(?:#[^\n]*)?\r?$/m.exec(text);
  if (!table)
    return insertion(
      text.length,
      `${text === '' || text.endsWith('\n') ? '' : eol}${eol}[tool.uv]${eol}override-dependencies = [${item}]${eol}`,
    );
  const start = table.index + table[0].length;
  const next = /^\[/m.exec(text.slice(start));
  const body = text.slice(start, next ? start + next.index : text.length);
  const list = /^override-dependencies[ \t]*=[ \t]*\[/m.exec(body);
  if (!list) return insertion(start, `${eol}override-dependencies = [${item}]`);
  const from = list.index + list[0].length;
  const escaped = name.replace(/[.]/g, '\\.').replace(/[-_]/g, '[-_.]');
  const old = new RegExp(`^(?:[^\\]]*[\\[,\\s])?(["'])${escaped}(?![\\w.-])[^"'\\n]*\\1`, 'i').exec(body.slice(from));
  if (!old) return insertion(start + from, /^\s*\]/.test(body.slice(from)) ? item : `${item}, `);
  const end = start + from + old[0].length;
  const length = old[0].length - old[0].lastIndexOf(old[1]!, old[0].length - 2);
  return { span: { start: end - length, end }, text: item };
}

/** pnpm-workspace.yaml by its lines, which keeps comments; a table in braces is left to a person. */
function workspaceOverride(text: string, name: string, version: string): TextEdit | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const key = /[@/]/.test(name) ? `'${name}'` : name;
  const table = /^overrides:[ \t]*(\S.*)?\r?$/m.exec(text);
  if (!table)
    return insertion(
      text.length,
      `${text === '' || text.endsWith('\n') ? '' : eol}overrides:${eol}  ${key}: ${version}${eol}`,
    );
  if (table[1] && !table[1].startsWith('#')) return undefined;
  const start = table.index + table[0].replace(/\r$/, '').length;
  const body = /^(?:\r?\n(?:[ \t]+[^\n]*|[ \t]*(?=\r?\n)))*/.exec(text.slice(start))?.[0] ?? '';
  const escaped = name.replace(/[./]/g, '\\$&');
  const old = new RegExp(`\\n[ \\t]+(["']?)${escaped}\\1:[ \\t]*([^\\s#]+)`).exec(body);
  if (!old) return insertion(start, `${eol}${/\n([ \t]+)\S/.exec(body)?.[1] ?? '  '}${key}: ${version}`);
  const end = start + old.index + old[0].length;
  return { span: { start: end - old[2]!.length, end }, text: version };
}

function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
