import { type DocumentStamp, subjectRef, writeCycloneDx } from '../../core/cycloneDx';
import type { Ecosystem } from '../../core/packages';
import { isExpression, licenceExpression } from '../licences';
import type { Bom, BomComponent } from './bom';

/** Writes a bill as CycloneDX JSON; the same bill and stamp give the same bytes. */
export function toCycloneDx(bom: Bom, stamp: DocumentStamp, specVersion: '1.6' | '1.7' = '1.6'): string {
  const direct = bom.components.filter(component => component.direct !== false).map(({ ref }) => ref);
  const known = new Set(bom.components.map(({ ref }) => ref));
  const told = {
    components: bom.components.map(componentOf),
    dependencies: [
      { ref: subjectRef, dependsOn: direct },
      ...bom.components.map(({ ref, needs }) => ({ ref, dependsOn: needs.filter(needed => known.has(needed)) })),
    ],
  };
  return writeCycloneDx(stamp, told, bom.name, specVersion);
}

const types: Partial<Readonly<Record<Ecosystem, string>>> = {
  Docker: 'container',
  'Hugging Face': 'machine-learning-model',
  'GitHub Actions': 'application',
  VSCode: 'application',
};

function componentOf(component: BomComponent): object {
  const { ref, ecosystem, version, purl, hashes, files } = component;
  const properties = propertiesOf(component);
  return {
    type: (ecosystem && types[ecosystem]) ?? 'library',
    'bom-ref': ref,
    ...nameOf(component),
    ...(version === undefined ? {} : { version }),
    scope: scopeOf(component),
    ...(hashes.length > 0 ? { hashes: hashes.map(({ algorithm, hex }) => ({ alg: algorithm, content: hex })) } : {}),
    ...licencesOf(component),
    ...(purl === undefined ? {} : { purl }),
    ...(properties.length > 0 ? { properties } : {}),
    ...(files.length > 0 ? { evidence: { occurrences: files.map(location => ({ location })) } } : {}),
  };
}

/** A Maven group, an npm scope or a Packagist vendor stands apart from the name. */
function nameOf({ ecosystem, name }: BomComponent): { group?: string; name: string } {
  const separator = ecosystem === 'Maven' ? ':' : ecosystem && grouped.has(ecosystem) ? '/' : undefined;
  const at = separator === undefined ? -1 : name.lastIndexOf(separator);
  return at <= 0 ? { name } : { group: name.slice(0, at), name: name.slice(at + 1) };
}

const grouped = new Set<Ecosystem>(['npm', 'JSR', 'Packagist', 'Hugging Face']);

/** What only development or a build needs is excluded from what runs. */
function scopeOf({ use }: BomComponent): string {
  if (use === 'dev' || use === 'build') return 'excluded';
  return use === undefined ? 'required' : 'optional';
}

function licencesOf({ licence }: BomComponent): object {
  if (licence === undefined || licence.trim() === '') return {};
  const spdx = licenceExpression(licence);
  if (spdx === undefined) return { licenses: [{ license: { name: licence.slice(0, 1000) } }] };
  // A single identifier may be one that the schema's list doesn't have yet; as an expression it always may stand.
  return { licenses: [{ expression: isExpression(licence) ? licence.trim() : spdx }] };
}

function propertiesOf({ direct, use, requirement }: BomComponent): { name: string; value: string }[] {
  return [
    ...(direct === undefined ? [] : [{ name: 'lockside:direct', value: String(direct) }]),
    ...(requirement === undefined ? [] : [{ name: 'lockside:requirement', value: requirement }]),
    ...(use === undefined ? [] : [{ name: 'lockside:use', value: use }]),
  ];
}
