import type { PackageFormat } from '../../core/packages';
import { fieldsOf } from '../../core/untyped';
import { addModels } from './modelReferences';
import { type Draft, packageFile } from './packageFile';
import { addRequirement } from './pythonRequirement';
import { readToml } from './tomlDocument';

/** What a single Python script asks for, in a comment at its head: PEP 723; and the models that any Python names. */
export const pep723: PackageFormat = {
  id: 'pep723',
  kind: 'manifest',
  matches: path => /\.pyw?$/.test(path),
  parse: text =>
    packageFile(pep723, text, draft => {
      readScript(draft);
      addModels(draft, 'python');
    }),
};

function readScript(draft: Draft): void {
  const open = /^\uFEFF?# \/\/\/ script[ \t]*\r?\n/m.exec(draft.text);
  if (!open) return;
  const start = open.index + open[0].length;
  // Only lines of comment, the last of them the block's end.
  const inner = /(?:#(?: (?!\/\/\/[ \t]*\r?$)[^\r\n]*)?\r?\n)*/my;
  inner.lastIndex = start;
  const body = inner.exec(draft.text)?.[0] ?? '';
  if (!/^# \/\/\/[ \t]*\r?$/m.test(draft.text.slice(start + body.length, start + body.length + 200))) return;
  // Blanks stand for all else, so that what stands in it has the same places as in the script.
  const toml = ' '.repeat(start) + body.replace(/^#/gm, ' ');
  const doc = readToml({ ...draft, text: toml });
  const list = fieldsOf(doc.value).dependencies;
  (Array.isArray(list) ? list : []).forEach((written: unknown, index) => {
    addRequirement(draft, written, { direct: true }, () => doc.place('dependencies', index));
  });
}
