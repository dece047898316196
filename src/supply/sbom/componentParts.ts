import { FormatFault } from '../formats/packageFile';
import { entryOfPurl } from '../purl';
import type { BomComponent, BomHash } from './bom';

/** By the package URL where it has one, which says the ecosystem, too. */
export function nameOf(
  purl: string | undefined,
  name: string | undefined,
  version: string | undefined,
): Pick<BomComponent, 'ecosystem' | 'name' | 'version'> | undefined {
  const entry = purl === undefined ? undefined : entryOfPurl(purl);
  if (entry) return entry;
  return name ? { name, ...optional('version', version) } : undefined;
}

const algorithms: readonly BomHash['algorithm'][] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** A checksum, or none where the algorithm or the digits are others. */
export function hashOf(name = '', hex = ''): BomHash[] {
  const flat = name.replace('-', '').toUpperCase();
  const algorithm = algorithms.find(one => one.replace('-', '') === flat);
  return algorithm && /^[0-9a-f]{32,128}$/i.test(hex) ? [{ algorithm, hex: hex.toLowerCase() }] : [];
}

/** Throws a FormatFault where there are more than any project has. */
export function bound(count: number): void {
  if (count > mostComponents) throw new FormatFault(`names more than ${mostComponents} components`);
}

const mostComponents = 250_000;

/** One for a ref, in the order of these. */
export function unique(components: readonly BomComponent[]): BomComponent[] {
  const byRef = new Map(components.map(component => [component.ref, component]));
  return Array.from(byRef.values()).sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** The texts of a list. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(it => typeof it === 'string') : [];
}

/** A field, or none. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
