import type { AuditEvent } from '../trail/auditEvent';
import type { Verification } from '../trail/verifyTrail';
import { type Check, checks } from './checks';
import { type FrameworkId, frameworks } from './frameworks';

/** A finding as far as controls are concerned. */
export interface ComplianceFinding {
  readonly detector: string;
  readonly file: string;
  readonly line: number;
}

/** What else was observed; what is undefined was not looked at, and nothing is claimed about it. */
export interface ComplianceFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** How many files were read for each part, and whether all of them could be. */
  readonly looked: Partial<
    Readonly<Record<'scan' | 'packages' | 'agents', { readonly files: number; readonly whole: boolean }>>
  >;
  /** How many packages and parts of AI clients are listed. */
  readonly inventory?: { readonly packages: number; readonly agents: number };
  /** The vendors on record, each with the share of controls that are missing, 0 to 100. */
  readonly vendors: readonly { readonly name: string; readonly gap: number }[];
  readonly trail?: Pick<Verification, 'segments' | 'events' | 'defects'>;
  /** The day of the trail's oldest event. */
  readonly oldest?: string;
  /** Whether the people have approved HEAD whom the policy wants; undefined where it wants none. */
  readonly release?: { readonly commit: string; readonly approved: boolean };
}

/** One thing that was seen. `names` are detectors, vendors or `file:line detector`, at most `mostNames` of `count`. */
export interface Evidence {
  readonly code:
    | 'held-back'
    | 'let-through'
    | 'finding'
    | 'nothing-found'
    | 'vendor-held'
    | 'vendor-complete'
    | 'vendor-gap'
    | 'trail-intact'
    | 'trail-changed'
    | 'inventory'
    | 'released'
    | 'not-released'
    | 'kept';
  readonly breaks: boolean;
  readonly count: number;
  readonly names: readonly string[];
}

export type ControlState = 'broken' | 'supported' | 'not-observed';

export interface ControlResult {
  /** As its framework writes it: `Art. 32`, `LLM02`. */
  readonly control: string;
  readonly state: ControlState;
  /** The checks that say something about it, each with what they saw. */
  readonly checks: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
}

export interface FrameworkResult {
  readonly id: FrameworkId;
  readonly title: string;
  readonly version: string;
  readonly controls: readonly ControlResult[];
}

/** Names that are told of one piece of evidence. */
const mostNames = 5;

/**
 * Per framework and control: broken by what, supported by what, or not observed. It tells what this machine and project show; whether
 * a law is kept is for people to say.
 */
export function complianceOf(
  findings: readonly ComplianceFinding[],
  events: readonly AuditEvent[],
  facts: ComplianceFacts,
): FrameworkResult[] {
  const seen = new Map(checks.map(check => [check.id, evidenceOf(check, findings, events, facts)]));
  return frameworks.map(({ id, title, version, prefix }) => {
    const controls = new Map<string, Check[]>();
    for (const check of checks)
      for (const control of check.controls[id] ?? []) controls.set(control, [...(controls.get(control) ?? []), check]);
    return {
      ...{ id, title, version },
      controls: Array.from(controls, ([control, said]): ControlResult => {
        const results = said.map(check => ({ id: check.id, evidence: seen.get(check.id) ?? [] }));
        return { control: named(prefix, control), state: stateOf(results.flatMap(it => it.evidence)), checks: results };
      }),
    };
  });
}

/** Annexes are no articles. */
function named(prefix: string, control: string): string {
  return control.startsWith('Annex') ? control : `${prefix}${control}`;
}

function stateOf(evidence: readonly Evidence[]): ControlState {
  if (evidence.some(one => one.breaks)) return 'broken';
  return evidence.length > 0 ? 'supported' : 'not-observed';
}

function evidenceOf(
  check: Check,
  findings: readonly ComplianceFinding[],
  events: readonly AuditEvent[],
  facts: ComplianceFacts,
): Evidence[] {
  switch (check.id) {
    case 'destinations':
      return vendorEvidence(events, facts);
    case 'inventory':
      return inventoryEvidence(facts);
    case 'audit-log':
      return trailEvidence(facts);
    case 'kept-half-year':
      return keptEvidence(facts, 183);
    case 'kept-year':
      return keptEvidence(facts, 365);
    case 'sign-off':
      return releaseEvidence(facts);
    default:
      return check.detectors ? detectorEvidence(check, check.detectors, findings, events, facts) : [];
  }
}

