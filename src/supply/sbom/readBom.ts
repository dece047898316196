import type { PackageEntry } from '../../core/packages';
import { fieldsOf, isTable, type Table, tables, textOf } from '../../core/untyped';
import { FormatFault } from '../formats/packageFile';
import { childAt, childrenOf, readXml, textAt, type XmlElement } from '../formats/xmlDocument';
import { entryOfPurl } from '../purl';
import type { Bom, BomComponent, BomHash } from './bom';

/** A bill that was read, or a sentence that says what is wrong with the text, without its contents. */
export type ReadBom = { readonly bom: Bom; readonly error?: undefined } | { readonly error: string };

/** Reads CycloneDX (JSON or XML, 1.2 and later) and SPDX 2.2 and 2.3 (JSON), by whoever it was written. Takes bounded time and memory. */
export function readBom(text: string): ReadBom {
  if (text.length > longest) return { error: `is longer than ${longest} characters` };
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    const document = /^\s*</.test(plain) ? fromXml(plain) : JSON.parse(plain);
    if (!isTable(document)) return { error: 'is no CycloneDX or SPDX document' };
    if (document.bomFormat === 'CycloneDX') return { bom: fromCycloneDx(document) };
    const version = textOf(document.spdxVersion);
    if (version?.startsWith('SPDX-2.')) return { bom: fromSpdx(document) };
    return { error: 'is no CycloneDX or SPDX 2 document: it has neither "bomFormat" nor "spdxVersion"' };
  } catch (error) {
    if (error instanceof FormatFault) return { error: error.message };
    if (error instanceof SyntaxError) return { error: 'is not valid JSON' };
    if (error instanceof RangeError) return { error: 'is nested too deeply' };
    throw error;
  }
}

const longest = 128 * 1024 * 1024;
const mostComponents = 250_000;

function fromCycloneDx(document: Table): Bom {
  const about = fieldsOf(fieldsOf(document.metadata).component);
  const root = textOf(about['bom-ref']);
  const edges = new Map(tables(document.dependencies).map(one => [textOf(one.ref), strings(one.dependsOn)] as const));
  const direct = root === undefined ? undefined : edges.get(root);
  const asked = direct && direct.length > 0 ? new Set(direct) : undefined;
  // Components may hold components: a list that grows while it is walked, so that depth costs nothing.
  const all = tables(document.components);
  for (const one of all) {
    for (const inner of tables(one.components)) all.push(inner);
    bound(all.length);
  }
  const components = all.flatMap(one => {
    const purl = textOf(one.purl);
    const ref = textOf(one['bom-ref']) ?? purl ?? `${textOf(one.name)}@${textOf(one.version) ?? ''}`;
    const named = nameOf(purl, cycloneDxName(one), textOf(one.version));
    if (!named) return [];
    const properties = new Map(tables(one.properties).map(it => [textOf(it.name), textOf(it.value)]));
    const component: BomComponent = {
      ref,
      ...named,
      ...optional('purl', purl),
      ...optional('licence', cycloneDxLicence(one.licenses)),
      ...optional('use', useOf(properties.get('lockside:use') ?? scopes[textOf(one.scope) ?? ''])),
      ...optional('requirement', properties.get('lockside:requirement')),
      ...(asked ? { direct: asked.has(ref) } : {}),
      hashes: tables(one.hashes).flatMap(hash => hashOf(textOf(hash.alg), textOf(hash.content))),
      files: tables(fieldsOf(one.evidence).occurrences).flatMap(it => textOf(it.location) ?? []),
      needs: edges.get(ref) ?? [],
    };
    return [component];
  });
  return { name: textOf(about.name) ?? '', components: unique(components) };
}

function cycloneDxName({ group, name, purl }: Table): string | undefined {
  const [first, last] = [textOf(group), textOf(name)];
  if (!first || last === undefined) return last;
  return `${first}${/^pkg:maven\//.test(textOf(purl) ?? '') ? ':' : '/'}${last}`;
}

function cycloneDxLicence(value: unknown): string | undefined {
  const all = tables(value).flatMap(one => {
    const { id, name } = fieldsOf(one.license);
    return textOf(one.expression) ?? textOf(id) ?? textOf(name) ?? [];
  });
  return all.length > 0 ? all.join(' AND ') : undefined;
}

const scopes: Readonly<Record<string, string>> = { excluded: 'dev', optional: 'optional' };
const uses: readonly string[] = ['dev', 'optional', 'peer', 'build'];

function useOf(text: string | undefined): PackageEntry['use'] {
  return text !== undefined && uses.includes(text) ? (text as PackageEntry['use']) : undefined;
}

