import type { PackageFormat } from '../../core/packages';
import { conanReference } from './conanReference';
import { named, packageFile } from './packageFile';
import { textLines } from './textLines';

/** conanfile.txt: sections of references, `name/version` or `name/[range]`. */
export const conanfile: PackageFormat = {
  id: 'conanfile.txt',
  kind: 'manifest',
  matches: named('conanfile.txt'),
  parse: text =>
    packageFile(conanfile, text, draft => {
      let section = '';
      for (const { text: line, start } of textLines(text)) {
        section = /^\s*\[(\w+)\]\s*$/.exec(line)?.[1] ?? section;
        const written = line.replace(/#(?![\da-f]{32}).*$/, '');
        const reference =
          /^(?:requires|build_requires|tool_requires|test_requires)$/.test(section) && conanReference(written);
        if (!reference) continue;
        const range = /^\[(.*)\]$/.exec(reference.version)?.[1];
        const token = range === undefined ? undefined : /\d[\w.]*/.exec(range);
        const at = start + reference.start + (range === undefined ? 0 : 1 + (token?.index ?? 0));
        const length = range === undefined ? reference.version.length : (token?.[0].length ?? range.length);
        const use =
          section === 'requires' ? {} : { use: section === 'test_requires' ? ('dev' as const) : ('build' as const) };
        draft.add(
          {
            ecosystem: 'ConanCenter',
            name: reference.name,
            direct: true,
            requirement: range ?? reference.version,
            ...(range === undefined ? { version: reference.version } : {}),
            ...use,
          },
          { start: at, end: at + length },
        );
      }
    }),
};
