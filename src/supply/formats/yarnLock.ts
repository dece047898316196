import type { Span } from '../../core/model';
import type { PackageEntry, PackageFormat } from '../../core/packages';
import { fieldsOf, isTable, textOf } from '../../core/untyped';
import { type Draft, FormatFault, named, packageFile, withoutMark } from './packageFile';
import { downloadedFrom, sourceOf } from './source';
import { readYaml } from './yamlDocument';

/**
 * yarn's lockfile: of versions 2 and later it is YAML, of version 1 lines of a form of its own. Members of a workspace and
 * what is linked have a path for their source; the project itself is none of its packages.
 */
export const yarnLock: PackageFormat = {
  id: 'yarn.lock',
  kind: 'lockfile',
  matches: named('yarn.lock'),
  parse: text =>
    packageFile(yarnLock, text, draft =>
      join(draft, /^\uFEFF?__metadata:/m.test(text) ? readBerry(draft) : readClassic(draft)),
    ),
};

/** One block: the patterns that it answers (`name@range`), and what they came to. */
interface Block {
  readonly patterns: readonly string[];
  /** Undefined where it is the project's own. */
  readonly facts: PackageEntry | undefined;
  readonly place: () => Span | undefined;
  /** Names and ranges that it asks for. */
  readonly wants: readonly (readonly [name: string, range: string])[];
  /** A member of the workspace: what it asks for is direct. */
  readonly member: boolean;
}

/** Adds the blocks' packages. Version 1 names no members: then what no other package asks for is what the project asks for. */
function join(draft: Draft, blocks: readonly Block[]): void {
  const byPattern = new Map<string, Block>();
  for (const block of blocks) for (const pattern of block.patterns) byPattern.set(pattern, block);
  const target = ([name, range]: readonly [string, string]) =>
    byPattern.get(`${name}@${range}`) ?? byPattern.get(`${name}@npm:${range}`);
  const members = blocks.filter(block => block.member);
  const asked = new Set(
    (members.length ? members : blocks).flatMap(block => block.wants.flatMap(want => target(want) ?? [])),
  );
  const isDirect = (block: Block) => asked.has(block) === members.length > 0;
  const entries = new Map<string, PackageEntry>();
  for (const block of blocks) {
    if (!block.facts) continue;
    const direct = isDirect(block) || (members.length > 0 ? false : undefined);
    entries.set(block.patterns[0]!, draft.add({ ...block.facts, direct }, block.place));
  }
  draft.paths(() => ({
    roots: blocks.filter(block => block.facts && isDirect(block)).map(block => block.patterns[0]!),
    next: key => (byPattern.get(key)?.wants ?? []).flatMap(want => target(want)?.patterns[0] ?? []),
    entryOf: key => entries.get(key),
  }));
}

function readBerry(draft: Draft): Block[] {
  const doc = readYaml(draft);
  const value = (doc.value as readonly unknown[])[0];
  if (!isTable(value)) throw new FormatFault('is no lockfile of yarn');
  return Object.entries(value).flatMap(([key, block]) => {
    if (key === '__metadata' || !isTable(block)) return [];
    const resolution = textOf(block.resolution) ?? '';
    const { name, range } = splitPattern(resolution);
    const member = range.startsWith('workspace:');
    const wants = [block.dependencies, block.optionalDependencies, member ? block.devDependencies : undefined];
    return {
      patterns: key.split(/\s*,\s*/),
      facts:
        range === 'workspace:.' || !name
          ? undefined
          : berryFacts(name, range, textOf(block.version), textOf(block.checksum)),
      place: () => doc.place(0, key, 'version')?.value ?? doc.place(0, key)?.key,
      wants: wants.flatMap(table => Object.entries(fieldsOf(table)).map(([of, at]) => [of, textOf(at) ?? ''] as const)),
      member,
    };
  });
}

