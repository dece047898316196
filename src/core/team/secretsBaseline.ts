import type { Fault } from '../model';
import { isTable, type Table, tables, textOf, texts } from '../untyped';
import { compileAllowList } from './allowList';
import { type Acceptor, type FilePorts, type ForeignPart, foreignFault } from './foreign';

/**
 * Reads `.secrets.baseline` of detect-secrets: for each file the SHA-1 of each value that was accepted, wherever in the file it
 * stands now; not of one that an audit has called real (`is_secret`). Also what it excludes: `exclude` of version 0, the
 * regular-expression filters of version 1.
 */
export function readSecretsBaseline(text: string, name: string, ports: FilePorts): ForeignPart {
  const faults: Fault[] = [];
  const baseline = parseJson(text);
  if (!baseline) return { faults: [foreignFault(name, 'not a JSON object; nothing in this file is applied')] };
  const tell = (problem: string) =>
    faults.push(foreignFault(name, `exclude: ${problem}; this pattern lets nothing go`));
  const exclude = isTable(baseline.exclude) ? baseline.exclude : {};
  const filters = tables(baseline.filters_used);
  const patternsOf = (filter: string) =>
    filters.filter(it => textOf(it.path)?.endsWith(`.regex.${filter}`)).flatMap(it => texts(it.pattern));
  const lists = [
    { paths: [...texts(exclude.files), ...patternsOf('should_exclude_file')].filter(given) },
    {
      patterns: [...texts(exclude.lines), ...patternsOf('should_exclude_line')].filter(given),
      target: 'line' as const,
    },
    { patterns: patternsOf('should_exclude_secret').filter(given) },
  ].map(facts => compileAllowList(facts, ports.compiler, tell));
  const excluded: Acceptor = found => (lists.some(allows => allows(found)) ? `excluded in ${name}` : undefined);
  return { acceptors: [byHash(hashesOf(baseline.results), name, ports), excluded], faults };
}

/** Of each file the hashes. */
function hashesOf(results: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const files = isTable(results) ? Object.entries(results) : [];
  return new Map(
    files.map(([file, found]) => [
      file.replaceAll('\\', '/').replace(/^\.\//, ''),
      new Set(
        tables(found)
          .filter(it => it.is_secret !== true)
          .flatMap(it => textOf(it.hashed_secret)?.toLowerCase() ?? []),
      ),
    ]),
  );
}

function byHash(hashes: ReadonlyMap<string, ReadonlySet<string>>, name: string, { sha1 }: FilePorts): Acceptor {
  return ({ path, secret }) => {
    const known = path === undefined ? undefined : hashes.get(path);
    return known && known.size > 0 && known.has(sha1(secret)) ? `accepted in ${name}` : undefined;
  };
}

function parseJson(text: string): Table | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function given(pattern: string): boolean {
  return pattern !== '';
}
