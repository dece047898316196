import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, type Table, textOf, texts } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { named, packageFile } from './packageFile';

/** renv.lock of R: `Packages` by name. Those from GitHub and the like are no packages of CRAN; R itself is none at all. */
export const renvLock: PackageFormat = {
  id: 'renv.lock',
  kind: 'lockfile',
  matches: named('renv.lock'),
  parse: text =>
    packageFile(renvLock, text, draft => {
      const document = readJson(draft);
      for (const [key, value] of Object.entries(fieldsOf(fieldsOf(document.value).Packages))) {
        const facts = fieldsOf(value);
        const name = textOf(facts.Package) ?? key;
        const version = textOf(facts.Version);
        const hash = textOf(facts.Hash);
        const source = sourceOf(facts);
        const place = () => document.place('Packages', key);
        draft.add(
          {
            ecosystem: 'CRAN',
            name,
            ...(version ? { version } : {}),
            ...(source ? { source } : {}),
            ...(hash ? { integrity: hash } : {}),
          },
          () => place()?.children.get('Version')?.value ?? place()?.key,
        );
      }
    }),
};

function sourceOf(facts: Table): PackageEntry['source'] {
  const kind = textOf(facts.Source) ?? '';
  const repository = textOf(facts.Repository);
  const url = textOf(facts.RemoteUrl) ?? texts([facts.RemoteUsername, facts.RemoteRepo]).join('/');
  if (kind === 'Repository')
    return { kind: 'registry', ...(repository && /^https?:/.test(repository) ? { url: repository } : {}) };
  if (/^(?:Local|unknown)$/i.test(kind)) return { kind: 'path' };
  if (kind === 'Bioconductor') return { kind: 'url', url: 'Bioconductor' };
  return kind ? { kind: 'git', ...(url ? { url } : {}) } : undefined;
}
