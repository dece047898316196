import type { PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';

/** rebar.lock of Erlang: `{<<"key">>,{pkg,<<"name">>,<<"version">>},level}`, or a revision of git; level 0 is direct. Hashes stand in lists of their own. */
export const rebarLock: PackageFormat = {
  id: 'rebar.lock',
  kind: 'lockfile',
  matches: named('rebar.lock'),
  parse: text =>
    packageFile(rebarLock, text, draft => {
      const sums = new Map<string, string>();
      for (const [, key, sum] of text.matchAll(/\{<<"([^"\n]+)">>,\s*<<"([\dA-F]{64})">>\}/g)) sums.set(key!, sum!);
      for (const found of text.matchAll(packages)) {
        const { key = '', name = '', version = '', level } = found.groups ?? {};
        const [start, end] = found.indices!.groups!.version!;
        const integrity = sums.get(key) ?? (sums.size > 0 ? false : undefined);
        draft.add(
          { ecosystem: 'Hex', name, version, direct: level === '0', ...(integrity === undefined ? {} : { integrity }) },
          { start, end },
        );
      }
      for (const found of text.matchAll(repositories)) {
        const { key = '', url = '', revision = '', level } = found.groups ?? {};
        const [start, end] = found.indices!.groups!.revision!;
        const source = { kind: 'git', url: `${url}#${revision}` } as const;
        draft.add({ ecosystem: 'Hex', name: key, direct: level === '0', source }, { start, end });
      }
    }),
};

const packages =
  /\{<<"(?<key>[^"\n]+)">>,\s*\{pkg,\s*<<"(?<name>[^"\n]+)">>,\s*<<"(?<version>[^"\n]+)">>[^{}\n]*\},\s*(?<level>\d+)\}/dg;
const repositories =
  /\{<<"(?<key>[^"\n]+)">>,\s*\{git,\s*"(?<url>[^"\n]*)",\s*\{ref,\s*"(?<revision>[^"\n]*)"\}\},\s*(?<level>\d+)\}/dg;
