import type { PackageEntry } from '../../core/packages';
import { type Table, tables, textOf } from '../../core/untyped';
import type { Bom, BomComponent } from './bom';
import { bound, hashOf, nameOf, optional, strings, unique } from './componentParts';

/** What an SPDX 2 document in JSON says, without the packages that it describes itself. */
export function readSpdx(document: Table): Bom {
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