function fromSpdx(document: Table): Bom {
  const packages = tables(document.packages);
  bound(packages.length);
  const links = spdxLinks(tables(document.relationships));
  const roots = new Set([...strings(document.documentDescribes), ...(links.needs.get('SPDXRef-DOCUMENT') ?? [])]);
  const asked = new Set(Array.from(roots).flatMap(root => links.needs.get(root) ?? []));
  const refs = new Map<string, string>();
  const components = packages.flatMap(one => {
    const id = textOf(one.SPDXID) ?? '';
    const purl = tables(one.externalRefs).find(ref => ref.referenceType === 'purl')?.referenceLocator;
    const named = nameOf(textOf(purl), textOf(one.name), textOf(one.versionInfo));
    if (!named || (roots.has(id) && packages.length > 1)) return [];
    refs.set(id, textOf(purl) ?? id);
    const declared = [one.licenseConcluded, one.licenseDeclared, one.licenseComments].map(textOf);
    const component: BomComponent = {
      ref: id,
      ...named,
      ...optional('purl', textOf(purl)),
      ...optional(
        'licence',
        declared.find(licence => licence && !/^(?:NOASSERTION|NONE)$/.test(licence)),
      ),
      ...optional('use', links.uses.get(id)),
      ...(asked.size > 0 ? { direct: asked.has(id) } : {}),
      hashes: tables(one.checksums).flatMap(it => hashOf(textOf(it.algorithm), textOf(it.checksumValue))),
      files:
        textOf(one.sourceInfo)
          ?.match(/^named in (.*)$/)?.[1]
          ?.split(', ') ?? [],
      needs: links.needs.get(id) ?? [],
    };
    return [component];
  });
  const renamed = components.map(one => ({
    ...one,
    ref: refs.get(one.ref) ?? one.ref,
    needs: one.needs.flatMap(id => refs.get(id) ?? []).sort(),
  }));
  return { name: textOf(document.name) ?? '', components: unique(renamed) };
}

/** Who needs whom, whichever way round it is written, and what for. */
function spdxLinks(relationships: readonly Table[]) {
  const needs = new Map<string, string[]>();
  const uses = new Map<string, NonNullable<PackageEntry['use']>>();
  const add = (from: string, to: string) => {
    const known = needs.get(from);
    if (known) known.push(to);
    else needs.set(from, [to]);
  };
  for (const one of relationships) {
    const [from, to] = [textOf(one.spdxElementId), textOf(one.relatedSpdxElement)];
    const kind = textOf(one.relationshipType) ?? '';
    if (from === undefined || to === undefined) continue;
    const use = useNames.get(kind);
    if (use) uses.set(from, use);
    if (kind === 'DEPENDS_ON' || kind === 'DESCRIBES') add(from, to);
    else if (use || kind === 'DEPENDENCY_OF' || kind === 'DESCRIBED_BY') add(to, from);
  }
  return { needs, uses };
}

const useNames = new Map<string, NonNullable<PackageEntry['use']>>([
  ['DEV_DEPENDENCY_OF', 'dev'],
  ['TEST_DEPENDENCY_OF', 'dev'],
  ['OPTIONAL_DEPENDENCY_OF', 'optional'],
  ['PROVIDED_DEPENDENCY_OF', 'peer'],
  ['BUILD_DEPENDENCY_OF', 'build'],
]);

/** By the package URL where it has one, which says the ecosystem, too. */
function nameOf(
  purl: string | undefined,
  name: string | undefined,
  version: string | undefined,
): Pick<BomComponent, 'ecosystem' | 'name' | 'version'> | undefined {
  const entry = purl === undefined ? undefined : entryOfPurl(purl);
  if (entry) return entry;
  return name ? { name, ...optional('version', version) } : undefined;
}

const algorithms: readonly BomHash['algorithm'][] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

function hashOf(name = '', hex = ''): BomHash[] {
  const flat = name.replace('-', '').toUpperCase();
  const algorithm = algorithms.find(one => one.replace('-', '') === flat);
  return algorithm && /^[0-9a-f]{32,128}$/i.test(hex) ? [{ algorithm, hex: hex.toLowerCase() }] : [];
}

/** A document in XML, as JSON would have it: of the elements that are read here. */
function fromXml(text: string): Table {
  // Half a bill must not look like a whole one.
  const fault = (message: string): never => {
    throw new FormatFault(message);
  };
  const source = { text, fault };
  const root = readXml(source);
  if (root.name !== 'bom') throw new FormatFault('is no CycloneDX document');
  const dependencies = childrenOf(childAt(root, 'dependencies'), 'dependency');
  return {
    bomFormat: 'CycloneDX',
    metadata: { component: xmlComponent(childAt(root, 'metadata', 'component')) },
    components: childrenOf(childAt(root, 'components'), 'component').map(xmlComponent),
    dependencies: dependencies.map(one => ({
      ref: one.attributes.get('ref')?.value,
      dependsOn: childrenOf(one, 'dependency').flatMap(it => it.attributes.get('ref')?.value ?? []),
    })),
  };
}

function xmlComponent(element: XmlElement | undefined): Table {
  const text = (...names: string[]) => textAt(element, ...names)?.value;
  const licences = childAt(element, 'licenses')?.children ?? [];
  return {
    ...{ name: text('name'), group: text('group'), version: text('version') },
    ...{ purl: text('purl'), scope: text('scope'), 'bom-ref': element?.attributes.get('bom-ref')?.value },
    hashes: childrenOf(childAt(element, 'hashes'), 'hash').map(hash => ({
      alg: hash.attributes.get('alg')?.value,
      content: hash.text.value,
    })),
    licenses: licences.map(one =>
      one.name === 'expression'
        ? { expression: one.text.value }
        : { license: { id: textAt(one, 'id')?.value, name: textAt(one, 'name')?.value } },
    ),
    components: childrenOf(childAt(element, 'components'), 'component').map(xmlComponent),
  };
}

function bound(count: number): void {
  if (count > mostComponents) throw new FormatFault(`names more than ${mostComponents} components`);
}

function unique(components: readonly BomComponent[]): BomComponent[] {
  const byRef = new Map(components.map(component => [component.ref, component]));
  return Array.from(byRef.values()).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(it => typeof it === 'string') : [];
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
