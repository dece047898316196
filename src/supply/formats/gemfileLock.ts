import type { PackageEntry, PackageFormat } from '../../core/packages';
import { type Draft, FormatFault, named, packageFile } from './packageFile';
import { textLines } from './textLines';

/**
 * Gemfile.lock: sections GEM, GIT, PATH and PLUGIN SOURCE, each with a remote and specs `name (version-platform)` at four spaces, which
 * ask for those at six. DEPENDENCIES names what the Gemfile asks for, CHECKSUMS the checksums, where the file has any.
 */
export const gemfileLock: PackageFormat = {
  id: 'Gemfile.lock',
  kind: 'lockfile',
  matches: path => byName(path) || /\.gemfile\.lock$/.test(path),
  parse: text => packageFile(gemfileLock, text, read),
};

const mostSpecs = 100_000;
const byName = named('Gemfile.lock', 'gems.locked');
const sources: ReadonlyMap<string, 'registry' | 'git' | 'path'> = new Map([
  ['GEM', 'registry'],
  ['GIT', 'git'],
  ['PATH', 'path'],
  ['PLUGIN SOURCE', 'registry'],
]);

interface Spec {
  readonly name: string;
  readonly version: string;
  readonly start: number;
  readonly kind: 'registry' | 'git' | 'path';
  readonly url?: string;
}

function read(draft: Draft): void {
  const specs: Spec[] = [];
  const asks = new Map<string, string[]>();
  const direct = new Set<string>();
  const checksums = new Map<string, string>();
  let section = '';
  let url: string | undefined;
  let last: string[] = [];
  for (const { text, start } of textLines(draft.text)) {
    const [, indent = '', content = ''] = /^( *)(.*?)\s*$/.exec(text) ?? [];
    if (content === '') continue;
    if (isConflict(content)) draft.fault('has an unresolved merge conflict', start);
    else if (indent === '') {
      section = content;
      url = undefined;
    } else if (sources.has(section)) {
      const kind = sources.get(section)!;
      if (indent.length === 2) url = /^remote: (.+)$/.exec(content)?.[1] ?? url;
      const [, name, version] = /^(\S+)(?: \(([^()]*)\))?!?$/.exec(content) ?? [];
      if (indent.length === 4 && name && version) {
        const plain = version.split('-', 1)[0]!;
        specs.push({
          name,
          version: plain,
          start: start + text.indexOf('(', indent.length + name.length) + 1,
          kind,
          url,
        });
        if (specs.length > mostSpecs) throw new FormatFault(`has more than ${mostSpecs} gems`, start, 'too-large');
        last = asks.get(name) ?? [];
        asks.set(name, last);
      } else if (indent.length === 6) last.push(content.split(' ', 1)[0]!);
    } else if (section === 'DEPENDENCIES') direct.add(content.replace(/!$/, '').split(' ', 1)[0]!);
    else if (section === 'CHECKSUMS') {
      const [, name, version, sum] = /^(\S+) \(([^()-]*)[^()]*\)(?: (.+))?$/.exec(content) ?? [];
      if (name && sum) checksums.set(`${name} ${version}`, sum);
    }
  }
  if (section === '' && draft.text.trim() !== '') draft.fault('has no section of a Gemfile.lock');
  addSpecs(draft, specs, { asks, direct, checksums });
}

interface Facts {
  readonly asks: ReadonlyMap<string, readonly string[]>;
  readonly direct: ReadonlySet<string>;
  readonly checksums: ReadonlyMap<string, string>;
}

function addSpecs(draft: Draft, specs: readonly Spec[], { asks, direct, checksums }: Facts): void {
  const entries = new Map<string, PackageEntry>();
  for (const { name, version, start, kind, url } of specs) {
    const sum = checksums.get(`${name} ${version}`);
    const entry: PackageEntry = {
      ecosystem: 'RubyGems',
      name,
      version,
      direct: direct.has(name),
      source: { kind, ...(url ? { url } : {}) },
      ...(kind === 'registry' && checksums.size > 0 ? { integrity: sum ?? false } : {}),
    };
    entries.set(name, draft.add(entry, { start, end: start + version.length }));
  }
  draft.paths(() => ({ roots: direct, next: name => asks.get(name) ?? [], entryOf: name => entries.get(name) }));
}

function isConflict(content: string): boolean {
  return /^(?:<{7}|={7}|>{7})(?: |$)/.test(content);
}
