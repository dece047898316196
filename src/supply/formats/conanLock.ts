import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { conanReference } from './conanReference';
import { readJson } from './jsonDocument';
import { type Draft, named, packageFile } from './packageFile';
import { type Document, tokenIn } from './places';

/** conan.lock: of Conan 1 a graph of numbered nodes, the one with a path being the project itself; of Conan 2 lists of references. */
export const conanLock: PackageFormat = {
  id: 'conan.lock',
  kind: 'lockfile',
  matches: named('conan.lock'),
  parse: text =>
    packageFile(conanLock, text, draft => {
      const document = readJson(draft);
      const { nodes } = fieldsOf(fieldsOf(document.value).graph_lock);
      if (isTable(nodes)) readGraph(draft, document, nodes);
      else readLists(draft, document);
    }),
};

function readGraph(draft: Draft, document: Document, nodes: Readonly<Record<string, unknown>>): void {
  const entries = new Map<string, PackageEntry>();
  const roots = new Set<string>();
  const next = (id: string) => {
    const { requires, build_requires: build } = fieldsOf(nodes[id]);
    return [requires, build].flatMap(list => (Array.isArray(list) ? list : [])).filter(it => typeof it === 'string');
  };
  for (const [id, value] of Object.entries(nodes))
    if (isProject(id, fieldsOf(value))) for (const root of next(id)) roots.add(root);
  for (const [id, value] of Object.entries(nodes)) {
    const node = fieldsOf(value);
    const field = textOf(node.pref) ? 'pref' : 'ref';
    const written = textOf(node[field]);
    if (textOf(node.path) || !written) continue;
    const entry = add(draft, document, written, ['graph_lock', 'nodes', id, field], {
      ...(roots.size > 0 ? { direct: roots.has(id) } : {}),
      ...(node.context === 'build' ? { use: 'build' } : {}),
    });
    if (entry) entries.set(id, entry);
  }
  draft.paths(() => ({ roots, next, entryOf: id => entries.get(id) }));
}

function isProject(id: string, { path, ref, pref }: Readonly<Record<string, unknown>>): boolean {
  return textOf(path) !== undefined || (id === '0' && !textOf(ref) && !textOf(pref));
}

function readLists(draft: Draft, document: Document): void {
  const lock = fieldsOf(document.value);
  for (const kind of ['requires', 'build_requires', 'python_requires', 'config_requires'])
    for (const [index, written] of (Array.isArray(lock[kind]) ? lock[kind] : []).entries())
      if (typeof written === 'string')
        add(draft, document, written, [kind, index], kind === 'build_requires' ? { use: 'build' } : {});
}

function add(
  draft: Draft,
  document: Document,
  written: string,
  at: readonly (string | number)[],
  extra: Partial<PackageEntry>,
): PackageEntry | undefined {
  const reference = conanReference(written);
  if (!reference) return undefined;
  const { name, version, revision, start } = reference;
  const entry: PackageEntry = {
    ecosystem: 'ConanCenter',
    name,
    version,
    ...extra,
    ...(revision ? { integrity: revision } : {}),
  };
  return draft.add(entry, () => {
    const span = document.place(...at)?.value;
    const exact = span && { start: span.start + start, end: span.start + start + version.length };
    return exact && draft.text.slice(exact.start, exact.end) === version ? exact : tokenIn(draft.text, span, version);
  });
}
