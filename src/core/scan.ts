import { type Sweep, secretOf, withConcealed } from './concealed/sweepConcealed';
import type { Detector } from './detectors/detector';
import { peek, reach } from './detectors/detector';
import { loadDetectors } from './detectors/load';
import { wordsOfSigns } from './injection/injection';
import { type Joined, joinRecords, withoutRecords } from './joinRecords';
import type { Describe } from './known';
import {
  type Clock,
  type Fault,
  type Field,
  type Finding,
  type Fingerprinter,
  type Kind,
  kinds,
  type ScanResult,
  type Source,
  type Span,
} from './model';
import { clusterFrom, overlapsAny } from './overlaps';
import type { Candidate } from './probe';
import { recordFindings } from './recordFindings';
import { loadColumnKinds, loadRecords } from './records/load';
import { createEngine, type Engine, type Swept, sweep } from './sweep';
import { joinTeam } from './team/joinTeam';
import { createTeamEngine, type TeamEngine } from './team/sweepTeam';
import { isTeamId, type TeamRule } from './team/teamRule';
import { createWholeTextLook, isOfWholeText, mayHoldRecords, type WholeTextFinding } from './wholeText';

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
  /**
   * What `scan` would say after one edit, given what it said before: scans only what the edit can have changed. In a text of
   * more than `lookedAtWhole` units, what only the whole text tells (records, hidden text, instructions) is carried along from
   * before, less what the edit touched, and the result says so: `scan` it when there is time.
   */
  rescan(text: string, before: ScanResult, edit: Edit, source?: Source): ScanResult;
  readonly describe: Describe;
  readonly fingerprint: Fingerprinter;
}

export interface ScannerOptions {
  readonly fingerprint: Fingerprinter;
  readonly detectors?: readonly Detector[];
  /** The team's own rules; asked at each scan, so that changed ones hold at once. */
  readonly team?: () => readonly TeamRule[];
  /** Without a clock there is no time limit. */
  readonly now?: Clock;
  readonly limits?: Partial<Limits>;
}

/** Builds the one scanner that every channel uses. */
export function createScanner(options: ScannerOptions): Scanner {
  const limits = { ...defaultLimits, ...options.limits };
  const detectors = () => options.detectors ?? loadDetectors();
  // Made at the first scan, because activation must not wait for it. Programs are many, and hold nothing to watch for.
  let ofPrograms: Engine | undefined;
  let ofTexts: Engine | undefined;
  const engineFor = (watching: boolean): Engine => {
    if (watching) ofTexts ??= createEngine(detectors(), [wordsOfSigns(), loadRecords().recordWords()]);
    else ofPrograms ??= createEngine(detectors());
    return (watching ? ofTexts : ofPrograms) as Engine;
  };
  let ofTeam: TeamEngine | undefined;
  const teamEngine = () => {
    const rules = options.team?.() ?? noRules;
    if (ofTeam?.rules !== rules) ofTeam = createTeamEngine(rules);
    return ofTeam;
  };
  const sweepWith =
    (watching: boolean): Sweep =>
    (text, from, to, source, late) => {
      const house = sweep(engineFor(watching), text, from, to, source, late);
      if (teamEngine().rules.length === 0) return house;
      const team = teamEngine().sweep(text, from, to, source, options.now, late);
      return { ...house, found: [...house.found, ...team.found], faults: [...house.faults, ...team.faults] };
    };
  const sweepProgram = withConcealed(sweepWith(false));
  const sweepText = withConcealed(sweepWith(true));
  const sweepAll = (text: string, from: number, to: number, source: Source | undefined): Swept =>
    (mayHoldRecords(source) ? sweepText : sweepProgram)(text, from, to, source, stopwatch(options.now, limits));
  const finish = (text: string, found: readonly Candidate[]) =>
    joinTeam(found).map(candidate => toFinding(text, candidate, options.fingerprint));
  const lookAtWhole = createWholeTextLook();
  /** Adds what only the whole text tells to what its detectors found. */
  const complete = (
    text: string,
    found: readonly Finding[],
    faults: readonly Fault[],
    source?: Source,
    swept?: Swept,
  ): ScanResult => {
    const { units, runs, met: [ofSigns, ofRecords] = [] } = swept ?? {};
    const seen = units && runs && ofSigns && { met: ofSigns, runs, ascii: units.ascii };
    const whole = lookAtWhole(text, source, units, seen).map(one => toFinding(text, one, options.fingerprint));
    const records = recordFindings(text, source, options.fingerprint, units && ofRecords, found);
    if (whole.length === 0 && records.length === 0) return { findings: found, faults };
    return { ...joinRecords(text, addBeside(found, whole), records), faults };
  };

  const scan = (text: string, source?: Source): ScanResult => {
    if (text.length > limits.length) return { findings: [], faults: [tooLarge(text, limits)] };
    const swept = sweepAll(text, 0, text.length, source);
    return complete(text, finish(text, swept.found), swept.faults, source, swept);
  };

  const rescan = (text: string, before: ScanResult, edit: Edit, source?: Source): ScanResult => {
    if (before.faults.length > 0 || text.length > limits.length) return scan(text, source);
    const from = Math.max(0, edit.start - 2 * influence);
    const to = Math.min(text.length, edit.newEnd + 2 * influence);
    const swept = sweepAll(text, from, to, source);
    if (swept.faults.length > 0) return scan(text, source);
    const cut = cutAround(swept.found, edit, { start: from, end: to }, text.length);
    if (!cut) return scan(text, source);
    const inside = finish(
      text,
      swept.found.filter(it => it.start >= cut.start && it.end <= cut.end),
    );
    const around = { edit, cut, shift: edit.newEnd - edit.oldEnd };
    if (text.length > lookedAtWhole) return { ...carryAround(text, before, inside, around), faults: [], carried: true };
    const known = withoutRecords(before).filter(it => !isOfWholeText(it.detector));
    const { left, right } = besides(known, around);
    return complete(text, [...left, ...inside, ...right], [], source);
  };
  // A vault may hold a hundred thousand values of a few kinds.
  const titles = new Map<string, ReturnType<typeof titleOf>>();
  const knownTitle = (id: string) => {
    const known = titles.get(id) ?? titleOf(id, [...detectors(), ...loadColumnKinds()]);
    titles.set(id, known);
    return known;
  };
  const describe: Describe = (id, value) => ({
    ...(isTeamId(id)
      ? titleOf(
          id,
          teamEngine().rules.map(rule => rule.detector),
        )
      : knownTitle(id)),
    tier: 'certain',
    reason: 'this value was held back before',
    fingerprint: options.fingerprint(id, value),
  });
  return { scan, rescan, describe, fingerprint: options.fingerprint };
}

