import type { PackageEntry } from '../../core/packages';
import { fieldsOf, type Table, tables, textOf } from '../../core/untyped';
import type { Bom, BomComponent } from './bom';
import { bound, hashOf, nameOf, optional, strings, unique } from './componentParts';

/** What a CycloneDX document in JSON says, with the components that stand within components. */
export function readCycloneDx(document: Table): Bom {
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
