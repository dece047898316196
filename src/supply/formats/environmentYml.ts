import type { PackageFormat } from '../../core/packages';
import { fieldsOf } from '../../core/untyped';
import { packageFile } from './packageFile';
import { addRequirement } from './pythonRequirement';
import { readYaml } from './yamlDocument';

/** conda's environment: the part that pip installs. conda's own packages come from channels that no advisory speaks of. */
export const environmentYml: PackageFormat = {
  id: 'environment.yml',
  kind: 'manifest',
  matches: path => /(?:^|\/)(?:[\w.-]*environment|environment[\w.-]*|conda(?:[-_]?env)?)\.ya?ml$/.test(path),
  parse: text =>
    packageFile(environmentYml, text, draft => {
      const doc = readYaml(draft);
      const list = fieldsOf((doc.value as readonly unknown[])[0]).dependencies;
      (Array.isArray(list) ? list : []).forEach((item: unknown, index) => {
        const pip = fieldsOf(item).pip;
        (Array.isArray(pip) ? pip : []).forEach((written: unknown, at) => {
          addRequirement(draft, written, { direct: true }, () => doc.place(0, 'dependencies', index, 'pip', at));
        });
      });
    }),
};
