import { type Automaton, createAutomaton } from './automaton';
import { type Detector, type Match, reach } from './detectors/detector';
import { closesToken, opensToken } from './detectors/tokenBoundary';
import { isDummy } from './judgeDummy';
import type { Fault, Source, Span, Tier } from './model';

/** A confirmed match of one detector. */
export interface Candidate extends Span {
  readonly detector: Detector;
  readonly tier: Tier;
  readonly reason: string;
}

/** A detector made ready: its expression is compiled when its keyword is first met. */
interface Probe {
  readonly detector: Detector;
  readonly lead: number;
  /** The match begins with the token itself, so its left side can be checked before the pattern is tried. */
  bare?: boolean;
  expression?: RegExp;
}

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
    const probe: Probe = { detector, lead: detector.lead ?? 0 };
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
  let countdown = hitsPerLook;
  const hit = (end: number, ids: readonly number[]): boolean => {
    for (const id of ids) {
      const at = end - (engine.words[id] as string).length;
      for (const probe of engine.probes[id] as readonly Probe[]) tryProbe(probe, text, at, source, found, faults);
    }
    if (--countdown > 0) return true;
    countdown = hitsPerLook;
    return !late();
  };
  let state = 0;
  for (let at = from; at < to && state >= 0; at += chunk) {
    state = engine.automaton.run(text, at, Math.min(to, at + chunk), state, hit);
    if (state >= 0 && to - at > chunk && late()) state = -1;
  }
  if (state < 0) faults.set('', { code: 'timeout', message: 'The scan took too long and was stopped.' });
  return { found, faults: [...faults.values()] };
}

const hitsPerLook = 512;
const chunk = 65_536;

function tryProbe(
  probe: Probe,
  text: string,
  at: number,
  source: Source | undefined,
  found: Candidate[],
  faults: Map<string, Fault>,
): void {
  probe.bare ??= isBare(probe.detector);
  if (probe.bare && !opensToken(text, at)) return;
  try {
    const match = probe.lead === 0 ? matchAt(probe, text, at) : matchAround(probe, text, at);
    if (!match) return;
    const candidate = confirm(probe.detector, toMatch(text, match.at, match.result, source));
    if (candidate) found.push(candidate);
  } catch {
    const id = probe.detector.id;
    faults.set(id, {
      code: 'detector',
      message: `The detector ${id} failed; what it looks for was not scanned.`,
      where: id,
    });
  }
}

function isBare(detector: Detector): boolean {
  return !detector.lead && detector.boundary !== 'none' && !detector.pattern.source.includes('(?<secret>');
}

interface RawMatch {
  readonly at: number;
  readonly result: RegExpExecArray;
}

function matchAt(probe: Probe, text: string, at: number): RawMatch | undefined {
  probe.expression ??= compile(probe.detector.pattern);
  probe.expression.lastIndex = at;
  const result = probe.expression.exec(text);
  return result && result[0].length <= reach ? { at, result } : undefined;
}

/** Tries each start within the lead, the farthest first, so that no search can go on beyond the keyword. */
function matchAround(probe: Probe, text: string, at: number): RawMatch | undefined {
  probe.expression ??= compile(probe.detector.pattern);
  const { expression } = probe;
  for (let start = Math.max(0, at - probe.lead); start <= at; start++) {
    expression.lastIndex = start;
    const result = expression.exec(text);
    if (result && start + result[0].length > at && result[0].length <= reach) return { at: start, result };
  }
  return undefined;
}

function compile(pattern: RegExp): RegExp {
  const secret = pattern.source.includes('(?<secret>') ? 'd' : '';
  return new RegExp(pattern.source, `${pattern.flags.replace(/[dgy]/g, '')}y${secret}`);
}

function toMatch(text: string, at: number, result: RegExpExecArray, source: Source | undefined): Match {
  const own = result.indices?.groups?.secret;
  const start = own ? at + own[0] - result.index : at;
  const end = own ? at + own[1] - result.index : at + result[0].length;
  return { text, at, start, end, value: text.slice(start, end), groups: result.groups ?? {}, source };
}

function confirm(detector: Detector, match: Match): Candidate | undefined {
  if (detector.boundary !== 'none' && !(opensToken(match.text, match.start) && closesToken(match.text, match.end)))
    return undefined;
  if (!detector.judged && detector.id.startsWith('secret/') && isDummy(match.value)) return undefined;
  const verdict = detector.accept ? detector.accept(match) : {};
  if (!verdict) return undefined;
  const start = verdict.start ?? match.start;
  const end = verdict.end ?? match.end;
  if (start >= end) return undefined;
  return {
    detector,
    start,
    end,
    tier: verdict.tier ?? detector.tier,
    reason: verdict.reason ?? `the format of a ${detector.title}`,
  };
}
