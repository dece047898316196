import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { packageFile } from './packageFile';
import { hackageReference } from './stackLock';
import { readYaml } from './yamlDocument';

/** stack.yaml: `extra-deps` that come from Hackage, `name-version`, or from git. */
export const stackYaml: PackageFormat = {
  id: 'stack.yaml',
  kind: 'manifest',
  matches: path => /(?:^|\/)stack(?:-[\w.]+)?\.yaml$/.test(path),
  parse: text =>
    packageFile(stackYaml, text, draft => {
      const document = readYaml(draft);
      const [manifest] = Array.isArray(document.value) ? document.value : [];
      const extra = fieldsOf(manifest)['extra-deps'];
      for (const [index, one] of (Array.isArray(extra) ? extra : []).entries()) {
        const reference = hackageReference(textOf(one) ?? '');
        if (!reference) continue;
        const { name, version, hash } = reference;
        draft.add(
          {
            ecosystem: 'Hackage',
            name,
            version,
            requirement: version,
            direct: true,
            ...(hash ? { integrity: hash } : {}),
          },
          () => {
            const span = document.place(0, 'extra-deps', index)?.value;
            const start = (span?.start ?? 0) + name.length + 1;
            return span && { start, end: start + version.length };
          },
        );
      }
    }),
};
