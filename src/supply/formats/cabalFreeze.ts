import type { PackageFormat } from '../../core/packages';
import { packageFile } from './packageFile';
import { textLines } from './textLines';

/** cabal.project.freeze: constraints `any.name ==version`; those of flags (`name +flag`) name no version. */
export const cabalFreeze: PackageFormat = {
  id: 'cabal.project.freeze',
  kind: 'lockfile',
  matches: path => /(?:^|\/)cabal[\w.-]*\.project(?:\.[\w-]+)?\.freeze$|(?:^|\/)cabal\.config$/.test(path),
  parse: text =>
    packageFile(cabalFreeze, text, draft => {
      for (const { text: line, start } of textLines(text)) {
        if (/^\s*--/.test(line)) continue;
        for (const found of line.matchAll(
          /(?:^|[\s,:])(?:any\.)?(?<name>[A-Za-z\d][A-Za-z\d-]*)\s*==\s*(?<version>\d[\d.]*\d|\d)(?![\d.*])/dg,
        )) {
          const { name = '', version = '' } = found.groups ?? {};
          const [from, to] = found.indices!.groups!.version!;
          draft.add({ ecosystem: 'Hackage', name, version }, { start: start + from, end: start + to });
        }
      }
    }),
};
