import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, tables, textOf, texts } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { readToml } from './tomlDocument';

/** manifest.toml of Gleam: `packages` of Hex, git and folders; `[requirements]` names what is direct. */
export const gleamManifest: PackageFormat = {
  id: 'manifest.toml',
  kind: 'lockfile',
  matches: named('manifest.toml'),
  parse: text =>
    packageFile(gleamManifest, text, draft => {
      const document = readToml(draft);
      const lock = fieldsOf(document.value);
      const roots = Object.keys(fieldsOf(lock.requirements));
      const entries = new Map<string, PackageEntry>();
      const asks = new Map<string, readonly string[]>();
      for (const [index, one] of tables(lock.packages).entries()) {
        const name = textOf(one.name);
        const version = textOf(one.version);
        if (!name || !version) continue;
        const sum = textOf(one.outer_checksum);
        const entry: PackageEntry = {
          ...{ ecosystem: 'Hex', name, version, direct: roots.includes(name) },
          ...(one.source === 'git' ? { source: { kind: 'git', url: textOf(one.repo) } } : {}),
          ...(one.source === 'local' ? { source: { kind: 'path', url: textOf(one.path) } } : {}),
          ...(one.source === 'hex' ? { integrity: sum ?? false } : {}),
        };
        entries.set(
          name,
          draft.add(entry, () => document.place('packages', index, 'version')?.value),
        );
        asks.set(name, texts(one.requirements));
      }
      draft.paths(() => ({ roots, next: name => asks.get(name) ?? [], entryOf: name => entries.get(name) }));
    }),
};
