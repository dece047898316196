import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { type Draft, named, packageFile } from './packageFile';
import { type Document, versionIn } from './places';
import { readToml } from './tomlDocument';

/**
 * Cargo.toml: dependencies of the package, of its targets and of the workspace, and what patches them. A key is the crate's name,
 * unless `package` names another. A bare version is a caret range; only `=1.2.3` means the one version.
 */
export const cargoToml: PackageFormat = {
  id: 'Cargo.toml',
  kind: 'manifest',
  matches: named('Cargo.toml'),
  parse: text => packageFile(cargoToml, text, read),
};

function read(draft: Draft): void {
  const document = readToml(draft);
  const manifest = fieldsOf(document.value);
  readTables(draft, document, []);
  readTable(draft, document, ['workspace', 'dependencies'], { member: 'workspace' });
  for (const target of Object.keys(fieldsOf(manifest.target)))
    readTables(draft, document, ['target', target], { member: target });
  for (const registry of Object.keys(fieldsOf(manifest.patch))) readTable(draft, document, ['patch', registry], {});
}

type Extra = Pick<PackageEntry, 'use' | 'member'>;

function readTables(draft: Draft, document: Document, at: readonly string[], extra: Extra = {}): void {
  readTable(draft, document, [...at, 'dependencies'], extra);
  for (const name of ['dev-dependencies', 'dev_dependencies'])
    readTable(draft, document, [...at, name], { ...extra, use: 'dev' });
  for (const name of ['build-dependencies', 'build_dependencies'])
    readTable(draft, document, [...at, name], { ...extra, use: 'build' });
}

function readTable(draft: Draft, document: Document, at: readonly string[], extra: Extra): void {
  let table: unknown = document.value;
  for (const step of at) table = fieldsOf(table)[step];
  for (const [key, value] of Object.entries(fieldsOf(table))) {
    const facts = isTable(value) ? value : { version: value };
    const requirement = textOf(facts.version);
    const entry: PackageEntry = {
      ecosystem: 'crates.io',
      name: textOf(facts.package) ?? key,
      direct: true,
      ...extra,
      ...(facts.optional === true && !extra.use ? { use: 'optional' } : {}),
      ...versioned(requirement),
      ...sourceOf(facts),
    };
    draft.add(entry, () => {
      const place = document.place(...at, key);
      if (requirement === undefined) return place?.key;
      return versionIn(draft.text, isTable(value) ? place?.children.get('version')?.value : place?.value);
    });
  }
}

function versioned(requirement: string | undefined): Pick<PackageEntry, 'version' | 'requirement'> {
  if (requirement === undefined) return {};
  const exact = /^=\s*(\d+\.\d+\.\d+[\w.+-]*)$/.exec(requirement.trim())?.[1];
  return { requirement, ...(exact ? { version: exact } : {}) };
}

function sourceOf(facts: Readonly<Record<string, unknown>>): Pick<PackageEntry, 'source'> {
  const git = textOf(facts.git);
  if (git !== undefined) return { source: { kind: 'git', url: git } };
  const path = textOf(facts.path);
  // What has a version as well comes from its registry once it is published.
  if (path !== undefined) return { source: { kind: 'path', url: path } };
  return {};
}
