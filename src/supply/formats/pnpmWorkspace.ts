import type { PackageFormat } from '../../core/packages';
import { fieldsOf } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { addRequirements } from './packageJson';
import { readYaml } from './yamlDocument';

/** pnpm's workspace file, as far as it names packages: catalogs, overrides and dependencies of its configuration. */
export const pnpmWorkspace: PackageFormat = {
  id: 'pnpm-workspace.yaml',
  kind: 'manifest',
  matches: named('pnpm-workspace.yaml'),
  parse: text =>
    packageFile(pnpmWorkspace, text, draft => {
      const doc = readYaml(draft);
      const value = fieldsOf((doc.value as readonly unknown[])[0]);
      const catalogs = Object.keys(fieldsOf(value.catalogs)).map(name => [0, 'catalogs', name]);
      for (const path of [[0, 'catalog'], ...catalogs]) addRequirements(draft, doc, path, { direct: true });
      addRequirements(draft, doc, [0, 'configDependencies'], { direct: true, use: 'build' });
      addRequirements(draft, doc, [0, 'overrides'], { direct: false });
    }),
};
