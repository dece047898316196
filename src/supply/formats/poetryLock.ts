import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf, texts } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { type Draft, named, packageFile } from './packageFile';
import { addLocked } from './pythonLock';
import { readToml } from './tomlDocument';

/** poetry's lockfile: `category` up to 1.4, `groups` since 2.0, checksums in `metadata.files` or beside the package. */
export const poetryLock: PackageFormat = {
  id: 'poetry.lock',
  kind: 'lockfile',
  matches: named('poetry.lock'),
  parse: text => packageFile(poetryLock, text, readPoetryLock),
};

function readPoetryLock(draft: Draft): void {
  const doc = readToml(draft);
  const lock = fieldsOf(doc.value);
  const metadata = fieldsOf(lock.metadata);
  const files = { ...fieldsOf(metadata.hashes), ...fieldsOf(metadata.files) };
  const packages = tables(lock.package).map((one, index) => ({
    facts: factsOf(one, one.files ?? files[textOf(one.name) ?? '']),
    name: textOf(one.name) ?? '',
    wants: Object.keys(fieldsOf(one.dependencies)),
    place: () => doc.place('package', index, 'version')?.value ?? doc.place('package', index, 'name')?.value,
  }));
  addLocked(
    draft,
    packages.filter(one => one.name !== ''),
  );
}

function factsOf(one: Table, files: unknown): PackageEntry {
  const source = sourceOfPackage(fieldsOf(one.source));
  return {
    ecosystem: 'PyPI',
    name: normalised(textOf(one.name) ?? ''),
    version: textOf(one.version),
    use: useOf(one),
    source,
    integrity: firstHash(files) ?? (source.kind === 'registry' ? false : undefined),
  };
}

function useOf({ category, groups, optional }: Table): PackageEntry['use'] {
  const all = texts(groups ?? []);
  if (category === 'dev' || (all.length > 0 && !all.includes('main'))) return 'dev';
  return optional === true ? 'optional' : undefined;
}

function sourceOfPackage({ type, url }: Table): NonNullable<PackageEntry['source']> {
  const kind =
    type === 'git' ? 'git' : type === 'url' ? 'url' : type === 'directory' || type === 'file' ? 'path' : 'registry';
  return { kind, url: textOf(url) };
}

/** The first checksum of a list of files; they are tables with `hash` or, in the oldest, texts. */
export function firstHash(files: unknown): string | undefined {
  const first: unknown = Array.isArray(files) ? files[0] : undefined;
  return textOf(first) ?? textOf(fieldsOf(first).hash);
}
