import type { PackageFormat } from '../../core/packages';
import { fieldsOf, textOf } from '../../core/untyped';
import { readJson } from './jsonDocument';
import { packageFile } from './packageFile';

/** What a .NET build leaves beside its program, `App.deps.json`: libraries as `name/version`; projects of the solution are among them. */
export const dotnetDeps: PackageFormat = {
  id: 'deps.json',
  kind: 'lockfile',
  matches: path => /\.deps\.json$/.test(path),
  parse: text =>
    packageFile(dotnetDeps, text, draft => {
      const document = readJson(draft);
      for (const [key, value] of Object.entries(fieldsOf(fieldsOf(document.value).libraries))) {
        const facts = fieldsOf(value);
        const [, name, version] = /^([^/]+)\/([^/]+)$/.exec(key) ?? [];
        if (!name || !version) continue;
        const hash = textOf(facts.sha512);
        draft.add(
          {
            ...{ ecosystem: 'NuGet', name, version },
            ...(facts.type === 'package' ? {} : { source: { kind: 'path' } }),
            ...(hash ? { integrity: hash } : {}),
          },
          () => {
            const place = document.place('libraries', key)?.key;
            return place && { start: place.end - version.length, end: place.end };
          },
        );
      }
    }),
};
