import type { PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { childrenOf, readXml } from './xmlDocument';

/** NuGet's old packages.config: exact versions, of what is needed indirectly as well. */
export const packagesConfig: PackageFormat = {
  id: 'packages.config',
  kind: 'lockfile',
  matches: path => byName(path) || /(?:^|\/)packages\.[^/]+\.config$/.test(path),
  parse: text =>
    packageFile(packagesConfig, text, draft => {
      for (const { attributes } of childrenOf(readXml(draft), 'package')) {
        const [id, version] = ['id', 'version'].map(it => attributes.get(it));
        if (!id?.value || !version?.value) continue;
        const dev = attributes.get('developmentDependency')?.value === 'true';
        draft.add(
          { ecosystem: 'NuGet', name: id.value, version: version.value, ...(dev ? { use: 'dev' } : {}) },
          version.span,
        );
      }
    }),
};

const byName = named('packages.config');
