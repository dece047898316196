import { createLineIndex } from '../../core/lineIndex';
import type { Fault, Span } from '../../core/model';
import type { PackageEntry, PackageFile, PackageFormat } from '../../core/packages';

/**
 * Builds a PackageFile: every format's `parse` is `packageFile(format, text, draft => …)`. The reader adds entries with a place each; a
 * place is a span, or a function that is called when somebody asks. Whatever the reader throws becomes one fault, so readers
 * may trust the parsers' libraries to throw. Too large a text is a fault too, and isn't read.
 */
export function packageFile(
  format: Pick<PackageFormat, 'id' | 'kind'>,
  text: string,
  read: (draft: Draft) => void,
): PackageFile {
  const made = new Map<string, Noted>();
  const faults: Fault[] = [];
  // Its lines are found out once, at the first fault.
  const placeIn = createLineIndex(text);
  const fault = (message: string, offset?: number) => {
    if (faults.length < mostFaults) faults.push(faultAt(text, placeIn, message, offset));
  };
  let graph: (() => Graph) | undefined;
  const add = (entry: PackageEntry, place: Where) => {
    const key = keyOf(format.kind, entry, made.size);
    const known = made.get(key);
    if (known) return joined(known.entry, entry);
    if (made.size >= mostEntries)
      throw new FormatFault(`names more than ${mostEntries} packages`, undefined, 'too-large');
    made.set(key, { entry, place });
    return entry;
  };
  try {
    if (text.length > mostUnits)
      throw new FormatFault(`is longer than ${mostUnits} characters`, undefined, 'too-large');
    read({ text, add, fault, paths: build => (graph = build) });
  } catch (error) {
    faults.push(toFault(text, placeIn, format.id, error));
  }
  let paths: ((entry: PackageEntry) => readonly string[]) | undefined;
  let needs: ((entry: PackageEntry) => readonly PackageEntry[]) | undefined;
  let built: Graph | undefined;
  let byEntry: ReadonlyMap<PackageEntry, Where> | undefined;
  const graphOnce = (build: () => Graph) => {
    built ??= build();
    return built;
  };
  return {
    format: format.id,
    kind: format.kind,
    packages: Array.from(made.values(), noted => noted.entry),
    faults,
    locate: entry => {
      byEntry ??= new Map(Array.from(made.values(), noted => [noted.entry, noted.place]));
      return spanOf(byEntry.get(entry)) ?? nameIn(text, entry);
    },
    pathTo: entry => {
      paths ??= graph ? shortestPaths(graphOnce(graph)) : () => [];
      return paths(entry);
    },
    needs: entry => {
      needs ??= graph ? edgesOf(graphOnce(graph)) : () => [];
      return needs(entry);
    },
  };
}

/** What a format's reader writes into. */
export interface Draft {
  readonly text: string;
  /**
   * Takes an entry and where its version token stands. In a lockfile the same name and version is one entry: then the one that
   * stands already is given back, direct if either is, and only for development if both are.
   */
  add(entry: PackageEntry, place: Where): PackageEntry;
  /** Says what could not be read and where (an offset in `text`), and goes on. */
  fault(message: string, offset?: number): void;
  /** How to find out why packages are here, called at most once, when somebody asks. */
  paths(build: () => Graph): void;
}

/** A place, or how to find it. Where it gives none, the name's first mention counts. */
export type Where = Span | undefined | (() => Span | undefined);

/** Who asks for whom. Keys are the format's own, such as `node_modules/a`. */
export interface Graph {
  /** The keys that the project itself asks for. */
  readonly roots: Iterable<string>;
  next(key: string): Iterable<string>;
  entryOf(key: string): PackageEntry | undefined;
}

/** What a reader throws where nothing of a file can be read; the message begins with a verb: "is not valid JSON". */
export class FormatFault extends Error {
  constructor(
    message: string,
    readonly offset?: number,
    readonly code: Fault['code'] = 'unreadable',
  ) {
    super(message);
  }
}

