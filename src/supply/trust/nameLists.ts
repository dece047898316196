import { inflateSync, strFromU8 } from 'fflate';
import type { Ecosystem } from '../../core/packages';
import { packedNames } from './popularNames';

/** Names that are known to be real. A list is partial: what doesn't stand in it may exist all the same. */
export interface NameList {
  /** The most popular ones: typos are looked for of these. */
  readonly popular: readonly string[];
  /** All, in lower case. */
  readonly known: ReadonlySet<string>;
  /** npm: the scopes of known names with how many have each, without the `@`. */
  readonly scopes: ReadonlyMap<string, number>;
}

const opened = new Map<Ecosystem, NameList>();

/** The list of an ecosystem, unpacked at its first use; undefined where there is none. */
export function namesIn(ecosystem: Ecosystem): NameList | undefined {
  const packed = packedNames[ecosystem];
  if (!packed) return undefined;
  const list = opened.get(ecosystem) ?? open(packed);
  opened.set(ecosystem, list);
  return list;
}

/** Whether a name is known to be real, in whatever case it is written. */
export function isKnownName(ecosystem: Ecosystem, name: string): boolean {
  const known = namesIn(ecosystem)?.known;
  const written = name.toLowerCase();
  // crates.io takes both separators for one.
  const same =
    ecosystem === 'crates.io' ? [written, written.replaceAll('-', '_'), written.replaceAll('_', '-')] : [written];
  return known !== undefined && same.some(it => known.has(it));
}

function open([first, second]: readonly [string, string]): NameList {
  const popular = unpack(first);
  const known = new Set([...popular, ...unpack(second)]);
  const scopes = new Map<string, number>();
  for (const name of known) {
    const scope = /^@([^/]+)\//.exec(name)?.[1];
    if (scope !== undefined) scopes.set(scope, (scopes.get(scope) ?? 0) + 1);
  }
  return { popular, known, scopes };
}

/** Front-coded lines: how many units are those of the name before, in base 36, then the rest. */
function unpack(base64: string): string[] {
  if (base64 === '') return [];
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  let before = '';
  // Names have no unit beyond ASCII: read as Latin-1, which is quicker.
  return strFromU8(inflateSync(bytes), true)
    .split('\n')
    .map(line => {
      before = before.slice(0, Number.parseInt(line[0] ?? '0', 36)) + line.slice(1);
      return before;
    });
}
