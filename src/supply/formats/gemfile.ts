import type { PackageEntry, PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { sourceIn } from './source';
import { textLines, withoutComments } from './textLines';

/** Gemfile and gemspecs: `gem "name", "~> 1.0", git: …` and `add_dependency` with what stands there literally; nothing is run. */
export const gemfile: PackageFormat = {
  id: 'Gemfile',
  kind: 'manifest',
  matches: path => byName(path) || /\.gemspec$/.test(path),
  parse: text =>
    packageFile(gemfile, text, draft => {
      let depth = 0;
      const groups: { readonly depth: number; readonly use: PackageEntry['use'] }[] = [];
      for (const { text: line, start } of textLines(withoutComments(text, 'script'))) {
        const words = line.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '');
        if (/\bdo\b(?:\s*\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|def|begin)\b/.test(words)) {
          depth++;
          if (/^\s*group\b/.test(words)) groups.push({ depth, use: useOf(words) });
        } else if (/^\s*end\b/.test(words)) {
          if (groups.at(-1)?.depth === depth) groups.pop();
          depth--;
        }
        addGem(draft, line, start, groups.at(-1)?.use);
      }
    }),
};

const byName = named('Gemfile', 'gems.rb');
const call =
  /^\s*(?:gem|[\w.]+\.add_(?<kind>runtime_|development_)?dependency)[\s(]+(?:["'](?<name>[\w.-]+)["'])(?<rest>.*)$/;
type DraftOf = Parameters<Parameters<typeof packageFile>[2]>[0];

function addGem(draft: DraftOf, line: string, start: number, group: PackageEntry['use']): void {
  const { name, rest = '', kind } = call.exec(line)?.groups ?? {};
  if (!name) return;
  const from = line.length - rest.length;
  const { requirements, first } = requirementsIn(rest);
  const requirement = requirements.join(', ');
  const exact = requirements.length === 1 ? /^=?\s*(\d[\w.]*)$/.exec(requirement)?.[1] : undefined;
  const git = /\b(?:git|github|gitlab|bitbucket):?\s*(?:=>\s*)?["']([^"']+)["']/.exec(rest)?.[1];
  const path = /\bpath:?\s*(?:=>\s*)?["']([^"']+)["']/.exec(rest)?.[1];
  const use = kind === 'development_' ? 'dev' : (useOf(rest) ?? group);
  const version = /\d[\w.]*/.exec(requirements[0] ?? '');
  const at = start + (version && first !== undefined ? from + first + version.index : line.indexOf(name));
  draft.add(
    {
      ecosystem: 'RubyGems',
      name,
      direct: true,
      ...(requirement ? { requirement } : {}),
      ...(exact ? { version: exact } : {}),
      ...(use ? { use } : {}),
      ...sourceIn({ git, path }),
    },
    { start: at, end: at + (version?.[0] ?? name).length },
  );
}

/** The texts right behind the name, before the first option; `first` is where the first one's content begins. */
function requirementsIn(rest: string): { requirements: string[]; first?: number } {
  const requirements: string[] = [];
  let first: number | undefined;
  const next = /^[\s,[\]]*(["'])((?:[<>=~!]+\s*)?\d[\w.\s,<>=~!]*)\1(?!\s*=>)/;
  for (let at = 0, found = next.exec(rest); found; found = next.exec(rest.slice(at))) {
    first ??= at + found[0].length - found[2]!.length - 1;
    requirements.push(found[2]!.trim());
    at += found[0].length;
  }
  return { requirements, first };
}

/** Groups that don't go into production. */
function useOf(words: string): PackageEntry['use'] {
  const named = /\bgroups?\b[^\n]*/.exec(words)?.[0];
  return named &&
    /:(?:test|development|dev|ci)\b|["'](?:test|development)["']/.test(named) &&
    !/:(?:default|production)\b/.test(named)
    ? 'dev'
    : undefined;
}
