import type { PackageFormat } from '../../core/packages';
import { fieldsOf, isTable } from '../../core/untyped';
import { named, packageFile } from './packageFile';
import { addTable } from './poetryTables';
import { readToml } from './tomlDocument';

/** pipenv's manifest: `packages`, `dev-packages` and categories of one's own, each a table of names and requirements. */
export const pipfile: PackageFormat = {
  id: 'Pipfile',
  kind: 'manifest',
  matches: named('Pipfile'),
  parse: text =>
    packageFile(pipfile, text, draft => {
      const doc = readToml(draft);
      for (const [name, table] of Object.entries(fieldsOf(doc.value)))
        if (isTable(table) && !others.has(name))
          addTable(draft, doc, [name], { direct: true, use: name === 'packages' ? undefined : 'dev' });
    }),
};

const others = new Set(['source', 'requires', 'pipenv', 'scripts', 'pipfile', 'build-system', 'tool']);
