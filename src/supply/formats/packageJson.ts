import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { npmRequirement } from './npmRequirement';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { type Document, type Place, versionIn } from './places';

/** npm's manifest, with the fields of yarn, pnpm and bun that name packages too. */
export const packageJson: PackageFormat = {
  id: 'package.json',
  kind: 'manifest',
  matches: named('package.json'),
  parse: text => packageFile(packageJson, text, readPackageJson),
};

function readPackageJson(draft: Draft): void {
  const doc = readJson(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no manifest: the top must be an object');
  for (const [field, use] of fields) addRequirements(draft, doc, [field], { direct: true, use });
  for (const path of pinned) addRequirements(draft, doc, path, { direct: false });
  for (const path of [['workspaces', 'catalog'], ['catalog']]) addRequirements(draft, doc, path, { direct: true });
  for (const path of [['workspaces', 'catalogs'], ['catalogs']])
    for (const name of Object.keys(fieldsOf(valueAt(doc, path))))
      addRequirements(draft, doc, [...path, name], { direct: true });
  addManager(draft, doc);
}

const fields = [
  ['dependencies', undefined],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
] as const;

/** What is asked of packages that others ask for. Keys may be selectors: `a/b`, `a@1`, `a>b`, `**​/b`. */
const pinned = [['resolutions'], ['overrides'], ['pnpm', 'overrides']];

/** Adds what a table of names and requirements asks for; what is nested in it (npm's overrides) as well, to a bounded depth. */
export function addRequirements(
  draft: Draft,
  doc: Document,
  path: readonly (string | number)[],
  facts: Pick<PackageEntry, 'direct' | 'use'>,
): void {
  const queue = [{ path, table: fieldsOf(valueAt(doc, path)), depth: 0 }];
  for (const { path: above, table, depth } of queue)
    for (const [key, value] of Object.entries(table)) {
      const at = [...above, key];
      if (isTable(value) && depth < deepest) queue.push({ path: at, table: value, depth: depth + 1 });
      const requirement = textOf(value);
      const selected = key === '.' ? above.at(-1) : key;
      const read = requirement === undefined ? undefined : npmRequirement(selectedName(`${selected}`), requirement);
      if (read) draft.add({ ...read, ...facts }, () => requirementPlace(draft.text, doc.place(...at)));
    }
}

const deepest = 8;

/** The version token of a requirement; the whole of it where it is an address, a tag or empty. */
function requirementPlace(text: string, place: Place | undefined): Span | undefined {
  if (!place?.value || place.value.start === place.value.end) return place?.key;
  const written = text.slice(place.value.start, place.value.end);
  return /^(?!npm:|jsr:|workspace:)[^\s@]*:/.test(written) ? place.value : versionIn(text, place.value);
}

/** The package that a selector of overrides or resolutions means. */
function selectedName(selector: string): string {
  const last = selector.slice(selector.lastIndexOf('>') + 1);
  const name = /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?$/.exec(last)?.[1];
  return name ?? last;
}

function valueAt(doc: Document, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : ownValue(value, `${step}`)),
    doc.value,
  );
}

function ownValue(value: unknown, key: string): unknown {
  return isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Corepack's field, `pnpm@9.1.0+sha512.…`: a package that is downloaded and run. */
function addManager(draft: Draft, doc: Document): void {
  const [, name, version, hash] =
    /^([\w-]+)@(\d[^+\s]*)(?:\+(.+))?$/.exec(textOf(fieldsOf(doc.value).packageManager) ?? '') ?? [];
  if (!name || !version) return;
  draft.add(
    { ecosystem: 'npm', name, version, requirement: version, direct: true, use: 'build', integrity: hash },
    () => {
      const start = (doc.place('packageManager')?.value?.start ?? 0) + name.length + 1;
      return { start, end: start + version.length };
    },
  );
}