function detectorEvidence(
  { paths, destinations, looked }: Check,
  detectors: RegExp,
  findings: readonly ComplianceFinding[],
  events: readonly AuditEvent[],
  facts: ComplianceFacts,
): Evidence[] {
  const found = destinations
    ? []
    : findings.filter(({ detector, file }) => detectors.test(detector) && (paths?.test(file) ?? true));
  const left = paths
    ? []
    : events.filter(
        event => detectors.test(event.detector) && isWayOut(event) && (destinations?.test(event.destination) ?? true),
      );
  const held = left.filter(({ action }) => action === 'redact' || action === 'block');
  const through = left.filter(({ action }) => action === 'allow' || action === 'log' || action === 'warn');
  const part = looked && facts.looked[looked];
  const clean = found.length === 0 && part?.whole === true && part.files > 0;
  return [
    ...some('finding', true, found.length, found.map(placeOf)),
    ...some('let-through', true, countOf(through), through.map(wayOf)),
    ...some(
      'held-back',
      false,
      countOf(held),
      held.map(({ detector }) => detector),
    ),
    ...(clean ? some('nothing-found', false, part.files, []) : []),
  ];
}

/** What only lies in a file, a report or an editor has not gone anywhere. */
export function isWayOut({ destination }: Pick<AuditEvent, 'destination'>): boolean {
  return /^(?:model|network|tool|command):/.test(destination);
}

function vendorEvidence(events: readonly AuditEvent[], { vendors }: ComplianceFacts): Evidence[] {
  const complete = vendors.filter(({ gap }) => gap === 0).map(({ name }) => name);
  const gaps = vendors.filter(({ gap }) => gap > 0).map(({ name, gap }) => `${name} (${gap} %)`);
  const held = events.filter(
    ({ action, reason }) => action === 'block' && vendors.some(({ name }) => reason.startsWith(`${name}: `)),
  );
  return [
    ...some('vendor-gap', true, gaps.length, gaps),
    ...some('vendor-complete', false, complete.length, complete),
    ...some(
      'vendor-held',
      false,
      countOf(held),
      held.map(({ destination }) => destination),
    ),
  ];
}

function inventoryEvidence({ inventory }: ComplianceFacts): Evidence[] {
  return some('inventory', false, (inventory?.packages ?? 0) + (inventory?.agents ?? 0), []);
}

function trailEvidence({ trail }: ComplianceFacts): Evidence[] {
  if (!trail || trail.segments === 0) return [];
  return trail.defects.length > 0
    ? some('trail-changed', true, trail.defects.length, [])
    : some('trail-intact', false, trail.events, []);
}

function keptEvidence({ today, oldest = today }: ComplianceFacts, days: number): Evidence[] {
  const kept = Math.floor((Date.parse(today) - Date.parse(oldest)) / 86_400_000);
  return kept >= days ? some('kept', false, kept, []) : [];
}

function releaseEvidence({ release }: ComplianceFacts): Evidence[] {
  if (!release) return [];
  return some(release.approved ? 'released' : 'not-released', !release.approved, 1, [release.commit.slice(0, 12)]);
}

function some(code: Evidence['code'], breaks: boolean, count: number, names: readonly string[]): Evidence[] {
  return count > 0 ? [{ code, breaks, count, names: [...new Set(names)].slice(0, mostNames) }] : [];
}

/** A place as evidence and links name it. */
export function placeOf({ file, line, detector }: ComplianceFinding): string {
  return `${file}:${line} ${detector}`;
}

function wayOf({ detector, destination }: AuditEvent): string {
  return `${detector} → ${destination}`;
}

/** Values, not lines of the trail: a column is one line. */
export function countOf(events: readonly AuditEvent[]): number {
  return events.reduce((sum, { count = 1 }) => sum + count, 0);
}
