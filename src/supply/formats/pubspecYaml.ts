import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { versionIn } from './places';
import { readYaml } from './yamlDocument';

/** pubspec.yaml: what is needed, for development, and what overrides both. Flutter's own packages come from its SDK. */
export const pubspecYaml: PackageFormat = {
  id: 'pubspec.yaml',
  kind: 'manifest',
  matches: named('pubspec.yaml', 'pubspec.yml', 'pubspec_overrides.yaml'),
  parse: text =>
    packageFile(pubspecYaml, text, draft => {
      const document = readYaml(draft);
      const [manifest] = Array.isArray(document.value) ? document.value : [];
      for (const table of ['dependencies', 'dev_dependencies', 'dependency_overrides'])
        for (const [name, value] of Object.entries(fieldsOf(fieldsOf(manifest)[table]))) {
          const facts = isTable(value) ? value : { version: value };
          const requirement = textOf(facts.version) || undefined;
          const exact = requirement && /^\d+\.\d+\.\d+[\w.+-]*$/.exec(requirement)?.[0];
          const source = sourceOf(facts);
          draft.add(
            {
              ecosystem: 'Pub',
              name,
              direct: true,
              ...(requirement ? { requirement } : {}),
              ...(exact ? { version: exact } : {}),
              ...(table === 'dev_dependencies' ? { use: 'dev' } : {}),
              ...(source ? { source } : {}),
            },
            () => {
              const place = document.place(0, table, name);
              if (!requirement) return place?.key;
              return versionIn(text, isTable(value) ? place?.children.get('version')?.value : place?.value);
            },
          );
        }
    }),
};

function sourceOf({ git, path, sdk, hosted }: Readonly<Record<string, unknown>>): PackageEntry['source'] {
  if (git !== undefined) return { kind: 'git', url: textOf(git) ?? textOf(fieldsOf(git).url) };
  if (path !== undefined) return { kind: 'path', url: textOf(path) };
  if (sdk !== undefined) return { kind: 'path' };
  const url = textOf(hosted) ?? textOf(fieldsOf(hosted).url);
  return url ? { kind: 'registry', url } : undefined;
}
