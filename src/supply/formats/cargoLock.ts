import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf, texts } from '../../core/untyped';
import { type Draft, named, packageFile } from './packageFile';
import { readToml } from './tomlDocument';

/**
 * Cargo.lock, versions 1 to 4. What has no source is a member of the workspace. A dependency is `name`, `name version` where a
 * name stands twice, or `name version (source)` in the oldest files, which have their checksums in `[metadata]`.
 */
export const cargoLock: PackageFormat = {
  id: 'Cargo.lock',
  kind: 'lockfile',
  matches: named('Cargo.lock'),
  parse: text => packageFile(cargoLock, text, read),
};

function read(draft: Draft): void {
  const document = readToml(draft);
  const lock = fieldsOf(document.value);
  const checksums = fieldsOf(lock.metadata);
  const crates = tables(lock.package);
  const graph = dependencyGraph(crates, texts(fieldsOf(lock.root).dependencies));
  for (const [index, crate] of crates.entries()) {
    const name = textOf(crate.name);
    const version = textOf(crate.version);
    if (!name || !version) continue;
    const source = sourceOf(textOf(crate.source));
    const entry: PackageEntry = {
      ecosystem: 'crates.io',
      name,
      version,
      source,
      ...(source.kind === 'path' ? {} : { direct: graph.roots.has(keyOf(crate)) }),
      ...(source.kind === 'registry' ? { integrity: checksumOf(crate, checksums) } : {}),
    };
    graph.entries.set(
      keyOf(crate),
      draft.add(entry, () => document.place('package', index, 'version')?.value),
    );
  }
  draft.paths(() => ({ roots: graph.roots, next: graph.next, entryOf: key => graph.entries.get(key) }));
}

function sourceOf(source: string | undefined): NonNullable<PackageEntry['source']> {
  if (source === undefined) return { kind: 'path' };
  const [, kind, url = ''] = /^(\w+)\+(.*)$/s.exec(source) ?? [];
  return kind === 'git' ? { kind, url } : { kind: 'registry', url: kind ? url : source };
}

function checksumOf(crate: Table, checksums: Table): string | false {
  const old = checksums[`checksum ${crate.name} ${crate.version} (${crate.source})`];
  return textOf(crate.checksum) ?? textOf(old) ?? false;
}

function keyOf(crate: Table): string {
  return `${crate.name} ${crate.version}`;
}

function dependencyGraph(crates: readonly Table[], ofRoot: readonly string[]) {
  const byName = new Map<string, string>();
  const next = new Map<string, readonly string[]>();
  for (const crate of crates) byName.set(`${crate.name}`, keyOf(crate));
  const keyed = (dependencies: unknown) =>
    texts(dependencies).map(it => {
      const [name = '', version] = it.split(' ');
      return version ? `${name} ${version}` : (byName.get(name) ?? name);
    });
  for (const crate of crates) next.set(keyOf(crate), keyed(crate.dependencies));
  const members = crates.filter(crate => crate.source === undefined);
  return {
    roots: new Set([...members.flatMap(member => next.get(keyOf(member)) ?? []), ...keyed(ofRoot)]),
    next: (key: string) => next.get(key) ?? [],
    entries: new Map<string, PackageEntry>(),
  };
}
