import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, type Table, textOf } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { readYaml } from './yamlDocument';

/**
 * Podfile.lock: PODS are `Name/Subspec (version)`, alone or with what they ask for; each subspec is an entry of its own, as other readers
 * have it. EXTERNAL SOURCES tells git and paths.
 */
export const podfileLock: PackageFormat = {
  id: 'Podfile.lock',
  kind: 'lockfile',
  matches: named('Podfile.lock'),
  parse: text =>
    packageFile(podfileLock, text, draft => {
      const document = readYaml(draft);
      const [first] = Array.isArray(document.value) ? document.value : [];
      const lock = fieldsOf(first);
      const direct = new Set(list(lock.DEPENDENCIES).map(it => nameOf(`${it}`)));
      const entries = new Map<string, PackageEntry>();
      const asks = new Map<string, readonly string[]>();
      for (const [index, pod] of list(lock.PODS).entries()) {
        const written = isTable(pod) ? Object.keys(pod)[0] : textOf(pod);
        const [, name, version] = /^(\S+) \(=?\s*([^()]+)\)/.exec(written ?? '') ?? [];
        if (!written || !name || !version) continue;
        const place = () => document.place(0, 'PODS', index);
        const entry = {
          ecosystem: 'CocoaPods',
          name,
          version,
          direct: direct.has(name),
          ...originOf(name, lock),
        } as const;
        const stored = draft.add(entry, () => {
          const span = isTable(pod) ? place()?.children.get(written)?.key : place()?.value;
          const at = span ? text.indexOf('(', span.start) : -1;
          const start = at < 0 ? -1 : text.indexOf(version, at);
          return start < 0 ? span : { start, end: start + version.length };
        });
        entries.set(name, stored);
        asks.set(name, isTable(pod) ? list(pod[written]).map(it => nameOf(`${it}`)) : []);
      }
      draft.paths(() => ({ roots: direct, next: name => asks.get(name) ?? [], entryOf: name => entries.get(name) }));
    }),
};

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(written: string): string {
  return written.split(' ', 1)[0]!;
}

/** Sources and checksums are those of the pod itself, whatever the subspec. */
function originOf(name: string, lock: Table): Pick<PackageEntry, 'source' | 'integrity'> {
  const pod = name.split('/', 1)[0]!;
  const external = fieldsOf(fieldsOf(lock['EXTERNAL SOURCES'])[pod]);
  const sum = textOf(fieldsOf(lock['SPEC CHECKSUMS'])[pod]);
  const at = (key: string) => textOf(external[`:${key}`]);
  const source = (kind: 'git' | 'path' | 'url', url: string) => ({ source: { kind, url } });
  return {
    ...(at('git') ? source('git', at('git')!) : at('path') ? source('path', at('path')!) : {}),
    ...(at('podspec') ? source('url', at('podspec')!) : {}),
    ...(sum ? { integrity: sum } : {}),
  };
}
