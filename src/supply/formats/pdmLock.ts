import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf, texts } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { type Draft, named, packageFile } from './packageFile';
import { firstHash } from './poetryLock';
import { addLocked } from './pythonLock';
import { pythonRequirement } from './pythonRequirement';
import { sourceIn } from './source';
import { readToml } from './tomlDocument';

/** pdm's lockfile. A package stands once for itself and once for each set of extras. */
export const pdmLock: PackageFormat = {
  id: 'pdm.lock',
  kind: 'lockfile',
  matches: path => isPdmLock(path) || /(?:^|\/)pdm\.[^/]+\.lock$/.test(path),
  parse: text => packageFile(pdmLock, text, readPdmLock),
};

const isPdmLock = named('pdm.lock');

function readPdmLock(draft: Draft): void {
  const doc = readToml(draft);
  const lock = fieldsOf(doc.value);
  const files = fieldsOf(fieldsOf(lock.metadata).files);
  const packages = tables(lock.package).map((one, index) => ({
    facts: factsOf(one, one.files ?? files[`${textOf(one.name)} ${textOf(one.version)}`]),
    name: textOf(one.name) ?? '',
    wants: texts(one.dependencies ?? []).flatMap(want => pythonRequirement(want)?.entry.name ?? []),
    place: () => doc.place('package', index, 'version')?.value ?? doc.place('package', index, 'name')?.value,
  }));
  addLocked(
    draft,
    packages.filter(one => one.name !== ''),
  );
}

function factsOf(one: Table, files: unknown): PackageEntry {
  const path = textOf(one.path);
  const git = textOf(one.git);
  const url = textOf(one.url);
  const groups = texts(one.groups ?? []);
  return {
    ecosystem: 'PyPI',
    name: normalised(textOf(one.name) ?? ''),
    version: textOf(one.version),
    use: groups.length && !groups.includes('default') ? 'dev' : undefined,
    source: { kind: 'registry' },
    ...sourceIn({ git, url, path }),
    integrity: firstHash(files) ?? (git || url || path ? undefined : false),
  };
}
