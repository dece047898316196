import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { type Draft, named, packageFile } from './packageFile';

/** composer.lock: `packages` and `packages-dev`; versions as their tags are, some with a `v`. What is direct stands in composer.json. */
export const composerLock: PackageFormat = {
  id: 'composer.lock',
  kind: 'lockfile',
  matches: named('composer.lock'),
  parse: (text, _path, beside) => packageFile(composerLock, text, draft => read(draft, beside?.('composer.json'))),
};

function read(draft: Draft, manifest: string | undefined): void {
  const document = readJson(draft);
  const lock = fieldsOf(document.value);
  const direct = manifest === undefined ? undefined : askedBy(manifest);
  const entries = new Map<string, PackageEntry>();
  const asks = new Map<string, readonly string[]>();
  for (const list of ['packages', 'packages-dev'])
    for (const [index, one] of tables(lock[list]).entries()) {
      const name = textOf(one.name);
      const version = textOf(one.version);
      if (!name || !version) continue;
      const key = name.toLowerCase();
      const entry: PackageEntry = {
        ecosystem: 'Packagist',
        name,
        version,
        ...(direct ? { direct: direct.has(key) } : {}),
        ...(list === 'packages-dev' ? { use: 'dev' } : {}),
        ...detailsOf(one),
      };
      entries.set(
        key,
        draft.add(entry, () => document.place(list, index, 'version')?.value),
      );
      asks.set(
        key,
        Object.keys(fieldsOf(one.require)).map(it => it.toLowerCase()),
      );
    }
  if (direct)
    draft.paths(() => ({ roots: direct, next: key => asks.get(key) ?? [], entryOf: key => entries.get(key) }));
}

function detailsOf(one: Table): Pick<PackageEntry, 'source' | 'integrity' | 'license' | 'deprecated'> {
  const dist = fieldsOf(one.dist);
  const git = textOf(fieldsOf(one.source).url);
  const sum = textOf(dist.shasum);
  const licenses = Array.isArray(one.license) ? one.license.filter(it => typeof it === 'string') : [];
  const instead = one.abandoned;
  return {
    ...sourceOf(dist, git),
    ...(sum ? { integrity: sum } : {}),
    ...(licenses.length > 0 ? { license: licenses.join(' OR ') } : {}),
    ...(instead === true ? { deprecated: 'abandoned' } : {}),
    ...(typeof instead === 'string' ? { deprecated: `abandoned: use ${instead}` } : {}),
  };
}

function sourceOf({ type, url }: Table, git: string | undefined): Pick<PackageEntry, 'source'> {
  if (type === 'path') return { source: { kind: 'path', url: textOf(url) } };
  if (textOf(url)) return { source: { kind: 'registry', url: textOf(url) } };
  return git ? { source: { kind: 'git', url: git } } : {};
}

/** The names that a composer.json asks for; one that can't be read is told where it is read itself. */
function askedBy(manifest: string): Set<string> | undefined {
  try {
    const { require, 'require-dev': dev } = fieldsOf(JSON.parse(manifest));
    return new Set([...Object.keys(fieldsOf(require)), ...Object.keys(fieldsOf(dev))].map(it => it.toLowerCase()));
  } catch {
    return undefined;
  }
}
