import { type Automaton, createAutomaton, marks } from './automaton';
import type { Detector } from './detectors/detector';
import type { ForeignUnits } from './foreignUnits';
import type { Fault, Source } from './model';
import { type Candidate, type Probe, tryProbe } from './probe';

/** The automaton over all keywords, and what to try at each. */
export interface Engine {
  readonly automaton: Automaton;
  readonly words: readonly string[];
  /** The probes of each word. */
  readonly probes: readonly (readonly Probe[])[];
}

/** Makes detectors ready; costs some milliseconds. */
export function createEngine(detectors: readonly Detector[]): Engine {
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
  return { automaton: createAutomaton(words), words, probes: [...byWord.values()] };
}

/** What a sweep found, overlaps and all. */
export interface Swept {
  readonly found: readonly Candidate[];
  readonly faults: readonly Fault[];
  /** Where runs of base64's letters begin that are long enough to matter. */
  readonly runs: readonly number[];
  /** Of what was swept; undefined where it wasn't swept to its end. */
  readonly units?: ForeignUnits;
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
  const cursor = { at: from, state: 0, run: 0, runs, seen: 0 };
  for (let hits = 0, end = Math.min(to, from + chunk); cursor.at < to; end = Math.min(to, end + chunk)) {
    for (let ids = engine.automaton.next(cursor, text, end); ids; ids = engine.automaton.next(cursor, text, end)) {
      tryAll(engine, ids, text, cursor.at, source, found, faults);
      if (++hits % hitsPerLook === 0 && late()) return { found, faults: [...faults.values(), tookTooLong], runs };
    }
    if (end < to && late()) return { found, faults: [...faults.values(), tookTooLong], runs };
  }
  const units = { ascii: (cursor.seen & marks.foreign) === 0, telling: (cursor.seen & marks.telling) !== 0 };
  return { found, faults: [...faults.values()], runs, units };
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
): void {
  for (const id of ids) {
    const at = end - (engine.words[id] as string).length;
    for (const probe of engine.probes[id] as readonly Probe[]) {
      try {
        const candidate = tryProbe(probe, text, at, end, source);
        if (candidate) found.push(candidate);
      } catch {
        faults.set(probe.detector.id, failed(probe.detector.id));
      }
    }
  }
}

function failed(id: string): Fault {
  return {
    code: 'detector',
    message: `The detector ${id} failed; what it looks for was not scanned.`,
    where: id,
  };
}
