import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, textOf } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { readYaml } from './yamlDocument';

/** pubspec.lock of Dart and Flutter: `packages` by name; the SDK's own packages stand there too, in version 0.0.0. */
export const pubspecLock: PackageFormat = {
  id: 'pubspec.lock',
  kind: 'lockfile',
  matches: named('pubspec.lock'),
  parse: text =>
    packageFile(pubspecLock, text, draft => {
      const document = readYaml(draft);
      const [lock] = Array.isArray(document.value) ? document.value : [];
      for (const [name, value] of Object.entries(fieldsOf(fieldsOf(lock).packages))) {
        const facts = fieldsOf(value);
        const version = textOf(facts.version);
        const dependency = textOf(facts.dependency) ?? '';
        const place = () => document.place(0, 'packages', name);
        draft.add(
          {
            ecosystem: 'Pub',
            name,
            ...(version ? { version } : {}),
            direct: dependency.startsWith('direct'),
            ...(dependency === 'direct dev' ? { use: 'dev' } : {}),
            ...originOf(facts),
          },
          () => place()?.children.get('version')?.value ?? place()?.key,
        );
      }
    }),
};

function originOf({ source, description }: Table): Pick<PackageEntry, 'source' | 'integrity'> {
  const about = fieldsOf(description);
  const url = textOf(about.url);
  if (source === 'git') return { source: { kind: 'git', url: `${url ?? ''}#${textOf(about['resolved-ref']) ?? ''}` } };
  if (source === 'path') return { source: { kind: 'path', url: textOf(about.path) } };
  if (source !== 'hosted') return { source: { kind: 'path' } };
  return { source: { kind: 'registry', ...(url ? { url } : {}) }, ...integrityOf(about) };
}

/** Locks before Dart 2.19 have no checksums, so that one more without says nothing. */
function integrityOf(about: Table): Pick<PackageEntry, 'integrity'> {
  const sum = textOf(about.sha256);
  return sum === undefined ? {} : { integrity: sum || false };
}
