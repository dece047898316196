import type { PackageFormat } from '../../core/packages';
import { fieldsOf, tables, texts } from '../../core/untyped';
import { commandMentions } from '../mentions/commandMentions';
import { readJson } from './jsonDocument';
import { type Draft, packageFile } from './packageFile';
import { tokenIn } from './places';

/** The packages that cells of a Jupyter notebook install: `!pip install a`, `%pip install a==1`, `%%bash` cells. */
export const notebookInstalls: PackageFormat = {
  id: 'notebook',
  kind: 'reference',
  matches: path => path.endsWith('.ipynb'),
  parse: text => packageFile(notebookInstalls, text, readNotebook),
};

function readNotebook(draft: Draft): void {
  const doc = readJson(draft);
  tables(fieldsOf(doc.value).cells).forEach((cell, index) => {
    if (cell.cell_type !== 'code') return;
    const isList = Array.isArray(cell.source);
    const shell = /^%%(?:bash|sh|!)/.test(texts(cell.source)[0] ?? '');
    texts(cell.source).forEach((source, at) => {
      for (const line of source.split('\n')) {
        const command = commandIn(line, shell);
        for (const { ecosystem, name, version, requirement, span, registry } of command
          ? commandMentions(command)
          : []) {
          if (registry === 'conda') continue;
          const written = command!.slice(span.start, span.end);
          draft.add({ ecosystem, name, version, requirement, direct: true }, () => {
            const place = doc.place('cells', index, 'source', ...(isList ? [at] : []));
            const all = tokenIn(draft.text, place?.value, JSON.stringify(written).slice(1, -1));
            const token = version ?? /\d[\w.+!-]*/.exec(requirement ?? '')?.[0];
            return tokenIn(draft.text, all, token);
          });
        }
      }
    });
  });
}

/** A line's command: after `!` or `%`, or any in a cell for the shell. `{sys.executable}` is the Python that runs. */
function commandIn(line: string, shell: boolean): string | undefined {
  const command = /^\s*[!%]+\s*(.*)$/.exec(line)?.[1] ?? (shell ? line : undefined);
  return command?.replace(/^\{\s*sys\.executable\s*\}/, 'python');
}
