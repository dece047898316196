import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { mavenVersion } from './mavenVersion';
import { type Draft, packageFile } from './packageFile';
import { interpolate, type PomContext, type PomValue, pomContext } from './pomContext';
import { childAt, childrenOf, readXml, textAt, type XmlElement } from './xmlDocument';

/**
 * Maven's pom.xml: the project itself, its dependencies, what is managed, plugins and their own dependencies, extensions, the parent; of
 * the project and of its profiles. What is only managed or builds the project says what it asks for, and no version: other readers
 * have no such entries, and a report shall have no more packages than are used. Properties are resolved from the file and the parents that lie in the workspace; nothing is loaded. An entry whose
 * version a property gives stands where the property's value does, and one without a version where it is managed.
 */
export const pomXml: PackageFormat = {
  id: 'pom.xml',
  kind: 'manifest',
  matches: path => /(?:^|\/)pom\.xml$|\.pom$/.test(path),
  parse: (text, _path, beside) =>
    packageFile(pomXml, text, draft => {
      const project = readXml(draft);
      if (project.name !== 'project') return draft.fault('is no Maven project');
      const context = pomContext(project, beside);
      addProject(draft, context);
      addArtifact(draft, childAt(project, 'parent'), context, { use: 'build', direct: true });
      readSection(draft, project, context, undefined);
      addInherited(draft, project, context);
      for (const profile of childrenOf(childAt(project, 'profiles'), 'profile'))
        readSection(draft, profile, context, textAt(profile, 'id')?.value ?? 'profile');
    }),
};

/** A project or a profile: both have the same parts. */
function readSection(draft: Draft, section: XmlElement, outer: PomContext, profile: string | undefined): void {
  const context = profile === undefined ? outer : outer.within(section);
  const member = profile === undefined ? {} : { member: profile };
  const managed = childrenOf(childAt(section, 'dependencyManagement', 'dependencies'), 'dependency');
  const used = new Set<string>();
  for (const one of childrenOf(childAt(section, 'dependencies'), 'dependency')) {
    used.add(addArtifact(draft, one, context, { direct: true, ...member, ...useOf(one, context) }));
  }
  for (const one of managed) {
    const name = nameOf(one, context);
    // What is used as well stands there already, with the version that is managed here.
    if (name && !used.has(name)) addArtifact(draft, one, context, { direct: false, ...member, ...useOf(one, context) });
  }
  readBuild(draft, childAt(section, 'build'), context, member);
  for (const plugin of childrenOf(childAt(section, 'reporting', 'plugins'), 'plugin'))
    addArtifact(draft, plugin, context, { use: 'build', direct: true, ...member });
}

/** What parents in the workspace depend on stands where the parent is named; what the project names as well is its own. */
function addInherited(draft: Draft, project: XmlElement, context: PomContext): void {
  const own = new Set(childrenOf(childAt(project, 'dependencies'), 'dependency').map(one => nameOf(one, context)));
  const place = textAt(project, 'parent', 'artifactId')?.span;
  for (const one of context.inherited) {
    const name = nameOf(one, context);
    if (!name || own.has(name)) continue;
    own.add(name);
    addArtifact(draft, one, context, { direct: true, ...useOf(one, context) }, place);
  }
}

function readBuild(
  draft: Draft,
  build: XmlElement | undefined,
  context: PomContext,
  extra: Pick<PackageEntry, 'member'>,
): void {
  for (const extension of childrenOf(childAt(build, 'extensions'), 'extension'))
    addArtifact(draft, extension, context, { use: 'build', direct: true, ...extra });
  for (const [at, direct] of [
    [childAt(build, 'plugins'), true],
    [childAt(build, 'pluginManagement', 'plugins'), false],
  ] as const)
    for (const plugin of childrenOf(at, 'plugin')) {
      addArtifact(draft, plugin, context, { use: 'build', direct, ...extra });
      for (const one of childrenOf(childAt(plugin, 'dependencies'), 'dependency'))
        addArtifact(draft, one, context, { use: 'build', direct, ...extra });
    }
}

/** Other readers have it too: a project is a package for those that use it. */
function addProject(draft: Draft, context: PomContext): void {
  const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map(it => context.property(`project.${it}`));
  if (!group || !artifact || !version) return;
  const name = interpolate(`${group.value}:${artifact.value}`, context);
  const { value, span } = resolved(version, context);
  if (name.includes('${') || value.includes('${')) return;
  draft.add({ ecosystem: 'Maven', name, version: value, source: { kind: 'path' } }, span ?? artifact.span);
}

/** Gives back the artifact's name, an empty text where it has none. */
function addArtifact(
  draft: Draft,
  element: XmlElement | undefined,
  context: PomContext,
  extra: Partial<PackageEntry>,
  place?: Span,
): string {
  const name = element && nameOf(element, context);
  if (!element || !name) return '';
  const written = textAt(element, 'version') ?? (element.name === 'dependency' ? context.managed(name) : undefined);
  const { value, span } = written ? resolved(written, context) : {};
  const system = textAt(element, 'systemPath')?.value;
  draft.add(
    {
      ecosystem: 'Maven',
      name,
      ...extra,
      ...(isUsed(extra) ? mavenVersion(value) : { requirement: value }),
      ...(system ? { source: { kind: 'path', url: system } } : {}),
    },
    place ?? span ?? textAt(element, 'artifactId')?.span,
  );
  return name;
}

function isUsed({ use, direct }: Partial<PackageEntry>): boolean {
  return direct === true && use !== 'build';
}

/** Where the whole version is a property, its place is the property's value; one of a parent stands in another file. */
function resolved(written: PomValue, context: PomContext): PomValue {
  const value = interpolate(written.value, context);
  const property = /^\$\{([^{}]+)\}$/.exec(written.value)?.[1];
  const from = property === undefined ? undefined : context.property(property);
  return { value, span: from?.span && !from.value.includes('${') ? from.span : tokenOf(written) };
}

/** `[1.0]` is pointed at within its brackets. */
function tokenOf({ value, span }: PomValue): Span | undefined {
  return span && /^\[[^,[\]()]+\]$/.test(value) && span.end - span.start === value.length
    ? { start: span.start + 1, end: span.end - 1 }
    : span;
}

function nameOf(element: XmlElement, context: PomContext): string | undefined {
  const group =
    textAt(element, 'groupId')?.value ?? (element.name === 'plugin' ? 'org.apache.maven.plugins' : undefined);
  const artifact = textAt(element, 'artifactId')?.value;
  if (!group || !artifact) return undefined;
  const name = `${interpolate(group, context)}:${interpolate(artifact, context)}`;
  return name.includes('${') ? undefined : name;
}

function useOf(element: XmlElement, context: PomContext): Pick<PackageEntry, 'use'> {
  const scope = textAt(element, 'scope');
  if (scope && interpolate(scope.value, context) === 'test') return { use: 'dev' };
  return textAt(element, 'optional')?.value === 'true' ? { use: 'optional' } : {};
}
