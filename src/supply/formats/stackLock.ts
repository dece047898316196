import type { PackageFormat } from '../../core/packages';
import { fieldsOf, tables, textOf } from '../../core/untyped';
import { packageFile } from './packageFile';
import { sourceIn } from './source';
import { readYaml } from './yamlDocument';

/** stack.yaml.lock: `completed.hackage` is `name-version@sha256:hash,size`; what comes from git or an archive has name and version apart. */
export const stackLock: PackageFormat = {
  id: 'stack.yaml.lock',
  kind: 'lockfile',
  matches: path => /(?:^|\/)stack[\w.-]*\.ya?ml\.lock$/.test(path),
  parse: text =>
    packageFile(stackLock, text, draft => {
      const document = readYaml(draft);
      const [lock] = Array.isArray(document.value) ? document.value : [];
      for (const [index, one] of tables(fieldsOf(lock).packages).entries()) {
        const completed = fieldsOf(one.completed);
        const hackage = hackageReference(textOf(completed.hackage) ?? '');
        const name = hackage?.name ?? textOf(completed.name);
        const version = hackage?.version ?? textOf(completed.version);
        if (!name || !version) continue;
        const git = textOf(completed.git);
        const url = textOf(completed.url);
        const place = () => document.place(0, 'packages', index, 'completed')?.children;
        draft.add(
          {
            ecosystem: 'Hackage',
            name,
            version,
            direct: true,
            ...(hackage?.hash ? { integrity: hackage.hash } : {}),
            ...sourceIn({ git, url }),
          },
          () => {
            const span = place()?.get('hackage')?.value;
            const start = (span?.start ?? 0) + name.length + 1;
            return hackage && span ? { start, end: start + version.length } : place()?.get('version')?.value;
          },
        );
      }
    }),
};

/** `name-version@sha256:hash,size`: the version is what follows the last hyphen. */
export function hackageReference(text: string): { name: string; version: string; hash?: string } | undefined {
  const [, name, version, hash] = /^([A-Za-z\d-]+)-(\d[\d.]*)(?:@(.*))?$/.exec(text.trim()) ?? [];
  return name && version ? { name, version, ...(hash ? { hash } : {}) } : undefined;
}
