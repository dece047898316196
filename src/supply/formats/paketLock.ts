import type { PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { textLines } from './textLines';

/** paket.lock of .NET: under NUGET, `name (version)` at four spaces; what it asks for stands at six. Other sections are of git and addresses. */
export const paketLock: PackageFormat = {
  id: 'paket.lock',
  kind: 'lockfile',
  matches: named('paket.lock'),
  parse: text =>
    packageFile(paketLock, text, draft => {
      let section = '';
      for (const { text: line, start } of textLines(text)) {
        section = /^[A-Z]+$/.exec(line.trimEnd())?.[0] ?? section;
        const [, name, version] = (section === 'NUGET' && /^ {4}(\S+) \((\d[^()\s]*)\)/.exec(line)) || [];
        if (!name || !version) continue;
        const at = start + line.indexOf('(') + 1;
        draft.add({ ecosystem: 'NuGet', name, version }, { start: at, end: at + version.length });
      }
    }),
};
