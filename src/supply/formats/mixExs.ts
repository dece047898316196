import type { PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { sourceIn } from './source';
import { withoutComments } from './textLines';

/** mix.exs: the dependencies that stand there literally, `{:name, "~> 1.0", only: :test}` or `{:name, git: "…"}`; nothing is run. */
export const mixExs: PackageFormat = {
  id: 'mix.exs',
  kind: 'manifest',
  matches: named('mix.exs'),
  parse: text =>
    packageFile(mixExs, text, draft => {
      const source = withoutComments(text, 'script');
      const from = source.search(/\bdefp?\s+deps\b/);
      const end = from < 0 ? -1 : source.slice(from).search(/\n {0,2}end\b/);
      const deps = from < 0 ? '' : source.slice(from, end < 0 ? undefined : from + end);
      for (const found of deps.matchAll(
        /\{\s*:(?<name>\w+)\s*,\s*(?:"(?<requirement>[^"\n]*)"\s*,?)?(?<options>[^{}]{0,500})\}/dg,
      )) {
        const { name = '', requirement, options = '' } = found.groups ?? {};
        if (requirement === undefined && !/^\s*\w+:/.test(options)) continue;
        const git = /\bgit(?:hub)?:\s*"([^"]*)"/.exec(options)?.[1];
        const path = /\bpath:\s*"([^"]*)"/.exec(options)?.[1];
        const hex = /\bhex:\s*:(\w+)/.exec(options)?.[1];
        const only = /\bonly:\s*(\[[^\]]*\]|:\w+)/.exec(options)?.[1];
        const exact =
          /^==\s*(\d[\w.+-]*)$/.exec(requirement ?? '')?.[1] ??
          /^(\d+\.\d+\.\d+[\w.+-]*)$/.exec(requirement ?? '')?.[1];
        const place = found.indices?.groups?.[requirement ? 'requirement' : 'name'];
        const version = requirement ? /\d[\w.+-]*/.exec(requirement) : undefined;
        const start = from + (place?.[0] ?? 0) + (version?.index ?? 0);
        draft.add(
          {
            ecosystem: 'Hex',
            name: hex ?? name,
            direct: true,
            ...(requirement ? { requirement } : {}),
            ...(exact ? { version: exact } : {}),
            ...(only && !only.includes(':prod') ? { use: 'dev' } : {}),
            ...sourceIn({ git, path }),
          },
          { start, end: start + (version?.[0] ?? requirement ?? name).length },
        );
      }
    }),
};
