import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf, texts } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { readJson } from './jsonDocument';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { versionIn } from './places';
import { wheelVersion } from './pythonRequirement';
import { sourceIn } from './source';

/** pipenv's lockfile: `default`, `develop` and categories of one's own. It doesn't say who asks for whom. */
export const pipfileLock: PackageFormat = {
  id: 'Pipfile.lock',
  kind: 'lockfile',
  matches: named('Pipfile.lock'),
  parse: text => packageFile(pipfileLock, text, readPipfileLock),
};

function readPipfileLock(draft: Draft): void {
  const doc = readJson(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no lockfile of pipenv: the top must be an object');
  for (const [group, table] of Object.entries(doc.value)) {
    if (group === '_meta') continue;
    for (const [name, value] of Object.entries(fieldsOf(table))) {
      const facts = isTable(value) ? factsOf(name, value, group) : undefined;
      if (facts)
        draft.add(facts, () => {
          const place = doc.place(group, name);
          const version = place?.children.get('version')?.value;
          return version ? versionIn(draft.text, version) : place?.key;
        });
    }
  }
}

function factsOf(name: string, value: Table, group: string): PackageEntry | undefined {
  const git = textOf(value.git) ?? textOf(value.hg) ?? textOf(value.svn);
  const url = textOf(value.file) ?? textOf(value.url);
  const path = textOf(value.path);
  // The project itself is installed into its own environment, without a version.
  if (path !== undefined && !textOf(value.version)) return undefined;
  return {
    ecosystem: 'PyPI',
    name: normalised(name),
    version: /^={2,3}\s*([^\s*]+)$/.exec(textOf(value.version) ?? '')?.[1] ?? wheelVersion(url ?? ''),
    use: group === 'default' ? undefined : 'dev',
    source: { kind: 'registry' },
    ...sourceIn({ git, url, path }),
    integrity: texts(value.hashes ?? [])[0] ?? (git || url || path ? undefined : false),
  };
}
