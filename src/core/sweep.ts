import { type Automaton, createAutomaton, marks } from './automaton';
import type { Detector } from './detectors/detector';
import type { ForeignUnits } from './foreignUnits';
import type { Fault, Source } from './model';
import { type Candidate, type Probe, tryProbe } from './probe';

/** The automaton over all keywords, and what to try at each. */
export interface Engine {
  readonly automaton: Automaton;
  /** Of each word. */
  readonly lengths: Uint8Array;
  /** The probes of each word that is a keyword. */
  readonly probes: readonly (readonly Probe[])[];
  /** Behind the keywords, the words of each list that is merely watched: the id of its first, and past its last. */
  readonly watched: readonly (readonly [from: number, to: number])[];
}

/**
 * Makes detectors ready; costs some milliseconds. Words that others look for (`watch`) are met in the same pass, which costs them
 * next to nothing.
 */
export function createEngine(detectors: readonly Detector[], watch: readonly (readonly string[])[] = []): Engine {
  const byWord = new Map<string, Probe[]>();
  for (const detector of detectors) {
    const probe: Probe = { detector, tools: undefined };
    for (const word of detector.keywords) {
      const known = byWord.get(word);
      if (known) known.push(probe);
      else byWord.set(word, [probe]);
    }
  }
  const words = [...byWord.keys()];
  const watched = watch.map(list => {
    const from = words.length;
    for (const word of list) words.push(word);
    return [from, words.length] as const;
  });
  return {
    automaton: createAutomaton(words),
    lengths: Uint8Array.from(words, it => it.length),
    probes: [...byWord.values()],
    watched,
  };
}

/** What a sweep found, overlaps and all. */
export interface Swept {
  readonly found: readonly Candidate[];
  readonly faults: readonly Fault[];
  /** Where runs of base64's letters begin that are long enough to matter. */
  readonly runs: readonly number[];
  /** Of what was swept; undefined where it wasn't swept to its end. */
  readonly units?: ForeignUnits;
  /** For each list that is watched, its words in the order in which they end: each one's place in the list, and its end. */
  readonly met?: readonly (readonly number[])[];
}

/** Tries each probe whose keyword stands in `text[from, to)`. Each outcome depends on the text near it alone. */
export function sweep(
  engine: Engine,
  text: string,
  from: number,
  to: number,
  source: Source | undefined,
  late: () => boolean,
): Swept {
  const found: Candidate[] = [];
  const faults = new Map<string, Fault>();
  const runs: number[] = [];
  const met: number[][] = engine.watched.map(() => []);
  const cursor = { at: from, state: 0, run: 0, runs, seen: 0 };
  for (let hits = 0, end = Math.min(to, from + chunk); cursor.at < to; end = Math.min(to, end + chunk)) {
    for (let ids = engine.automaton.next(cursor, text, end); ids; ids = engine.automaton.next(cursor, text, end)) {
      tryAll(engine, ids, text, cursor.at, source, found, faults, met);
      if (++hits % hitsPerLook === 0 && late()) return { found, faults: [...faults.values(), tookTooLong], runs };
    }
    if (end < to && late()) return { found, faults: [...faults.values(), tookTooLong], runs };
  }
  const units = { ascii: (cursor.seen & marks.foreign) === 0, telling: (cursor.seen & marks.telling) !== 0 };
  return { found, faults: [...faults.values()], runs, units, met };
}

const hitsPerLook = 512;
const chunk = 65_536;
const tookTooLong: Fault = { code: 'timeout', message: 'The scan took too long and was stopped.' };

/** Tries whatever has one of the words that end at `end`. */
function tryAll(
  engine: Engine,
  ids: readonly number[],
  text: string,
  end: number,
  source: Source | undefined,
  found: Candidate[],
  faults: Map<string, Fault>,
  met: readonly number[][],
): void {
  for (const id of ids) {
    if (id >= engine.probes.length) {
      note(engine, id, end, met);
      continue;
    }
    const at = end - (engine.lengths[id] as number);
    for (const probe of engine.probes[id] as readonly Probe[]) {
      try {
        const candidate = tryProbe(probe, text, at, end, source);
        if (candidate) found.push(candidate);
        if (candidate?.also) found.push(...candidate.also.map(({ start, end }) => ({ ...candidate, start, end })));
      } catch {
        faults.set(probe.detector.id, failed(probe.detector.id));
      }
    }
  }
}

function note({ watched }: Engine, id: number, end: number, met: readonly number[][]): void {
  let list = 0;
  while (id >= (watched[list]?.[1] ?? Number.POSITIVE_INFINITY)) list++;
  met[list]?.push(id - (watched[list]?.[0] ?? 0), end);
}

function failed(id: string): Fault {
  return {
    code: 'detector',
    message: `The detector ${id} failed; what it looks for was not scanned.`,
    where: id,
  };
}
