import type { Span } from '../../core/model';
import type { PackageFormat } from '../../core/packages';
import { childAt, childrenOf, readXml, textAt, type XmlElement, type XmlValue } from './xmlDocument';

/** What a part of a pom is read in: the properties and managed versions that hold there. */
export interface PomContext {
  /** A property's value, which may hold others. */
  property(name: string): PomValue | undefined;
  /** The version that is managed for an artifact. */
  managed(name: string): PomValue | undefined;
  /** The dependencies of parents, the nearest first: they are the project's too. */
  readonly inherited: readonly XmlElement[];
  /** The same within a profile, whose properties and managed versions come first. */
  within(profile: XmlElement): PomContext;
}

/** A value with its span where it stands in the file itself. */
export interface PomValue {
  readonly value: string;
  readonly span?: Span;
}

type Beside = Parameters<PackageFormat['parse']>[2];

/** Reads what a project and the parents that lie in the workspace say of properties and managed versions. */
export function pomContext(project: XmlElement, beside: Beside): PomContext {
  return contextOf([project, ...parentsOf(project, beside)], [project]);
}

/** The text with its properties put in, as deep and as long as real ones are; what is unknown stays as it is. */
export function interpolate(text: string, context: Pick<PomContext, 'property'>): string {
  let value = text;
  for (let round = 0; round < deepest && value.includes('${') && value.length < longest; round++) {
    const next = value.replace(
      /\$\{([^{}]*)\}/g,
      (whole, name: string) => context.property(name.trim())?.value ?? whole,
    );
    if (next === value) break;
    value = next;
  }
  return value.length < longest ? value : text;
}

const deepest = 16;
const longest = 1000;
const mostParents = 8;

/** `layers` from the nearest; those in `own` stand in the file itself. */
function contextOf(layers: readonly XmlElement[], own: readonly XmlElement[]): PomContext {
  const placed = (layer: XmlElement, { value, span }: XmlValue) => (own.includes(layer) ? { value, span } : { value });
  const property: PomContext['property'] = name => {
    for (const layer of layers) {
      const found = textAt(layer, 'properties', name) ?? builtIn(layer, name);
      if (found) return placed(layer, found);
    }
    return undefined;
  };
  const managed = new Map<string, PomValue>();
  for (const layer of layers)
    for (const one of childrenOf(childAt(layer, 'dependencyManagement', 'dependencies'), 'dependency')) {
      const [group, artifact] = ['groupId', 'artifactId'].map(it =>
        interpolate(textAt(one, it)?.value ?? '', { property }),
      );
      const version = textAt(one, 'version');
      if (version && !managed.has(`${group}:${artifact}`)) managed.set(`${group}:${artifact}`, placed(layer, version));
    }
  return {
    property,
    managed: name => managed.get(name),
    inherited: layers.filter(layer => !own.includes(layer)).flatMap(dependenciesOf),
    within: profile => contextOf([profile, ...layers], [profile, ...own]),
  };
}

function dependenciesOf(project: XmlElement): XmlElement[] {
  return childrenOf(childAt(project, 'dependencies'), 'dependency');
}

/** `project.version` and the like; a project without a version or group has its parent's. */
function builtIn(project: XmlElement, name: string): XmlValue | undefined {
  const path = name.replace(/^(?:project|pom)\./, '').split('.');
  if (path.length > 2 || (path.length === 2 && path[0] !== 'parent')) return undefined;
  if (!/^(?:(?:project|pom)\.)?(?:parent\.)?(?:version|groupId|artifactId)$/.test(name)) return undefined;
  return textAt(project, ...path) ?? (path.length === 1 ? textAt(project, 'parent', ...path) : undefined);
}

/** The parents that lie where `relativePath` says, as far as they are what the child names. */
function parentsOf(project: XmlElement, beside: Beside): XmlElement[] {
  const parents: XmlElement[] = [];
  let folder = '';
  for (let child = project; beside && parents.length < mostParents; ) {
    const parent = childAt(child, 'parent');
    if (!parent) break;
    const relative = childAt(parent, 'relativePath');
    const path = relative ? relative.text.value : '../pom.xml';
    if (!path) break;
    const file = `${folder}${/\.(?:xml|pom)$/.test(path) ? path : `${path.replace(/\/$/, '')}/pom.xml`}`;
    const found = readParent(beside(file), textAt(parent, 'artifactId')?.value);
    if (!found) break;
    parents.push(found);
    folder = file.slice(0, file.lastIndexOf('/') + 1);
    child = found;
  }
  return parents;
}

/** A parent that can't be read is told where it is read itself. */
function readParent(text: string | undefined, artifact: string | undefined): XmlElement | undefined {
  if (text === undefined) return undefined;
  try {
    const project = readXml({ text });
    return textAt(project, 'artifactId')?.value === artifact ? project : undefined;
  } catch {
    return undefined;
  }
}
