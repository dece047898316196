import type { DocumentStamp } from '../../core/cycloneDx';
import type { Ecosystem } from '../../core/packages';
import { licenceExpression } from '../licences';
import type { Bom, BomComponent } from './bom';

/** Writes a bill as SPDX 2.3 JSON; the same bill and stamp give the same bytes. */
export function toSpdx(bom: Bom, stamp: DocumentStamp): string {
  const ids = new Map(bom.components.map((component, index) => [component.ref, idOf(component, index)]));
  const root = 'SPDXRef-Root';
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: bom.name,
    documentNamespace: `urn:uuid:${stamp.id}`,
    creationInfo: { created: stamp.time, creators: [`Tool: lockside-${stamp.version}`] },
    documentDescribes: [root],
    packages: [
      { SPDXID: root, name: bom.name, ...unknown, licenseDeclared: none, primaryPackagePurpose: 'APPLICATION' },
      ...bom.components.map(component => packageOf(component, ids.get(component.ref)!)),
    ],
    relationships: [
      relation('SPDXRef-DOCUMENT', 'DESCRIBES', root),
      ...bom.components.flatMap(component => relationsOf(component, ids, root)),
    ],
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const none = 'NOASSERTION';
const unknown = { downloadLocation: none, filesAnalyzed: false, licenseConcluded: none, copyrightText: none };

function idOf({ name, version }: BomComponent, index: number): string {
  const plain = `${name}-${version ?? ''}`.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-+|-+$/g, '');
  return `SPDXRef-Package-${plain.slice(0, 100)}-${index + 1}`;
}

const purposes: Partial<Readonly<Record<Ecosystem, string>>> = {
  Docker: 'CONTAINER',
  'GitHub Actions': 'APPLICATION',
  VSCode: 'APPLICATION',
  'Hugging Face': 'OTHER',
};

function packageOf(component: BomComponent, id: string): object {
  const { name, version, purl, hashes, licence, ecosystem, files } = component;
  const declared = licence === undefined ? undefined : declarable(licence);
  return {
    SPDXID: id,
    name,
    ...(version === undefined ? {} : { versionInfo: version }),
    ...unknown,
    licenseDeclared: declared ?? none,
    ...(licence !== undefined && declared === undefined ? { licenseComments: licence.slice(0, 1000) } : {}),
    ...(hashes.length > 0
      ? {
          checksums: hashes.map(({ algorithm, hex }) => ({
            algorithm: algorithm.replace('-', ''),
            checksumValue: hex,
          })),
        }
      : {}),
    ...(purl === undefined
      ? {}
      : { externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }] }),
    primaryPackagePurpose: (ecosystem && purposes[ecosystem]) ?? 'LIBRARY',
    ...(files.length > 0 ? { sourceInfo: `named in ${files.join(', ')}` } : {}),
  };
}

/** A reference to a licence's text holds only in the document that has the text; `+` is the GNU licences' in SPDX's own list. */
function declarable(licence: string): string | undefined {
  const spdx = licenceExpression(licence);
  const named = spdx?.split(/[\s()]+/) ?? [];
  const foreign = named.some(
    id => /LicenseRef-|DocumentRef-/.test(id) || (id.endsWith('+') && !/GPL-|^GFDL-/.test(id)),
  );
  return foreign ? undefined : spdx;
}

function relationsOf(
  { ref, needs, direct, use }: BomComponent,
  ids: ReadonlyMap<string, string>,
  root: string,
): object[] {
  const id = ids.get(ref)!;
  const own = needs.flatMap(needed => (ids.has(needed) ? [relation(id, 'DEPENDS_ON', ids.get(needed)!)] : []));
  if (direct === false) return own;
  const kind = use && kinds[use];
  return [kind ? relation(id, kind, root) : relation(root, 'DEPENDS_ON', id), ...own];
}

const kinds: Readonly<Record<NonNullable<BomComponent['use']>, string>> = {
  dev: 'DEV_DEPENDENCY_OF',
  optional: 'OPTIONAL_DEPENDENCY_OF',
  peer: 'PROVIDED_DEPENDENCY_OF',
  build: 'BUILD_DEPENDENCY_OF',
};

function relation(from: string, relationshipType: string, to: string): object {
  return { spdxElementId: from, relationshipType, relatedSpdxElement: to };
}
