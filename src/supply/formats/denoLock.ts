import type { Ecosystem, PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf, texts } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { downloadedFrom } from './source';

/** deno's lockfile: npm and JSR by `name@version`; within `npm.packages` in version 2, in `packages` in version 3, at the top since. */
export const denoLock: PackageFormat = {
  id: 'deno.lock',
  kind: 'lockfile',
  matches: named('deno.lock'),
  parse: text => packageFile(denoLock, text, readDenoLock),
};

function readDenoLock(draft: Draft): void {
  const doc = readJson(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no lockfile of deno: the top must be an object');
  const specifiers = readSpecifiers(doc.value);
  const direct = directKeys(doc.value, specifiers);
  const nodes = new Map<string, { readonly entry: PackageEntry; readonly value: Table }>();
  for (const [scheme, ecosystem, path] of groups)
    for (const [key, value] of Object.entries(tableAt(doc.value, path))) {
      const facts = isTable(value) ? factsOf(ecosystem, key, value, direct.has(`${scheme}:${key}`)) : undefined;
      if (!facts || !isTable(value)) continue;
      const entry = draft.add(facts, () => {
        const start = (doc.place(...path, key)?.key?.start ?? 0) + facts.name.length + 1;
        return { start, end: start + (facts.version?.length ?? 0) };
      });
      nodes.set(`${scheme}:${key}`, { entry, value });
    }
  const only = keysByName(nodes.keys());
  draft.paths(() => ({
    roots: direct,
    next: key => wanted(nodes.get(key)?.value).map(it => specifiers.get(it) ?? only.get(it) ?? it),
    entryOf: key => nodes.get(key)?.entry,
  }));
}

const groups: readonly (readonly [scheme: string, ecosystem: Ecosystem, path: readonly string[]])[] = [
  ['npm', 'npm', ['npm', 'packages']],
  ['npm', 'npm', ['npm']],
  ['npm', 'npm', ['packages', 'npm']],
  ['jsr', 'JSR', ['jsr']],
  ['jsr', 'JSR', ['packages', 'jsr']],
];

/** After the version, behind an underscore, stand the peers that it was resolved with. */
function factsOf(ecosystem: Ecosystem, key: string, value: Table, direct: boolean): PackageEntry | undefined {
  const at = key.indexOf('@', 1);
  if (at < 0) return undefined;
  const source = downloadedFrom(textOf(value.tarball)) ?? { kind: 'registry' };
  return {
    ecosystem,
    name: key.slice(0, at),
    version: key.slice(at + 1).split('_')[0],
    direct,
    source,
    integrity: textOf(value.integrity) ?? false,
    installScript: value.scripts === true ? true : undefined,
    deprecated: value.deprecated === true ? 'deprecated' : undefined,
  };
}

/** From what is asked for to what it came to: `npm:a@^1` to `npm:a@1.2.3`. */
function readSpecifiers(lock: Table): Map<string, string> {
  const all = new Map<string, string>();
  for (const [asked, came] of Object.entries(tableAt(lock, ['npm', 'specifiers'])))
    all.set(`npm:${asked}`, `npm:${came}`);
  for (const table of [tableAt(lock, ['packages', 'specifiers']), fieldsOf(lock.specifiers)])
    for (const [asked, came] of Object.entries(table)) {
      const version = textOf(came) ?? '';
      const name = asked.slice(0, Math.max(asked.lastIndexOf('@'), 0));
      all.set(asked, /^(?:npm|jsr):/.test(version) ? version : `${name.length > 4 ? name : asked}@${version}`);
    }
  return all;
}

/** Where it doesn't say what the project and its members ask for, each specifier counts. */
function directKeys(lock: Table, specifiers: ReadonlyMap<string, string>): Set<string> {
  const workspace = fieldsOf(lock.workspace);
  const members = [workspace, ...Object.values(fieldsOf(workspace.members)).map(fieldsOf)];
  const asked = members.flatMap(member => [
    ...texts(member.dependencies),
    ...texts(fieldsOf(member.packageJson).dependencies),
  ]);
  return new Set((asked.length ? asked : Array.from(specifiers.keys())).map(it => specifiers.get(it) ?? it));
}

/** Dependencies are a table up to version 3, then a list of names, with a version where there are several. */
function wanted(value: Table | undefined): string[] {
  if (!value) return [];
  const list = [value.dependencies, value.optionalDependencies].flatMap(it =>
    isTable(it) ? texts(Object.values(it)) : texts(it ?? []),
  );
  return list.map(it => (/^(?:npm|jsr):/.test(it) ? it : `npm:${it}`));
}

/** A bare name means the one version that there is. */
function keysByName(keys: Iterable<string>): Map<string, string> {
  return new Map(Array.from(keys, key => [key.slice(0, key.indexOf('@', 5)), key]));
}

function tableAt(lock: Table, path: readonly string[]): Table {
  return path.reduce((table, step) => (Object.hasOwn(table, step) ? fieldsOf(table[step]) : {}), lock);
}
