import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { type Document, versionIn } from './places';
import { downloadedFrom, sourceOf } from './source';

/** npm's lockfile, versions 1 to 3: https://docs.npmjs.com/cli/configuring-npm/package-lock-json. Members of a workspace have a path for their source. */
export const packageLock: PackageFormat = {
  id: 'package-lock.json',
  kind: 'lockfile',
  matches: named('package-lock.json', 'npm-shrinkwrap.json', '.package-lock.json'),
  parse: text => packageFile(packageLock, text, readPackageLock),
};

function readPackageLock(draft: Draft): void {
  const doc = readJson(draft);
  if (!isTable(doc.value)) throw new FormatFault('is no lockfile of npm: the top must be an object');
  if (isTable(doc.value.packages)) readPackages(draft, doc, doc.value.packages);
  else readTree(draft, doc, fieldsOf(doc.value.dependencies));
}

/** Versions 2 and 3: one table, by the place in `node_modules`. */
function readPackages(draft: Draft, doc: Document, packages: Table): void {
  const entries = new Map<string, PackageEntry>();
  const written = versionFinder(draft.text);
  const direct = new Set<string>();
  const members = new Set<string>();
  for (const [key, value] of Object.entries(packages)) {
    if (key.includes('node_modules/')) continue;
    members.add(key);
    for (const name of wanted(value, true)) direct.add(resolved(packages, key, name) ?? '');
  }
  for (const [key, value] of Object.entries(packages)) {
    const name = isTable(value) ? nameAt(key, value) : undefined;
    if (!name || !isTable(value) || value.link === true) continue;
    const facts = factsOf(name, value, direct.has(key));
    const entry: PackageEntry = members.has(key)
      ? { ...facts, source: { kind: 'path', url: key }, integrity: undefined }
      : facts;
    entries.set(
      key,
      draft.add(
        entry,
        () => written(key) ?? doc.place('packages', key, 'version')?.value ?? doc.place('packages', key)?.key,
      ),
    );
  }
  draft.paths(() => ({
    roots: direct,
    next: key => Array.from(wanted(packages[key], members.has(key)), name => resolved(packages, key, name) ?? ''),
    entryOf: key => entries.get(key),
  }));
}

/** Where a version stands as npm itself writes it: to look for some is much quicker than to read all places of a large lockfile. */
function versionFinder(text: string): (key: string) => Span | undefined {
  let from = 0;
  return key => {
    const head = `${JSON.stringify(key)}: {`;
    // Entries are mostly asked for in their order.
    const ahead = text.indexOf(head, from);
    const at = ahead < 0 ? text.lastIndexOf(head, from) : ahead;
    const shape = /\s*"version": "([^"\\]{1,200})"/y;
    shape.lastIndex = at + head.length;
    const version = at < 0 ? undefined : shape.exec(text)?.[1];
    if (version === undefined) return undefined;
    from = shape.lastIndex;
    return { start: from - 1 - version.length, end: from - 1 };
  };
}

/** A package outside of `node_modules` is a member of the workspace, or linked. */
function nameAt(key: string, value: Table): string | undefined {
  const at = key.lastIndexOf('node_modules/');
  if (at >= 0) return textOf(value.name) || key.slice(at + 'node_modules/'.length);
  // The project itself is none of its packages, and a folder without a version is only a folder.
  return key === '' || !textOf(value.version) ? undefined : textOf(value.name) || key.slice(key.lastIndexOf('/') + 1);
}

function factsOf(name: string, value: Table, direct?: boolean): PackageEntry {
  const source = downloadedFrom(textOf(value.resolved));
  return {
    ecosystem: 'npm',
    name,
    version: textOf(value.version),
    direct,
    use: useOf(value),
    source,
    integrity: integrityOf(value, source),
    installScript: value.hasInstallScript === true ? true : undefined,
    deprecated: textOf(value.deprecated),
    license: textOf(value.license),
  };
}

function useOf(value: Table): PackageEntry['use'] {
  if (value.dev === true) return 'dev';
  if (value.optional === true || value.devOptional === true) return 'optional';
  return value.peer === true ? 'peer' : undefined;
}

