import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { type Draft, named, packageFile } from './packageFile';
import { firstHash } from './poetryLock';
import { addLocked } from './pythonLock';
import { readToml } from './tomlDocument';

/** uv's lockfile. What the project, its members and other folders ask for is direct. */
export const uvLock: PackageFormat = {
  id: 'uv.lock',
  kind: 'lockfile',
  matches: path => isUvLock(path) || /\.py\.lock$/.test(path),
  parse: text => packageFile(uvLock, text, readUvLock),
};

const isUvLock = named('uv.lock');

function readUvLock(draft: Draft): void {
  const doc = readToml(draft);
  const lock = fieldsOf(doc.value);
  // The lockfile of a script has what it asks for in the manifest.
  const asked = tables(fieldsOf(lock.manifest).requirements).flatMap(one => textOf(one.name) ?? []);
  const packages = tables(lock.package).map((one, index) => ({
    facts: factsOf(one),
    name: textOf(one.name) ?? '',
    wants: wantsOf(one),
    member: ['editable', 'virtual', 'workspace', 'directory'].some(kind => fieldsOf(one.source)[kind] !== undefined),
    place: () => doc.place('package', index, 'version')?.value ?? doc.place('package', index, 'name')?.value,
  }));
  addLocked(
    draft,
    packages.filter(one => one.name !== ''),
    asked,
  );
}

function factsOf(one: Table): PackageEntry | undefined {
  const source = fieldsOf(one.source);
  if (source.virtual !== undefined || !textOf(one.version)) return undefined;
  const [kind, url] = originOf(source);
  const hash = textOf(fieldsOf(one.sdist).hash) ?? firstHash(one.wheels);
  return {
    ecosystem: 'PyPI',
    name: normalised(textOf(one.name) ?? ''),
    version: textOf(one.version),
    source: { kind, url },
    integrity: hash ?? (kind === 'registry' ? false : undefined),
  };
}

function originOf({
  git,
  url,
  path,
  directory,
  editable,
  registry,
}: Table): readonly ['git' | 'url' | 'path' | 'registry', string | undefined] {
  if (textOf(git)) return ['git', textOf(git)];
  if (textOf(url)) return ['url', textOf(url)];
  const folder = textOf(path) ?? textOf(directory) ?? textOf(editable);
  return folder ? ['path', folder] : ['registry', textOf(registry)];
}

function wantsOf(one: Table): string[] {
  const groups = [one['optional-dependencies'], one['dev-dependencies']].flatMap(table =>
    Object.values(fieldsOf(table)),
  );
  return [one.dependencies, ...groups].flatMap(list => tables(list).flatMap(want => textOf(want.name) ?? []));
}