function berryFacts(
  name: string,
  range: string,
  version: string | undefined,
  checksum: string | undefined,
): PackageEntry {
  const source = /^(?:npm|patch):/.test(range) ? undefined : sourceOf(range.replace(/#workspace=.*$/s, ''));
  const conditional = checksum === undefined && !source && !range.startsWith('patch:');
  return {
    ecosystem: 'npm',
    name,
    version,
    source: source ?? { kind: 'registry' },
    integrity: conditional ? undefined : checksum,
  };
}

/**
 * Version 1 line by line, since the form is one of lines: a block's patterns stand at the margin, its fields two blanks in, its
 * dependencies four. Parsers of it are yarn's own, 300 kB and left alone since 2018.
 */
function readClassic(draft: Draft): Block[] {
  const blocks: Open[] = [];
  let open: Open | undefined;
  let list = false;
  const text = draft.text;
  let start = text.length - withoutMark(text).length;
  for (let end = start; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const indent = line.length - line.trimStart().length;
    if (indent === line.length || line[indent] === '#') continue;
    if (indent === 0) {
      open = line.endsWith(':')
        ? { patterns: readPatterns(line.slice(0, -1)), wants: [], fields: new Map() }
        : undefined;
      if (open) blocks.push(open);
      else draft.fault('has a line that is no pattern of packages', start);
      list = false;
    } else if (open && indent > 2 && list) {
      const { key, value } = readPair(line, indent);
      open.wants.push([key, value]);
    } else if (open && line.endsWith(':') && !line.includes(' ', indent)) {
      list = /^(?:optionalD|d)ependencies:$/.test(line.slice(indent));
    } else if (open) {
      const { key, value, at } = readPair(line, indent);
      open.fields.set(key, { value, start: start + at });
      list = false;
    }
  }
  return blocks.flatMap(block => classicBlock(block));
}

interface Open {
  readonly patterns: readonly string[];
  readonly wants: (readonly [string, string])[];
  readonly fields: Map<string, { readonly value: string; readonly start: number }>;
}

function classicBlock({ patterns, wants, fields }: Open): Block[] {
  const first = patterns[0];
  if (!first) return [];
  const { name, range } = splitPattern(first);
  const alias = range.startsWith('npm:') ? splitPattern(range.slice(4)).name : '';
  const version = fields.get('version');
  const resolved = fields.get('resolved')?.value;
  const source = downloadedFrom(resolved) ?? sourceOf(range);
  const facts: PackageEntry = {
    ecosystem: 'npm',
    name: alias || name,
    version: version?.value,
    source,
    integrity:
      fields.get('integrity')?.value ?? (source?.kind === 'registry' ? (resolved?.split('#')[1] ?? false) : undefined),
  };
  const place = version && { start: version.start, end: version.start + version.value.length };
  return [{ patterns, facts, place: () => place, wants, member: false }];
}

/** `a@^1, "b@>=1 <2"`: a comma stands between patterns and may stand in a quoted one. */
function readPatterns(line: string): string[] {
  return Array.from(line.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s",][^",]*/g), ([whole, quoted]) => (quoted ?? whole).trim());
}

function readPair(line: string, indent: number): { readonly key: string; readonly value: string; readonly at: number } {
  const [whole = '', key = '', value = ''] = /^("(?:[^"\\]|\\.)*"|[^\s:]+):?\s*(.*)$/.exec(line.slice(indent)) ?? [];
  const quoted = /^"(.*)"$/.exec(value);
  const at = indent + whole.length - value.length + (quoted ? 1 : 0);
  return { key: key.replace(/^"(.*)"$/, '$1'), value: quoted?.[1] ?? value, at };
}

/** `@scope/name@range` in its two parts. */
function splitPattern(pattern: string): { readonly name: string; readonly range: string } {
  const at = pattern.indexOf('@', 1);
  return at < 0 ? { name: pattern, range: '' } : { name: pattern.slice(0, at), range: pattern.slice(at + 1) };
}
