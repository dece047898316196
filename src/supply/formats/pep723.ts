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
  const block = /^# \/\/\/ script[ \t]*\r?\n((?:#(?: [^\r\n]*)?\r?\n)*?)# \/\/\/[ \t]*\r?$/m.exec(draft.text);
  if (!block) return;
  const start = block.index + block[0].indexOf('\n') + 1;
  // Blanks stand for all else, so that what stands in it has the same places as in the script.
  const toml = ' '.repeat(start) + block[1]!.replace(/^#/gm, ' ');
  const doc = readToml({ ...draft, text: toml });
  const list = fieldsOf(doc.value).dependencies;
  (Array.isArray(list) ? list : []).forEach((written: unknown, index) => {
    addRequirement(draft, written, { direct: true }, () => doc.place('dependencies', index));
  });
}