/** `matches` of a format whose files have one of these names, in any folder. */
export function named(...names: readonly string[]): (path: string) => boolean {
  const all = new Set(names);
  return path => all.has(path.slice(path.lastIndexOf('/') + 1));
}

/** The text without its byte order mark, for parsers; spans count in the text with it. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** The largest real lockfiles have some ten million characters. */
const mostUnits = 32 * 1024 * 1024;
const mostEntries = 250_000;
const mostFaults = 50;

interface Noted {
  readonly entry: PackageEntry;
  readonly place: Where;
}

/** Manifests and references may name a package twice, for two purposes; each has a place of its own. */
function keyOf(kind: PackageFile['kind'], entry: PackageEntry, count: number): string {
  return kind === 'lockfile' ? `${entry.ecosystem}\0${entry.name}\0${entry.version ?? ''}` : `${count}`;
}

function joined(known: PackageEntry, entry: PackageEntry): PackageEntry {
  const kept = known as { -readonly [K in keyof PackageEntry]: PackageEntry[K] };
  if (entry.direct !== undefined) kept.direct = kept.direct || entry.direct;
  if (kept.use !== entry.use) kept.use = undefined;
  if (entry.installScript) kept.installScript = true;
  if (entry.integrity === false) kept.integrity = false;
  return known;
}

function toFault(text: string, placeIn: PlaceIn, id: string, error: unknown): Fault {
  if (error instanceof FormatFault) return faultAt(text, placeIn, error.message, error.offset, error.code);
  // A stack that is used up is the only other way in which parsers end; their own words may hold parts of the text.
  const message = error instanceof RangeError ? 'is nested too deeply' : `can't be read as ${id}`;
  return faultAt(text, placeIn, message);
}

type PlaceIn = ReturnType<typeof createLineIndex>;

function faultAt(
  text: string,
  placeIn: PlaceIn,
  message: string,
  offset?: number,
  code: Fault['code'] = 'unreadable',
): Fault {
  if (offset === undefined) return { code, message };
  const { line, column } = placeIn(Math.min(offset, text.length));
  return { code, message, where: `${line}:${column}` };
}

function spanOf(place: Where): Span | undefined {
  if (typeof place !== 'function') return place;
  try {
    return place();
  } catch {
    // Only a stack that is used up: the places of a text that nests deeper than its values were read.
    return undefined;
  }
}

function nameIn(text: string, { name }: PackageEntry): Span {
  const start = text.indexOf(name);
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + name.length };
}

/** What each entry asks for, of all that is reached from the roots. */
function edgesOf({ roots, next, entryOf }: Graph): (entry: PackageEntry) => readonly PackageEntry[] {
  const edges = new Map<PackageEntry, Set<PackageEntry>>();
  // A set's own iteration meets what is added while it runs.
  const keys = new Set(roots);
  for (const key of keys) {
    const entry = entryOf(key);
    for (const child of next(key)) {
      keys.add(child);
      const needed = entryOf(child);
      if (!entry || !needed) continue;
      const known = edges.get(entry);
      if (known) known.add(needed);
      else edges.set(entry, new Set([needed]));
    }
  }
  return entry => [...(edges.get(entry) ?? [])];
}

/** Breadth first from the roots: the shortest path to each entry. */
function shortestPaths({ roots, next, entryOf }: Graph): (entry: PackageEntry) => readonly string[] {
  const from = new Map<string, string | undefined>();
  for (const root of roots) from.set(root, undefined);
  const reached = new Map<PackageEntry, string>();
  // A map's own iteration meets what is set while it runs: it is the queue.
  for (const [key] of from) {
    const entry = entryOf(key);
    if (entry && !reached.has(entry)) reached.set(entry, key);
    for (const child of next(key)) if (!from.has(child)) from.set(child, key);
  }
  return entry => {
    const steps: string[] = [];
    for (let key = reached.get(entry); key !== undefined; key = from.get(key)) {
      const step = entryOf(key);
      if (step) steps.push(step.version === undefined ? step.name : `${step.name}@${step.version}`);
    }
    return steps.reverse();
  };
}
