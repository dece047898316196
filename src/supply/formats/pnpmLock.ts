import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { type Draft, named, packageFile } from './packageFile';
import { sourceOf } from './source';
import { readYaml } from './yamlDocument';

/**
 * pnpm's lockfile, of every version: keys of packages are `/a/1.0.0_peer@1` (up to 5), `/a@1.0.0(peer@1)` (6), `a@1.0.0` with
 * `snapshots` (9), in newer ones after a document about pnpm itself: https://github.com/pnpm/spec/tree/master/lockfile.
 */
export const pnpmLock: PackageFormat = {
  id: 'pnpm-lock.yaml',
  kind: 'lockfile',
  matches: path => isPnpmLock(path) || /(?:^|\/)pnpm-lock\.[^/]+\.yaml$/.test(path),
  parse: text => packageFile(pnpmLock, text, readPnpmLock),
};

const isPnpmLock = named('pnpm-lock.yaml', 'shrinkwrap.yaml');

function readPnpmLock(draft: Draft): void {
  const doc = readYaml(draft);
  (doc.value as readonly unknown[]).forEach((lock, index) => {
    if (!isTable(lock)) return;
    const entries = new Map<string, PackageEntry>();
    const direct = directKeys(lock);
    for (const [key, value] of Object.entries(fieldsOf(lock.packages))) {
      const facts = factsOf(key, fieldsOf(value), direct);
      if (!facts) continue;
      const entry = draft.add(facts, () => {
        const place = doc.place(index, 'packages', key);
        return place?.children.get('version')?.value ?? versionIn(draft.text, place?.key, facts);
      });
      entries.set(key, entry);
    }
    if (index === (doc.value as readonly unknown[]).length - 1) addPaths(draft, lock, direct, entries);
  });
}

/** The version within a key: the first behind the name, since peers with the same one may follow. */
function versionIn(text: string, span: Span | undefined, { name, version }: PackageEntry): Span | undefined {
  if (!span || version === undefined) return span;
  const key = text.slice(span.start, span.end);
  const at = key.indexOf(version, Math.max(0, key.indexOf(name)) + name.length);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + version.length };
}

/** What the project and its members ask for, by the key of the package; and whether only for development. */
function directKeys(lock: Table): ReadonlyMap<string, PackageEntry['use']> {
  const keys = new Map<string, PackageEntry['use']>();
  for (const importer of [lock, ...Object.values(fieldsOf(lock.importers))])
    for (const [kind, use] of kinds)
      for (const [name, value] of Object.entries(fieldsOf(fieldsOf(importer)[kind]))) {
        const version = textOf(value) ?? textOf(fieldsOf(value).version) ?? '';
        for (const key of keysOf(name, version)) if (!keys.has(key) || use === undefined) keys.set(key, use);
      }
  return keys;
}

const kinds = [
  ['dependencies', undefined],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'dev'],
  ['configDependencies', 'build'],
  ['packageManagerDependencies', 'build'],
] as const;

/** The keys that `name: version` may stand under: versions that are keys themselves (aliases, git) come first. */
function keysOf(name: string, version: string): string[] {
  const bare = version.replace(/\(.*$/s, '');
  return [version, bare, `/${name}/${version}`, `/${name}@${version}`, `${name}@${version}`, `${name}@${bare}`];
}

function factsOf(
  key: string,
  value: Table,
  direct: ReadonlyMap<string, PackageEntry['use']>,
): PackageEntry | undefined {
  const read = readKey(key);
  const name = textOf(value.name) ?? read.name;
  const version = textOf(value.version) ?? read.version;
  const resolution = fieldsOf(value.resolution);
  if (!name) return undefined;
  const source = originOf(resolution);
  const isDirect = direct.has(key);
  const use = value.dev === 'true' ? 'dev' : value.optional === 'true' ? 'optional' : direct.get(key);
  return {
    ecosystem: 'npm',
    name,
    version,
    direct: isDirect,
    use,
    source,
    integrity: textOf(resolution.integrity) ?? (source.kind === 'registry' ? false : undefined),
    installScript: value.requiresBuild === 'true' ? true : undefined,
    deprecated: textOf(value.deprecated),
  };
}

function originOf(resolution: Table): NonNullable<PackageEntry['source']> {
  const repository = textOf(resolution.repo);
  if (repository) return { kind: 'git', url: repository };
  const directory = textOf(resolution.directory);
  if (directory) return { kind: 'path', url: directory };
  const tarball = textOf(resolution.tarball);
  if (!tarball) return { kind: 'registry' };
  const origin = sourceOf(tarball);
  return origin?.kind === 'url' && (textOf(resolution.integrity) || tarball.includes('/-/'))
    ? { kind: 'registry', url: tarball }
    : (origin ?? { kind: 'registry', url: tarball });
}

/** Name and version of a key; peers, which say for whom it was built, are left out. */
function readKey(key: string): { readonly name?: string; readonly version?: string } {
  const bare = key.replace(/\(.*$/s, '');
  const at = /^\/?((?:@[^/@]+\/)?[^/@]+)@(.+)$/s.exec(bare);
  // `/@babel/core/7.0.0_a@1` has an @ after the version too: there the name ends at a slash.
  const slash = /^(?:[^/@]+\.[^/]+)?\/((?:@[^/]+\/)?[^/]+)\/(\d[^/_]*)/.exec(bare);
  if (slash) return { name: slash[1], version: slash[2] };
  return at ? { name: at[1], version: at[2]!.replace(/^(\d[^_]*)_.*$/s, '$1') } : {};
}

/** Up to version 6 what a package asks for stands beside it, later in `snapshots`, by keys with peers. */
function addPaths(
  draft: Draft,
  lock: Table,
  direct: ReadonlyMap<string, unknown>,
  entries: ReadonlyMap<string, PackageEntry>,
): void {
  const graph = isTable(lock.snapshots) ? lock.snapshots : fieldsOf(lock.packages);
  draft.paths(() => ({
    roots: Object.keys(graph).filter(key => direct.has(key) || direct.has(key.replace(/\(.*$/s, ''))),
    next: key =>
      ['dependencies', 'optionalDependencies'].flatMap(kind =>
        Object.entries(fieldsOf(fieldsOf(graph[key])[kind])).flatMap(
          ([name, version]) => keysOf(name, textOf(version) ?? '').find(it => Object.hasOwn(graph, it)) ?? [],
        ),
      ),
    entryOf: key => entries.get(key) ?? entries.get(key.replace(/\(.*$/s, '')),
  }));
}
