import type { Span } from '../../core/model';
import type { PackageEntry } from '../../core/packages';
import { normalised } from '../mentions/specs';
import type { Draft } from './packageFile';
import type { Place } from './places';
import { sourceOf } from './source';

/** A requirement, and where in its text the version token (or else the name) stands. */
export interface PythonRequirement {
  readonly entry: PackageEntry;
  readonly token: Span;
}

/**
 * Reads a requirement of PEP 508, `name[extra] >=1,<2; marker` or `name @ address`, or what pip takes besides: an address of git with
 * `#egg=name`, of a wheel or archive. Undefined where it names no package: a folder, something else.
 */
export function pythonRequirement(text: string): PythonRequirement | undefined {
  if (/^\s*[^\s;@=<>]+\.(?:whl|zip|tar\.gz)\s*$/.test(text)) return fromAddress(`./${text.trim()}`, text);
  const [whole, before = '', name = '', extras = '', rest = ''] = form.exec(text) ?? [];
  if (whole === undefined) return fromAddress(text);
  const address = /^\s*@\s*(\S+)/.exec(rest)?.[1];
  const at = before.length + name.length + extras.length;
  const named = { start: before.length, end: before.length + name.length };
  if (address) {
    const source = sourceOf(address) ?? { kind: 'url', url: address };
    return {
      entry: { ...own(name), version: wheelVersion(address), requirement: `@ ${address}`, source },
      token: named,
    };
  }
  const specifier = rest.replace(/;.*$/s, '').replace(/^(\s*)\(([^)]*)\)(\s*)$/, '$1 $2 $3');
  const requirement = specifier.trim();
  if (requirement && !clauses.test(requirement)) return undefined;
  const clause = pin.exec(specifier) ?? first.exec(specifier);
  const version = pin.exec(specifier)?.[2];
  const start = at + (clause ? clause.index + clause[1]!.length : 0);
  const token = clause ? { start, end: start + clause[2]!.length } : named;
  return { entry: { ...own(name), version, requirement: requirement || undefined }, token };
}

/** Adds what a text at a place in a document requires. */
export function addRequirement(
  draft: Draft,
  written: unknown,
  facts: Partial<PackageEntry>,
  place: () => Place | undefined,
): PackageEntry | undefined {
  const read = typeof written === 'string' ? pythonRequirement(written) : undefined;
  if (!read) return undefined;
  return draft.add({ ...read.entry, ...facts }, () => {
    const span = place()?.value;
    const token = span && pythonRequirement(draft.text.slice(span.start, span.end))?.token;
    return span && token && { start: span.start + token.start, end: span.start + token.end };
  });
}

const form = /^(\s*)([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(\s*\[[^\]]*\])?(?=\s*(?:$|[;@(]|[<>=!~]=|[<>]))([\s\S]*)$/;
const clauses = /^\s*(?:(?:===?|~=|!=|<=|>=|<|>)\s*[^\s,;]+\s*(?:,\s*|$))+$/;
/** One version: neither a wildcard nor a range. */
const pin = /((?:^|[\s,])={2,3}\s*)([^\s,;*=#$]+)(?=\s*(?:,|;|#|$))/;
const first = /((?:===?|~=|!=|<=|>=|<|>)\s*)([^\s,;]+)/;

function own(name: string): PackageEntry {
  return { ecosystem: 'PyPI', name: normalised(name) };
}

/** `git+https://…#egg=name`, `https://…/name-1.2.3-py3-none-any.whl`, `./name-1.2.3.tar.gz`. */
function fromAddress(text: string, written = text): PythonRequirement | undefined {
  const address = text.trim().split(/\s+;|\s+#/)[0]!;
  const source = sourceOf(address);
  if (!source) return undefined;
  const [, egg, extras = ''] = /[#&]egg=([\w.-]+)(\[[^\]]*\])?/.exec(address) ?? [];
  const file = /([^/\\]+)-(\d[^/-]*)(?:-[^/]+\.whl|\.tar\.gz|\.zip)(?:[#?].*)?$/.exec(address);
  const name = egg ?? file?.[1];
  // A folder of the project's own, though pip may be told its name.
  if (!name || (source.kind === 'path' && !file)) return undefined;
  const start = Math.max(0, written.indexOf(`${name}${extras}`));
  const entry = { ...own(name), version: egg ? undefined : wheelVersion(address), requirement: address, source };
  return { entry, token: { start, end: start + name.length } };
}

/** A wheel's name says its version: PEP 427. */
export function wheelVersion(address: string): string | undefined {
  return /\/[^/]+?-(\d[^/-]*)-[^/]+\.whl(?:[#?]|$)/.exec(decodedPlus(address))?.[1];
}

function decodedPlus(address: string): string {
  return address.replace(/%2B/gi, '+');
}
