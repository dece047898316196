import { type Automaton, createAutomaton } from './automaton';
import { type Detector, type Match, peek, reach } from './detectors/detector';
import { detectors as allDetectors } from './detectors/index';
import { closesToken, opensToken } from './detectors/tokenBoundary';
import { isDummy } from './judgeDummy';
import type { Clock, Fault, Finding, Fingerprinter, Kind, ScanResult, Source, Span, Tier } from './model';

/** One change of a text: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one, in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** What a scan may cost before it gives up and says so. */
export interface Limits {
  /** UTF-16 units. */
  readonly length: number;
  readonly milliseconds: number;
}

export interface Scanner {
  /** Findings of a whole text; never throws: what could not be scanned is a fault. */
  scan(text: string, source?: Source): ScanResult;
  /** What `scan` would say after one edit, given what it said before: scans only what the edit can have changed. */
  rescan(text: string, before: ScanResult, edit: Edit, source?: Source): ScanResult;
}

export interface ScannerOptions {
  readonly fingerprint: Fingerprinter;
  readonly detectors?: readonly Detector[];
  /** Without a clock there is no time limit. */
  readonly now?: Clock;
  readonly limits?: Partial<Limits>;
}

/** Builds the one scanner that every channel uses. */
export function createScanner(options: ScannerOptions): Scanner {
  const limits = { ...defaultLimits, ...options.limits };
  // Made at the first scan, because activation must not wait for it.
  let made: Engine | undefined;
  const engine = () => {
    made ??= createEngine(options.detectors ?? allDetectors);
    return made;
  };
  const finish = (text: string, found: readonly Candidate[]) =>
    resolve(found).map(candidate => toFinding(text, candidate, options.fingerprint));

  const scan = (text: string, source?: Source): ScanResult => {
    if (text.length > limits.length) return { findings: [], faults: [tooLarge(text, limits)] };
    const swept = sweep(engine(), text, 0, text.length, source, stopwatch(options.now, limits));
    return { findings: finish(text, swept.found), faults: swept.faults };
  };

  const rescan = (text: string, before: ScanResult, edit: Edit, source?: Source): ScanResult => {
    if (before.faults.length > 0 || text.length > limits.length) return scan(text, source);
    const from = Math.max(0, edit.start - 2 * influence);
    const to = Math.min(text.length, edit.newEnd + 2 * influence);
    const swept = sweep(engine(), text, from, to, source, stopwatch(options.now, limits));
    if (swept.faults.length > 0) return scan(text, source);
    const cut = cutAround(swept.found, edit, { start: from, end: to }, text.length);
    if (!cut) return scan(text, source);
    const shift = edit.newEnd - edit.oldEnd;
    const inside = swept.found.filter(it => it.start >= cut.start && it.end <= cut.end);
    return {
      findings: [
        ...before.findings.filter(it => it.end <= cut.start),
        ...finish(text, inside),
        ...before.findings.filter(it => it.start + shift >= cut.end).map(it => shifted(it, shift)),
      ],
      faults: [],
    };
  };
  return { scan, rescan };
}

const defaultLimits: Limits = { length: 16 * 1024 * 1024, milliseconds: 10_000 };

/** No finding depends on text farther away than this: a match reaches so far, and `accept` peeks a little more. */
const influence = reach + 2 * peek;

/** A detector made ready: its expression is compiled when its keyword is first met. */
interface Probe {
  readonly detector: Detector;
  readonly lead: number;
  /** The match begins with the token itself, so its left side can be checked before the pattern is tried. */
  bare?: boolean;
  expression?: RegExp;
}

interface Engine {
  readonly automaton: Automaton;
  readonly words: readonly string[];
  /** The probes of each word. */
  readonly probes: readonly (readonly Probe[])[];
}

interface Candidate extends Span {
  readonly detector: Detector;
  readonly tier: Tier;
  readonly reason: string;
}

function createEngine(detectors: readonly Detector[]): Engine {
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

interface Swept {
  readonly found: readonly Candidate[];
  readonly faults: readonly Fault[];
}

/** Tries each probe whose keyword stands in `text[from, to)`. Each outcome depends on the text near it alone. */
function sweep(
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

function stopwatch(now: Clock | undefined, limits: Limits): () => boolean {
  if (!now) return () => false;
  const end = now() + limits.milliseconds;
  return () => now() > end;
}

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

/** Of overlapping candidates the surer one stays, then the longer, then the earlier. Returned in the order of the text. */
function resolve(found: readonly Candidate[]): Candidate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (let i = 0; i < sorted.length; ) {
    const cluster = clusterFrom(sorted, i);
    kept.push(...(cluster.length === 1 ? cluster : strongest(cluster)));
    i += cluster.length;
  }
  return kept;
}

function clusterFrom(sorted: readonly Candidate[], first: number): Candidate[] {
  const cluster = [sorted[first] as Candidate];
  let end = (sorted[first] as Candidate).end;
  for (let i = first + 1; i < sorted.length && (sorted[i] as Candidate).start < end; i++) {
    cluster.push(sorted[i] as Candidate);
    end = Math.max(end, (sorted[i] as Candidate).end);
  }
  return cluster;
}

function strongest(cluster: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...cluster].sort(byStrength)) {
    if (kept.every(it => candidate.end <= it.start || candidate.start >= it.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const rank: Record<Tier, number> = { certain: 0, likely: 1, possible: 2 };

function byStrength(a: Candidate, b: Candidate): number {
  return (
    rank[a.tier] - rank[b.tier] ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start ||
    (a.detector.id < b.detector.id ? -1 : a.detector.id > b.detector.id ? 1 : 0)
  );
}

function toFinding(text: string, candidate: Candidate, fingerprint: Fingerprinter): Finding {
  const { detector, start, end, tier, reason } = candidate;
  const kind: Kind = detector.id.startsWith('pii/') ? 'pii' : 'secret';
  const { id, title, severity } = detector;
  return {
    start,
    end,
    detector: id,
    kind,
    title,
    severity,
    tier,
    reason,
    fingerprint: fingerprint(id, text.slice(start, end)),
  };
}

/**
 * The part of the new text whose findings an edit can have changed, bounded where no candidate stands across; undefined
 * when a chain of overlaps leaves the window that was swept.
 */
function cutAround(found: readonly Candidate[], edit: Edit, swept: Span, length: number): Span | undefined {
  let start = Math.max(0, edit.start - influence);
  let end = Math.min(length, edit.newEnd + influence);
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  for (let i = 0; i < sorted.length; ) {
    const cluster = clusterFrom(sorted, i);
    const first = (cluster[0] as Candidate).start;
    const last = Math.max(...cluster.map(it => it.end));
    if (first < start && last > start) start = first;
    if (first < end && last > end) end = last;
    i += cluster.length;
  }
  // Nearer to the window's edge than one match, candidates may be missing, so an overlap there could go unseen.
  const known = {
    start: swept.start === 0 ? 0 : swept.start + reach + peek,
    end: swept.end === length ? length : swept.end - reach - peek,
  };
  return start < known.start || end > known.end ? undefined : { start, end };
}

function shifted(finding: Finding, shift: number): Finding {
  return shift === 0 ? finding : { ...finding, start: finding.start + shift, end: finding.end + shift };
}

function tooLarge(text: string, limits: Limits): Fault {
  return {
    code: 'too-large',
    message: `The text has ${text.length} characters; at most ${limits.length} are scanned.`,
  };
}
