import { packageKey } from '../advisories/ecosystemOf';
import { compareVersions } from '../versions';
import type { Bom, BomComponent } from './bom';

/** What became of a package from one bill to another. */
export interface BomChange {
  /** `changed` where the versions have no order. */
  readonly change: 'added' | 'removed' | 'upgraded' | 'downgraded' | 'changed' | 'licence';
  readonly ecosystem?: BomComponent['ecosystem'];
  readonly name: string;
  readonly before?: BomSide;
  readonly after?: BomSide;
}

export type BomSide = Pick<BomComponent, 'version' | 'licence' | 'direct' | 'use' | 'purl'>;

/** What is in one bill and not in the other, by name: of several versions of a package the oldest are paired first. */
export function diffBoms(before: Bom, after: Bom): BomChange[] {
  const [old, fresh] = [byName(before), byName(after)];
  const names = Array.from(new Set([...old.keys(), ...fresh.keys()])).sort();
  return names.flatMap(name => changesOf(old.get(name) ?? [], fresh.get(name) ?? []));
}

function byName({ components }: Bom): Map<string, BomComponent[]> {
  const result = new Map<string, BomComponent[]>();
  for (const component of components) {
    const { ecosystem, name } = component;
    const key = ecosystem ? `${ecosystem}:${packageKey(ecosystem, name)}` : `:${name}`;
    const known = result.get(key);
    if (known) known.push(component);
    else result.set(key, [component]);
  }
  return result;
}

function changesOf(before: readonly BomComponent[], after: readonly BomComponent[]): BomChange[] {
  const [old, fresh] = [byVersion(before), byVersion(after)];
  const gone = before.filter(({ version }) => !fresh.has(version)).sort(oldestFirst);
  const come = after.filter(({ version }) => !old.has(version)).sort(oldestFirst);
  const licences = after.flatMap(one => {
    const other = old.get(one.version);
    const told = other?.licence !== undefined && one.licence !== undefined;
    return told && other.licence !== one.licence ? [toChange('licence', other, one)] : [];
  });
  const count = Math.max(gone.length, come.length);
  return [...licences, ...Array.from({ length: count }, (_, i) => pair(gone[i], come[i]))];
}

function byVersion(components: readonly BomComponent[]): Map<string | undefined, BomComponent> {
  return new Map(components.map(component => [component.version, component]));
}

function oldestFirst(one: BomComponent, other: BomComponent): number {
  return orderOf(one, other) ?? 0;
}

function orderOf(one: BomComponent, other: BomComponent): number | undefined {
  if (!one.ecosystem || one.version === undefined || other.version === undefined) return undefined;
  return compareVersions(one.ecosystem, one.version, other.version);
}

function pair(before: BomComponent | undefined, after: BomComponent | undefined): BomChange {
  if (!before || !after) return toChange(before ? 'removed' : 'added', before, after);
  const order = orderOf(before, after);
  return toChange(
    order === undefined || order === 0 ? 'changed' : order < 0 ? 'upgraded' : 'downgraded',
    before,
    after,
  );
}

function toChange(
  change: BomChange['change'],
  before: BomComponent | undefined,
  after: BomComponent | undefined,
): BomChange {
  const { ecosystem, name } = (after ?? before)!;
  return {
    change,
    ...(ecosystem ? { ecosystem } : {}),
    name,
    ...(before ? { before: sideOf(before) } : {}),
    ...(after ? { after: sideOf(after) } : {}),
  };
}

function sideOf({ version, licence, direct, use, purl }: BomComponent): BomSide {
  return {
    ...(version === undefined ? {} : { version }),
    ...(licence === undefined ? {} : { licence }),
    ...(direct === undefined ? {} : { direct }),
    ...(use === undefined ? {} : { use }),
    ...(purl === undefined ? {} : { purl }),
  };
}
