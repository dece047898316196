import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { readJsonc } from './jsonDocument';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { tokenIn } from './places';
import { sourceOf } from './source';

/** bun's lockfile in text: `packages` has, by the place in `node_modules`, a list of `name@version`, registry, facts, checksum. */
export const bunLock: PackageFormat = {
  id: 'bun.lock',
  kind: 'lockfile',
  matches: named('bun.lock'),
  parse: text => packageFile(bunLock, text, readBunLock),
};

function readBunLock(draft: Draft): void {
  const doc = readJsonc(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no lockfile of bun: the top must be an object');
  const packages = fieldsOf(doc.value.packages);
  const direct = directNames(fieldsOf(doc.value.workspaces), packages);
  const entries = new Map<string, PackageEntry>();
  for (const [key, value] of Object.entries(packages)) {
    const facts = Array.isArray(value) ? factsOf(value) : undefined;
    if (!facts) continue;
    const entry = { ...facts, direct: direct.has(key), use: direct.get(key) };
    entries.set(
      key,
      draft.add(entry, () => tokenIn(draft.text, doc.place('packages', key, 0)?.value, facts.version ?? facts.name)),
    );
  }
  draft.paths(() => ({
    roots: direct.keys(),
    next: key => wants(packages[key]).flatMap(name => resolved(packages, key, name) ?? []),
    entryOf: key => entries.get(key),
  }));
}

/** The keys of what the members of the workspace ask for. */
function directNames(workspaces: Table, packages: Table): Map<string, PackageEntry['use']> {
  const keys = new Map<string, PackageEntry['use']>();
  for (const value of Object.values(workspaces)) {
    const member = fieldsOf(value);
    for (const [kind, use] of kinds)
      for (const name of Object.keys(fieldsOf(member[kind]))) {
        const key = resolved(packages, textOf(member.name) ?? '', name);
        if (key !== undefined && (!keys.has(key) || use === undefined)) keys.set(key, use);
      }
  }
  return keys;
}

const kinds = [
  ['dependencies', undefined],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
] as const;

/** `["name@1.2.3", registry, {…}, "sha512-…"]`, `["name@git+ssh://…", {…}, "commit"]`, `["name@workspace:…"]`. */
function factsOf(tuple: readonly unknown[]): PackageEntry | undefined {
  const resolution = textOf(tuple[0]) ?? '';
  const at = resolution.indexOf('@', 1);
  const name = at < 0 ? resolution : resolution.slice(0, at);
  const version = at < 0 ? undefined : resolution.slice(at + 1);
  if (!name || /^(?:workspace|root|module):/.test(version ?? '')) return undefined;
  const source = version === undefined ? undefined : sourceOf(version);
  if (source) return { ecosystem: 'npm', name, version, source };
  const integrity = textOf(tuple[3]);
  return {
    ecosystem: 'npm',
    name,
    version,
    source: { kind: 'registry', url: textOf(tuple[1]) || undefined },
    integrity: integrity || false,
  };
}

function wants(tuple: unknown): string[] {
  const facts = Array.isArray(tuple) ? tuple.find(isTable) : undefined;
  return ['dependencies', 'optionalDependencies', 'peerDependencies'].flatMap(kind =>
    Object.keys(fieldsOf(fieldsOf(facts)[kind])),
  );
}

/** `a/b` is b as a gets it; where there is none, what stands above. Names may have a slash of their own. */
function resolved(packages: Table, from: string, name: string): string | undefined {
  for (
    let folder = from.length > mostUnits ? '' : from;
    folder !== '';
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
  ) {
    const key = `${folder}/${name}`;
    if (Object.hasOwn(packages, key)) return key;
  }
  return Object.hasOwn(packages, name) ? name : undefined;
}

/** A key is as long as its writer wants: beyond any real length it isn't looked for. */
const mostUnits = 4096;