const noRules: readonly TeamRule[] = [];

/** So long a text is looked at whole after each edit: it takes some milliseconds. */
export const lookedAtWhole = 200_000;

const defaultLimits: Limits = { length: 16 * 1024 * 1024, milliseconds: 10_000 };

/** No finding depends on text farther away than this: a match reaches so far, and `accept` peeks a little more. */
const influence = reach + 2 * peek;

function stopwatch(now: Clock | undefined, limits: Limits): () => boolean {
  if (!now) return () => false;
  const end = now() + limits.milliseconds;
  return () => now() > end;
}

function titleOf(
  id: string,
  detectors: readonly Pick<Detector, 'id' | 'title' | 'severity'>[],
): Pick<Finding, 'detector' | 'kind' | 'title' | 'severity'> {
  const { title = id, severity = 'warning' as const } = detectors.find(detector => detector.id === id) ?? {};
  return { detector: id, kind: kindOf(id), title, severity };
}

function kindOf(id: string): Kind {
  return kinds.find(kind => id.startsWith(`${kind}/`)) ?? 'secret';
}

/** An edit, the part of the new text whose findings it can have changed, and how far it moved what stands behind. */
interface Around {
  readonly edit: Edit;
  readonly cut: Span;
  readonly shift: number;
}

/** What stands beside the part that changed, on its left and, where it stands now, on its right. */
function besides(findings: readonly Finding[], { cut, shift }: Around): { left: Finding[]; right: Finding[] } {
  const left = findings.slice(
    0,
    firstOf(findings, it => it.end > cut.start),
  );
  const right = findings.slice(firstOf(findings, it => it.start + shift >= cut.end));
  return { left, right: shift === 0 ? right : right.map(it => shifted(it, shift)) };
}

