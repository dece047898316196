import type { PackageFormat } from '../../core/packages';
import { packageFile } from './packageFile';
import { sourceIn } from './source';
import { textLines, withoutComments } from './textLines';

/** Podfile and podspecs: `pod 'Name', '~> 1.0'` with what stands there literally; nothing is run. */
export const podfile: PackageFormat = {
  id: 'Podfile',
  kind: 'manifest',
  matches: path => /(?:^|\/)Podfile$|\.podspec$/.test(path),
  parse: text =>
    packageFile(podfile, text, draft => {
      const call =
        /^\s*(?:pod|[\w.]+\.dependency)[\s(]+(["'])(?<name>[\w.+/-]+)\1(?:\s*,\s*(["'])(?<requirement>[^"']*)\3)?(?<rest>.*)$/d;
      for (const { text: line, start } of textLines(withoutComments(text, 'script'))) {
        const found = call.exec(line);
        const { name, requirement, rest = '' } = found?.groups ?? {};
        if (!name) continue;
        const exact = requirement && /^=?\s*(\d[\w.-]*)$/.exec(requirement)?.[1];
        const git = /:?git(?:\s*=>|:)\s*["']([^"']+)["']/.exec(rest)?.[1];
        const path = /:?path(?:\s*=>|:)\s*["']([^"']+)["']/.exec(rest)?.[1];
        const version = requirement ? /\d[\w.-]*/.exec(requirement) : undefined;
        const at = start + found!.indices!.groups![requirement ? 'requirement' : 'name']![0] + (version?.index ?? 0);
        draft.add(
          {
            ecosystem: 'CocoaPods',
            name,
            direct: true,
            ...(requirement ? { requirement } : {}),
            ...(exact ? { version: exact } : {}),
            ...sourceIn({ git, path }),
          },
          { start: at, end: at + (version?.[0] ?? requirement ?? name).length },
        );
      }
    }),
};
