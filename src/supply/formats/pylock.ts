import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { type Draft, packageFile } from './packageFile';
import { addLocked } from './pythonLock';
import { readToml } from './tomlDocument';

/** The lockfile of PEP 751, `pylock.toml` or `pylock.<name>.toml`. */
export const pylock: PackageFormat = {
  id: 'pylock.toml',
  kind: 'lockfile',
  matches: path => /(?:^|\/)pylock(?:\.[^./]+)?\.toml$/.test(path),
  parse: text => packageFile(pylock, text, readPylock),
};

function readPylock(draft: Draft): void {
  const doc = readToml(draft);
  const packages = tables(fieldsOf(doc.value).packages).map((one, index) => ({
    facts: factsOf(one),
    name: textOf(one.name) ?? '',
    wants: tables(one.dependencies).flatMap(want => textOf(want.name) ?? []),
    place: () => doc.place('packages', index, 'version')?.value ?? doc.place('packages', index, 'name')?.value,
  }));
  const known = packages.filter(one => one.name !== '');
  // Dependencies are optional there; without any of them nothing is told of who asks for whom.
  const told = known.some(one => one.wants.length > 0);
  if (told) addLocked(draft, known);
  else for (const { facts, place } of known) draft.add(facts, place);
}

function factsOf(one: Table): PackageEntry {
  const vcs = fieldsOf(one.vcs);
  const archive = fieldsOf(one.archive);
  const hashes = [archive, fieldsOf(one.sdist), ...tables(one.wheels)].flatMap(file =>
    Object.entries(fieldsOf(file.hashes)),
  );
  const first = hashes[0];
  const folder = textOf(fieldsOf(one.directory).path);
  const kind =
    one.vcs !== undefined ? 'git' : one.archive !== undefined ? 'url' : folder === undefined ? 'registry' : 'path';
  const url =
    textOf(vcs.url) ?? textOf(vcs.path) ?? textOf(archive.url) ?? textOf(archive.path) ?? folder ?? textOf(one.index);
  return {
    ecosystem: 'PyPI',
    name: normalised(textOf(one.name) ?? ''),
    version: textOf(one.version),
    source: { kind, url },
    integrity: first ? `${first[0]}:${textOf(first[1])}` : kind === 'registry' ? false : undefined,
  };
}