/** The place of the first that is so, in an order in which all behind it are so too. */
function firstOf(findings: readonly Finding[], isSo: (finding: Finding) => boolean): number {
  let from = 0;
  let to = findings.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(findings[middle] as Finding)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Joins what detectors found around an edit with what was known of the whole text before, less what the edit touched. */
function carryAround(text: string, before: ScanResult, inside: readonly Finding[], around: Around): Joined {
  const { edit, shift } = around;
  const { left, right } = besides(before.findings, around);
  const untouched = before.findings
    .slice(left.length, before.findings.length - right.length)
    .filter(it => it.end < edit.start || it.start > edit.oldEnd)
    .map(it => (it.start > edit.oldEnd ? shifted(it, shift) : it));
  const whole = untouched.filter(it => !it.field && isOfWholeText(it.detector));
  const values = untouched.filter(it => it.field);
  const joined = joinRecords(text, addBeside(inside, whole), values);
  const covered = besides(before.covered ?? [], around);
  return {
    findings: withHeaders(left.concat(joined.findings, right), edit, shift),
    covered: covered.left.concat(joined.covered ?? [], covered.right),
  };
}

/** Columns whose names stand behind the edit have moved; a field stays one object. */
function withHeaders(findings: Finding[], { oldEnd }: Edit, shift: number): readonly Finding[] {
  if (shift === 0) return findings;
  const moved = new Map<Field, Field>();
  const moves = (field: Field | undefined) => field?.header !== undefined && field.header.start >= oldEnd;
  if (!findings.some(({ field }) => moves(field))) return findings;
  return findings.map(one => {
    const { field } = one;
    if (!field?.header || !moves(field)) return one;
    const { start, end } = field.header;
    const now = moved.get(field) ?? { ...field, header: { start: start + shift, end: end + shift } };
    moved.set(field, now);
    return { ...one, field: now };
  });
}

/** Findings and, where these leave room, others; in the order of the text, none overlapping. */
function addBeside(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  if (others.length === 0) return findings;
  const added: Finding[] = [];
  const counting = findings.filter(it => !it.harmless);
  for (const other of others) {
    const one = overlapsAny(other, counting) ? freePart(other, counting) : other;
    if (one && !overlapsAny(one, added.slice(-1))) added.push(one);
  }
  const kept = findings.filter(it => !(it.harmless && overlapsAny(it, added)));
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

/** The longest part of a passage that no finding takes: whom an order names to send something to must not hide the order. */
function freePart(one: Finding, findings: readonly Finding[]): Finding | undefined {
  const taken = findings.filter(other => one.start < other.end && other.start < one.end);
  const bounds = [one.start, ...taken.flatMap(({ start, end }) => [start, end]), one.end];
  let best: Span = { start: 0, end: 0 };
  for (let at = 0; at < bounds.length; at += 2) {
    const [start = 0, end = 0] = bounds.slice(at, at + 2);
    if (end - start > best.end - best.start) best = { start, end };
  }
  return best.end > best.start ? { ...one, ...best } : undefined;
}

function toFinding(text: string, candidate: Candidate | WholeTextFinding, fingerprint: Fingerprinter): Finding {
  const { detector, start, end, tier, reason } = candidate;
  const kind = kindOf(detector.id);
  const { id, title } = detector;
  const { severity = detector.severity, harmless } = candidate as Partial<Candidate>;
  const value = secretOf(text, candidate);
  return {
    start,
    end,
    detector: id,
    kind,
    title,
    severity,
    tier,
    reason,
    fingerprint: fingerprint(id, value),
    ...(value === text.slice(start, end) ? {} : { concealed: true }),
    ...(harmless ? { harmless } : {}),
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

/**
 * A copy further on. It is written out: V8 may give each copy that is spread and then changed a hidden class of its own, which takes ten
 * times as long and two kilobytes, and a table has a hundred thousand.
 */
function shifted(finding: Finding, shift: number): Finding {
  if (shift === 0) return finding;
  const { detector, kind, title, severity, tier, reason, fingerprint, wrapped, concealed, harmless, field } = finding;
  const [start, end] = [finding.start + shift, finding.end + shift];
  const moved: { -readonly [Key in keyof Finding]: Finding[Key] } = {
    start,
    end,
    detector,
    kind,
    title,
    severity,
    tier,
    reason,
    fingerprint,
  };
  if (wrapped !== undefined) moved.wrapped = wrapped;
  if (concealed !== undefined) moved.concealed = concealed;
  if (harmless !== undefined) moved.harmless = harmless;
  if (field !== undefined) moved.field = field;
  return moved;
}

function tooLarge(text: string, limits: Limits): Fault {
  return {
    code: 'too-large',
    message: `The text has ${text.length} characters; at most ${limits.length} are scanned.`,
  };
}
