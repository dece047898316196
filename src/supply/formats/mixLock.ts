import type { PackageEntry, PackageFormat } from '../../core/packages';
import { named, packageFile } from './packageFile';
import { textLines } from './textLines';

/**
 * mix.lock and rebar.lock's sibling of Elixir: a map whose every line is `"key": {:hex, :name, "version", "hash", [managers], [deps], "repository",
 * "hash"}`, or `{:git, "url", "revision", [options]}`, which has no version.
 */
export const mixLock: PackageFormat = {
  id: 'mix.lock',
  kind: 'lockfile',
  matches: named('mix.lock'),
  parse: text =>
    packageFile(mixLock, text, draft => {
      const entries = new Map<string, PackageEntry>();
      const asks = new Map<string, readonly string[]>();
      let read = false;
      for (const { text: line, start } of textLines(text)) {
        read ||= line.includes('%{');
        const [, key, kind, rest = ''] = /^[\s%{]*"?([\w.-]+)"?:? *(?:=> *)?\{:(\w+), *(.*)$/.exec(line) ?? [];
        if (!key || !kind) continue;
        read = true;
        const from = line.length - rest.length;
        if (kind === 'git') {
          const [, url = '', revision = ''] = /^"([^"]*)", *"([^"]*)"/.exec(rest) ?? [];
          const at = start + (revision ? from + rest.indexOf(revision) : line.indexOf(key));
          const span = { start: at, end: at + (revision || key).length };
          entries.set(
            key,
            draft.add({ ecosystem: 'Hex', name: key, source: { kind: 'git', url: `${url}#${revision}` } }, span),
          );
          continue;
        }
        const [, name, version] = /^:"?([\w.-]+)"?, *"([^"]+)"/.exec(rest) ?? [];
        if (kind !== 'hex' || !name || !version) {
          draft.fault('has an entry that is neither of Hex nor of git', start);
          continue;
        }
        const hash = /"([\da-f]{64})"\}/.exec(rest)?.[1] ?? /"([\da-f]{64})"/.exec(rest)?.[1];
        const at = start + from + rest.indexOf(`"${version}"`) + 1;
        const entry: PackageEntry = { ecosystem: 'Hex', name, version, integrity: hash ?? false };
        entries.set(key, draft.add(entry, { start: at, end: at + version.length }));
        asks.set(
          key,
          Array.from(rest.matchAll(/\{:"?([\w.-]+)"?, "/g), found => found[1]!),
        );
      }
      if (!read && text.trim() !== '') draft.fault('is no mix.lock');
      draft.paths(() => ({
        roots: rootsOf(entries, asks),
        next: key => asks.get(key) ?? [],
        entryOf: key => entries.get(key),
      }));
    }),
};

/** Nobody says what is direct: what nothing else asks for is. */
function rootsOf(entries: ReadonlyMap<string, PackageEntry>, asks: ReadonlyMap<string, readonly string[]>): string[] {
  const asked = new Set([...asks.values()].flat());
  return [...entries.keys()].filter(key => !asked.has(key));
}
