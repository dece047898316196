import type { PackageEntry } from '../../core/packages';
import { normalised } from '../mentions/specs';
import type { Draft, Where } from './packageFile';

/** A package of one of Python's lockfiles. */
export interface LockedPackage {
  /** Undefined where it is no package, but the project itself. */
  readonly facts: PackageEntry | undefined;
  readonly name: string;
  readonly wants: readonly string[];
  readonly place: Where;
  /** The project or one of its own folders: what it asks for is direct. */
  readonly member?: boolean;
}

/**
 * Adds them and says who asks for whom, by name. `asked` names what the project asks for; where neither it nor a package of the
 * project's own tells, what no other package asks for counts.
 */
export function addLocked(draft: Draft, packages: readonly LockedPackage[], asked: readonly string[] = []): void {
  const own = packages.filter(one => one.member).flatMap(one => one.wants);
  const told = asked.length > 0 || packages.some(one => one.member);
  const direct = new Set(told ? [...asked, ...own].map(normalised) : []);
  if (!told) {
    const wanted = new Set(packages.flatMap(one => one.wants.filter(name => name !== one.name).map(normalised)));
    for (const { name } of packages) if (!wanted.has(normalised(name))) direct.add(normalised(name));
  }
  const byName = new Map<
    string,
    { readonly key: string; readonly entry: PackageEntry; readonly wants: readonly string[] }[]
  >();
  const byKey = new Map<string, { readonly entry: PackageEntry; readonly wants: readonly string[] }>();
  packages.forEach(({ facts, name, wants, place }, index) => {
    if (!facts) return;
    const isDirect = direct.has(normalised(name)) || (told ? false : undefined);
    const node = { key: `${index}`, entry: draft.add({ ...facts, direct: facts.direct ?? isDirect }, place), wants };
    byKey.set(node.key, node);
    byName.set(normalised(name), [...(byName.get(normalised(name)) ?? []), node]);
  });
  const keys = (name: string) => (byName.get(normalised(name)) ?? []).map(node => node.key);
  draft.paths(() => ({
    roots: Array.from(direct).flatMap(keys),
    next: key => (byKey.get(key)?.wants ?? []).flatMap(keys),
    entryOf: key => byKey.get(key)?.entry,
  }));
}
