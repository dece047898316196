import type { Fault, Severity } from './model';
import type { FileReport, ReportedFinding } from './report';

/** What `lockside ci` asks, in this order. */
export const gates = ['secrets', 'personal', 'prompts', 'packages', 'agents', 'policy', 'sign-off'] as const;
export type Gate = (typeof gates)[number];

/** What one gate came to. */
export interface GateResult {
  readonly gate: Gate;
  readonly reports: readonly FileReport[];
  /** What stands in no file and keeps the gate shut: a sign-off that is missing, a case of the policy that fails. */
  readonly refusals: readonly string[];
  /** Why it could not be judged. Such a gate stays shut. */
  readonly unable: readonly Fault[];
  /** What a person should know, and what keeps nothing back. */
  readonly notes: readonly string[];
  readonly skipped?: Skip;
  /** Set where nobody asked for it. */
  readonly leftOut?: boolean;
}

/** Who takes it upon themselves that a gate is not asked, and why. */
export interface Skip {
  readonly gate: Gate;
  readonly reason: string;
  readonly owner: string;
}

export type GateState = 'passed' | 'blocked' | 'unable' | 'skipped' | 'left out';

/** All that a run came to. */
export interface CiRun {
  readonly gates: readonly GateResult[];
  readonly failOn: Severity;
  /** What the change is compared with, in full, and how the person named it; undefined where everything is looked at. */
  readonly base?: { readonly name: string; readonly commit: string };
  /** What of its own policy the change changes. */
  readonly policyChanges: readonly string[];
  /** Who may waive a rule or sign off, by name, as the policy says that held before the change. */
  readonly approvers: readonly string[];
}

/** A gate that could not be judged is told as such, whatever else it found. */
export function stateOf(result: GateResult, failOn: Severity): GateState {
  if (result.skipped) return 'skipped';
  if (result.leftOut) return 'left out';
  if (result.unable.length > 0) return 'unable';
  return result.refusals.length > 0 || blocking(result, failOn).length > 0 ? 'blocked' : 'passed';
}

/** 2 where a gate could not be judged, 1 where one is shut, 0 where all are open. */
export function exitCodeOf({ gates, failOn }: CiRun): 0 | 1 | 2 {
  const states = new Set(gates.map(result => stateOf(result, failOn)));
  if (states.has('unable')) return 2;
  return states.has('blocked') ? 1 : 0;
}

/** The findings that keep a gate shut, the worst first. */
export function blocking({ reports }: Pick<GateResult, 'reports'>, failOn: Severity): ReportedFinding[] {
  const counts = severities.slice(severities.indexOf(failOn));
  return reports
    .flatMap(({ findings }) => findings.filter(({ suppressed, severity }) => !suppressed && counts.includes(severity)))
    .sort((one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity));
}

/**
 * What several policies say of the same files, as the strictest of them says it: what one of them tells is told, and accepted
 * is only what all accept.
 */
export function strictestReports(sides: readonly (readonly FileReport[])[]): FileReport[] {
  const [first = [], ...others] = sides;
  if (others.length === 0) return [...first];
  const merged = new Map<string, FileReport>();
  for (const report of sides.flat()) {
    const before = merged.get(report.file);
    merged.set(report.file, before ? strictestReport(before, report) : report);
  }
  return [...merged.values()];
}

const severities: readonly Severity[] = ['information', 'warning', 'error'];

function strictestReport(one: FileReport, other: FileReport): FileReport {
  const findings = new Map<string, ReportedFinding>();
  for (const finding of [...one.findings, ...other.findings]) {
    const key = [finding.detector, finding.start, finding.end, finding.origin?.commit].join(' ');
    const before = findings.get(key);
    findings.set(key, before ? strictestFinding(before, finding) : finding);
  }
  const faults = new Map([...one.faults, ...other.faults].map(fault => [JSON.stringify(fault), fault]));
  return {
    ...one,
    findings: [...findings.values()].sort((a, b) => a.start - b.start),
    faults: [...faults.values()],
  };
}

function strictestFinding(one: ReportedFinding, other: ReportedFinding): ReportedFinding {
  if (!one.suppressed !== !other.suppressed) return one.suppressed ? other : one;
  return severities.indexOf(other.severity) > severities.indexOf(one.severity) ? other : one;
}
