import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { nugetVersion } from './nugetVersion';
import { type Draft, packageFile } from './packageFile';
import { childAt, childrenOf, readXml, type XmlElement, type XmlValue } from './xmlDocument';

/**
 * .NET projects (csproj, fsproj, vbproj, props, targets): packages and tools that are referenced, versions from attributes, elements,
 * the file's own properties, or Directory.Packages.props in a folder above.
 */
export const dotnetProject: PackageFormat = {
  id: 'csproj',
  kind: 'manifest',
  matches: path =>
    /\.(?:cs|fs|vb)proj$|(?:^|\/)(?:Directory\.(?:Packages|Build)|Packages)\.(?:props|targets)$/i.test(path),
  parse: (text, path, beside) =>
    packageFile(dotnetProject, text, draft => {
      const project = readXml(draft);
      const properties = propertiesOf(project);
      const central = centralVersions(path, beside);
      for (const item of childrenOf(project, 'ItemGroup').flatMap(group => group.children))
        addItem(draft, item, properties, central);
      addSdks(draft, project);
    }),
};

type Properties = ReadonlyMap<string, XmlValue>;

/** What is managed in one place is an entry where it is managed; a reference to it has its version too. */
const items: Readonly<Record<string, Pick<PackageEntry, 'direct' | 'use'>>> = {
  PackageReference: { direct: true },
  PackageVersion: {},
  GlobalPackageReference: { direct: true },
  PackageDownload: { direct: true },
  DotNetCliToolReference: { direct: true, use: 'build' },
};

function addItem(draft: Draft, item: XmlElement, properties: Properties, central: Properties): void {
  const extra = items[item.name];
  const included = item.attributes.get('Include') ?? item.attributes.get('Update');
  if (!extra || !included) return;
  const own = valueIn(item, 'VersionOverride') ?? valueIn(item, 'Version');
  const { value, span } = resolved(own, properties) ?? { value: central.get(included.value.toLowerCase())?.value };
  const assets = valueIn(item, 'PrivateAssets')?.value;
  // Several packages may stand in one item.
  for (const name of included.value.split(';').map(it => it.trim()))
    if (name && !/[$@%]\(/.test(name))
      draft.add(
        {
          ecosystem: 'NuGet',
          name,
          ...extra,
          ...(assets?.toLowerCase() === 'all' ? { use: 'dev' } : {}),
          ...nugetVersion(value),
        },
        tokenOf(value, span) ?? included.span,
      );
}

/** `[1.0]` is pointed at within its brackets. */
function tokenOf(value: string | undefined, span: Span | undefined): Span | undefined {
  return span && /^\[[^,[\]()]+\]$/.test(value ?? '') ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** MSBuild's own SDKs need no version; others are packages: `Sdk="Name/1.0"`. */
function addSdks(draft: Draft, project: XmlElement): void {
  const sdk = project.attributes.get('Sdk');
  for (const [whole, name, version] of sdk?.value.matchAll(/([\w.-]+)\/([\w.+-]+)/g) ?? []) {
    const start = sdk!.span.start + sdk!.value.indexOf(whole) + whole.length - version!.length;
    draft.add(
      { ecosystem: 'NuGet', name: name!, direct: true, use: 'build', ...nugetVersion(version) },
      { start, end: start + version!.length },
    );
  }
  for (const element of childrenOf(project, 'Sdk')) {
    const [name, version] = ['Name', 'Version'].map(it => element.attributes.get(it));
    if (name && version)
      draft.add(
        { ecosystem: 'NuGet', name: name.value, direct: true, use: 'build', ...nugetVersion(version.value) },
        version.span,
      );
  }
}

function valueIn(item: XmlElement, name: string): XmlValue | undefined {
  const attribute = item.attributes.get(name);
  if (attribute?.value) return attribute;
  const text = childAt(item, name)?.text;
  return text?.value ? text : undefined;
}

function propertiesOf(project: XmlElement): Properties {
  const properties = childrenOf(project, 'PropertyGroup').flatMap(group => group.children);
  return new Map(properties.map(({ name, text }) => [name.toLowerCase(), text]));
}

/** Where the whole version is a property, its place is the property's value. */
function resolved(version: XmlValue | undefined, properties: Properties): XmlValue | undefined {
  let value = version;
  for (let round = 0; round < 8; round++) {
    const name = value && /^\$\(([\w.]+)\)$/.exec(value.value)?.[1];
    const next = name && properties.get(name.toLowerCase());
    if (!next) break;
    value = next;
  }
  return value;
}

/** By lower-case name: what the nearest Directory.Packages.props above says. One that can't be read is told where it is read itself. */
function centralVersions(path: string, beside: Parameters<PackageFormat['parse']>[2]): Properties {
  const folders = /\.\w+proj$/.test(path) && beside ? path.split('/').length : 0;
  for (let up = 0; up < folders; up++) {
    const text = beside?.(`${'../'.repeat(up)}Directory.Packages.props`);
    if (text !== undefined) return versionsIn(text);
  }
  return new Map();
}

function versionsIn(text: string): Properties {
  const versions = new Map<string, XmlValue>();
  try {
    const project = readXml({ text });
    const properties = propertiesOf(project);
    for (const item of childrenOf(project, 'ItemGroup').flatMap(group => childrenOf(group, 'PackageVersion'))) {
      const version = resolved(valueIn(item, 'Version'), properties);
      const name = item.attributes.get('Include')?.value;
      if (name && version) versions.set(name.toLowerCase(), version);
    }
  } catch {
    return versions;
  }
  return versions;
}
