import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { normalised } from '../mentions/specs';
import { type Draft, named, packageFile } from './packageFile';
import type { Document } from './places';
import { poetryTables } from './poetryTables';
import { addRequirement, pythonRequirement } from './pythonRequirement';
import { sourceOf } from './source';
import { readToml } from './tomlDocument';

/** Python's manifest: PEP 621, dependency groups (PEP 735), what it is built with, and the tables of poetry, uv, pdm, hatch, flit and pixi. */
export const pyprojectToml: PackageFormat = {
  id: 'pyproject.toml',
  kind: 'manifest',
  matches: named('pyproject.toml'),
  parse: text => packageFile(pyprojectToml, text, readPyproject),
};

function readPyproject(draft: Draft): void {
  const doc = readToml(draft);
  const sources = uvSources(doc.value);
  const table = (...path: readonly string[]) => tableAt(doc.value, path);
  const add = (path: readonly string[], facts: Partial<PackageEntry>) =>
    addList(draft, doc, path, { direct: true, ...facts }, sources);
  /** Lists by name: extras, groups. */
  const addEach = (path: readonly string[], facts: Partial<PackageEntry>) => {
    for (const name of Object.keys(table(...path))) add([...path, name], facts);
  };
  add(['project', 'dependencies'], {});
  addEach(['project', 'optional-dependencies'], { use: 'optional' });
  addEach(['dependency-groups'], { use: 'dev' });
  add(['build-system', 'requires'], { use: 'build' });
  add(['tool', 'uv', 'dev-dependencies'], { use: 'dev' });
  for (const list of ['constraint-dependencies', 'override-dependencies']) add(['tool', 'uv', list], { direct: false });
  add(['tool', 'uv', 'build-constraint-dependencies'], { direct: false, use: 'build' });
  addEach(['tool', 'pdm', 'dev-dependencies'], { use: 'dev' });
  add(['tool', 'pdm', 'build', 'requires'], { use: 'build' });
  for (const name of Object.keys(table('tool', 'hatch', 'envs')))
    for (const list of ['dependencies', 'extra-dependencies'])
      add(['tool', 'hatch', 'envs', name, list], { use: 'dev' });
  add(['tool', 'hatch', 'metadata', 'hooks', 'custom', 'dependencies'], { use: 'build' });
  add(['tool', 'flit', 'metadata', 'requires'], {});
  addEach(['tool', 'flit', 'metadata', 'requires-extra'], { use: 'optional' });
  poetryTables(draft, doc);
}

function addList(
  draft: Draft,
  doc: Document,
  path: readonly string[],
  facts: Partial<PackageEntry>,
  sources: ReadonlyMap<string, PackageEntry['source'] | 'own'>,
): void {
  const list = path.reduce<unknown>((value, step) => fieldsOf(value)[step], doc.value);
  if (!Array.isArray(list)) return;
  list.forEach((written: unknown, index) => {
    // A group may include another: a table, whose packages stand there.
    if (typeof written !== 'string') return;
    const name = pythonRequirement(written)?.entry.name;
    if (name === undefined) {
      const where = doc.place(...path, index)?.value?.start;
      draft.fault(`has a requirement that can't be read in ${path.join('.')}`, where);
      return;
    }
    const source = sources.get(name);
    if (source === 'own') return;
    addRequirement(draft, written, source ? { ...facts, source } : facts, () => doc.place(...path, index));
  });
}

/** Where uv gets packages from instead of the registry; `own` are folders and members of the workspace. */
function uvSources(value: unknown): ReadonlyMap<string, PackageEntry['source'] | 'own'> {
  const sources = new Map<string, PackageEntry['source'] | 'own'>();
  for (const [name, source] of Object.entries(tableAt(value, ['tool', 'uv', 'sources']))) {
    const facts = fieldsOf(Array.isArray(source) ? source[0] : source);
    const git = textOf(facts.git);
    const own = facts.workspace === true || textOf(facts.path) !== undefined;
    sources.set(normalised(name), own ? 'own' : git ? { kind: 'git', url: git } : sourceOf(textOf(facts.url) ?? ''));
  }
  return sources;
}

function tableAt(value: unknown, path: readonly string[]): Table {
  return path.reduce<Table>((table, step) => (isTable(table[step]) ? table[step] : {}), fieldsOf(value));
}