/** What comes within another package's archive, from git or from a folder has no checksum of its own. */
function integrityOf(value: Table, source: PackageEntry['source']): string | false | undefined {
  const integrity = textOf(value.integrity);
  if (integrity !== undefined) return integrity;
  const within = value.inBundle === true || value.bundled === true;
  return within || (source && source.kind !== 'registry') ? undefined : false;
}

/** The names that a package asks for; only a member of the project gets what it has for development. */
function* wanted(value: unknown, member: boolean): Iterable<string> {
  if (!isTable(value)) return;
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
    if (isTable(value[kind])) yield* Object.keys(value[kind]);
  if (member && isTable(value.devDependencies)) yield* Object.keys(value.devDependencies);
}

/** Where Node would find a package: in the asking one's `node_modules`, or in that of a folder above. */
function resolved(packages: Table, from: string, name: string): string | undefined {
  // Beyond any real depth it isn't looked for: a key is as long as its writer wants.
  for (
    let folder = from.length > mostUnits ? '' : from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
  ) {
    const key = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    const found =
      folder.endsWith('node_modules') || !Object.hasOwn(packages, key) ? undefined : fieldsOf(packages[key]);
    if (found) return found.link === true ? textOf(found.resolved) : key;
    if (folder === '') return undefined;
  }
}

const mostUnits = 4096;

/** Version 1: packages within packages. It doesn't say what the project asks for: what no other package asks for, it must have asked for. */
function readTree(draft: Draft, doc: Document, top: Table): void {
  const nodes = new Map<string, Node>();
  const required = new Set<string>();
  const queue: Node[] = Object.entries(top).map(([name, value]) => ({ name, value: fieldsOf(value), path: [name] }));
  for (const node of queue) {
    if (node.path.length > deepest) {
      draft.fault(`nests packages more than ${deepest} deep`);
      break;
    }
    nodes.set(node.path.join('\n'), node);
    for (const [name, value] of Object.entries(fieldsOf(node.value.dependencies)))
      queue.push({ name, value: fieldsOf(value), path: [...node.path, name] });
  }
  for (const node of queue)
    for (const name of Object.keys(fieldsOf(node.value.requires))) {
      const key = keyAbove(nodes, node, name);
      if (key !== undefined) required.add(key);
    }
  const roots: string[] = [];
  for (const [key, node] of nodes) {
    const isRoot = node.path.length === 1 && !required.has(key) && node.value.bundled !== true;
    if (isRoot) roots.push(key);
    const facts = treeFacts(node);
    if (facts)
      node.entry = draft.add(isRoot ? { ...facts, direct: true } : facts, () => placeOf(draft.text, doc, node));
  }
  draft.paths(() => ({
    roots,
    next: key => {
      const node = nodes.get(key);
      return node ? Object.keys(fieldsOf(node.value.requires)).flatMap(name => keyAbove(nodes, node, name) ?? []) : [];
    },
    entryOf: key => nodes.get(key)?.entry,
  }));
}

/** Real ones nest some ten deep. */
const deepest = 100;

interface Node {
  readonly name: string;
  readonly value: Table;
  readonly path: readonly string[];
  entry?: PackageEntry;
}

/** An alias has `npm:name@1.2.3` for its version; git, archives and folders have where they come from. */
function treeFacts({ name, value }: Node): PackageEntry {
  const version = textOf(value.version);
  const alias = /^npm:(.+)@([^@]+)$/.exec(version ?? '');
  const facts = factsOf(alias?.[1] ?? name, { ...value, version: alias?.[2] ?? version });
  const source = version === undefined ? undefined : sourceOf(version);
  return source ? { ...facts, source, integrity: textOf(value.integrity) } : facts;
}

function placeOf(text: string, doc: Document, { path }: Node) {
  const place = doc.place(...path.flatMap(name => ['dependencies', name]));
  const version = place?.children.get('version')?.value;
  return version ? (text.startsWith('npm:', version.start) ? versionIn(text, version) : version) : place?.key;
}

function keyAbove(nodes: ReadonlyMap<string, Node>, { path }: Node, name: string): string | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const key = [...path.slice(0, depth), name].join('\n');
    if (nodes.has(key)) return key;
  }
  return undefined;
}
