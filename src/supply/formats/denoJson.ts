import type { PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { readJsonc } from './jsonDocument';
import { npmRequirement } from './npmRequirement';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { versionIn } from './places';

/** deno's manifest, JSR's, and import maps: `imports` and `scopes` name packages as `npm:a@^1`, `jsr:@b/c@2` or by a CDN's address. */
export const denoJson: PackageFormat = {
  id: 'deno.json',
  kind: 'manifest',
  matches: named('deno.json', 'deno.jsonc', 'jsr.json', 'jsr.jsonc', 'import_map.json', 'importmap.json'),
  parse: text => packageFile(denoJson, text, readDenoJson),
};

function readDenoJson(draft: Draft): void {
  const doc = readJsonc(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no manifest of deno: the top must be an object');
  const scopes = Object.keys(fieldsOf(doc.value.scopes)).map(scope => ['scopes', scope]);
  for (const path of [['imports'], ...scopes])
    for (const [key, value] of Object.entries(tableAt(doc.value, path))) {
      const entry = specifierEntry(textOf(value) ?? '');
      if (entry) draft.add({ ...entry, direct: true }, () => versionIn(draft.text, doc.place(...path, key)?.value));
    }
}

/** What an import's specifier asks for, in deno's code as well. */
function specifierEntry(specifier: string): ReturnType<typeof npmRequirement> {
  if (/^(?:npm|jsr):/.test(specifier)) return npmRequirement('', specifier.replace(/^(npm|jsr):\//, '$1:'));
  // CDNs that serve npm's packages by name and version.
  const [, target] =
    /^https:\/\/(?:esm\.sh|unpkg\.com|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm)\/(?:v\d+\/|\*)?(.+)$/.exec(
      specifier,
    ) ?? [];
  const entry = target ? npmRequirement('', `npm:${target}`) : undefined;
  return entry && { ...entry, requirement: specifier, source: { kind: 'url', url: specifier } };
}

function tableAt(value: Table, path: readonly string[]): Table {
  return path.reduce((table, step) => fieldsOf(table[step]), value);
}
