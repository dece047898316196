import type { Span } from '../../core/model';
import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { named, packageFile } from './packageFile';
import { tokenIn, versionIn } from './places';

/** composer.json: `require` and `require-dev`. PHP itself, its extensions and libraries are no packages. */
export const composerJson: PackageFormat = {
  id: 'composer.json',
  kind: 'manifest',
  matches: named('composer.json'),
  parse: text =>
    packageFile(composerJson, text, draft => {
      const placeOf = (span: Span | undefined, version: string | undefined) =>
        version ? tokenIn(text, span, version) : versionIn(text, span);
      const document = readJson(draft);
      for (const table of ['require', 'require-dev'])
        for (const [name, value] of Object.entries(fieldsOf(fieldsOf(document.value)[table]))) {
          const requirement = textOf(value);
          // Packages have a vendor; what has none belongs to the platform.
          if (requirement === undefined || !name.includes('/')) continue;
          const version = /^\s*=?\s*(v?\d+\.\d+\.\d+[\w.+-]*)\s*$/.exec(requirement.split('@', 1)[0]!)?.[1];
          draft.add(
            {
              ecosystem: 'Packagist',
              name,
              requirement,
              direct: true,
              ...(version ? { version } : {}),
              ...(table === 'require-dev' ? { use: 'dev' } : {}),
            },
            () => placeOf(document.place(table, name)?.value, version),
          );
        }
    }),
};
