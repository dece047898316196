import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { mavenVersion } from './mavenVersion';
import { type Draft, packageFile } from './packageFile';
import { type Document, tokenIn } from './places';
import { readToml } from './tomlDocument';

/** Gradle's version catalogue, gradle/libs.versions.toml: libraries and plugins, whose versions may stand under `[versions]`. */
export const versionCatalog: PackageFormat = {
  id: 'libs.versions.toml',
  kind: 'manifest',
  matches: path => /(?:^|\/)(?:libs|gradle\/[\w.-]+)\.versions\.toml$/.test(path),
  parse: text =>
    packageFile(versionCatalog, text, draft => {
      const document = readToml(draft);
      const catalog = fieldsOf(document.value);
      for (const [key, value] of Object.entries(fieldsOf(catalog.libraries))) addLibrary(draft, document, key, value);
      for (const [key, value] of Object.entries(fieldsOf(catalog.plugins))) addPlugin(draft, document, key, value);
    }),
};

type Version = { readonly text?: string; readonly at: readonly string[] };

function addLibrary(draft: Draft, document: Document, key: string, value: unknown): void {
  const at = ['libraries', key];
  if (typeof value === 'string') {
    const [group, artifact, version] = value.split(':');
    if (group && artifact) add(draft, document, `${group}:${artifact}`, { text: version, at }, {});
    return;
  }
  const facts = fieldsOf(value);
  const name = textOf(facts.module) ?? `${textOf(facts.group) ?? ''}:${textOf(facts.name) ?? ''}`;
  if (/^[^:]+:[^:]+$/.test(name)) add(draft, document, name, versionOf(document, facts, at), {});
}

/** A plugin is published as the artifact `id:id.gradle.plugin`. */
function addPlugin(draft: Draft, document: Document, key: string, value: unknown): void {
  const at = ['plugins', key];
  const use = 'build';
  if (typeof value === 'string') {
    const [id, version] = value.split(':');
    if (id) add(draft, document, `${id}:${id}.gradle.plugin`, { text: version, at }, { use });
    return;
  }
  const id = textOf(fieldsOf(value).id);
  if (id) add(draft, document, `${id}:${id}.gradle.plugin`, versionOf(document, fieldsOf(value), at), { use });
}

/** `"1.0"`, `{ ref = "key" }`, or a rich version: what it must be, should be or would rather be. */
function versionOf(document: Document, { version }: Table, at: readonly string[]): Version {
  const here = [...at, 'version'];
  const reference = textOf(fieldsOf(version).ref);
  if (reference === undefined) return richVersion(version, here);
  return richVersion(fieldsOf(fieldsOf(document.value).versions)[reference], ['versions', reference]);
}

function richVersion(version: unknown, at: readonly string[]): Version {
  if (version === undefined) return { at: at.slice(0, 2) };
  if (!isTable(version)) return { text: textOf(version), at };
  const kind = ['strictly', 'require', 'prefer'].find(it => textOf(version[it]) !== undefined);
  return kind === undefined ? { at } : { text: textOf(version[kind]), at: [...at, kind] };
}

function add(
  draft: Draft,
  document: Document,
  name: string,
  { text, at }: Version,
  extra: Pick<PackageEntry, 'use'>,
): void {
  draft.add({ ecosystem: 'Maven', name, direct: true, ...extra, ...mavenVersion(text) }, () => {
    const place = document.place(...at);
    return text === undefined ? place?.key : tokenIn(draft.text, place?.value, text);
  });
}
