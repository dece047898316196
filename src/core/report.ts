import { gatherFields, type Shown } from './fields';
import { applyForeignComments } from './foreignComments';
import { applyInline } from './inlineSuppressions';
import { createLineIndex, type Place } from './lineIndex';
import type { Decision, Fault, Field, Finding, Severity } from './model';
import { applyAcceptors } from './team/applyAcceptors';
import type { Foreign } from './team/foreign';

/** A finding as a report tells it: placed by line and column, and never with its text. */
export interface ReportedFinding extends Omit<Finding, 'severity'> {
  readonly severity: Severity;
  /** The file as its report names it: relative to the folder that the person stands in. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Set where it was let go: why, and whether a comment beside it or a setting did so. Such a finding doesn't count. */
  readonly suppressed?: { readonly reason: string; readonly kind: 'inSource' | 'external' };
  /** Set where it was found in a repository's history. */
  readonly origin?: Origin;
  /** Where the name of its column stands. */
  readonly header?: Place;
}

/** What a report tells of a file as one thing: a finding, or a column of a table with all its values. */
export type ReportedItem = Shown<ReportedFinding>;

/** The findings of a file that count, each column as one thing. */
export function itemsOf({ findings }: Pick<FileReport, 'findings'>): ReportedItem[] {
  const open = findings.filter(finding => !finding.suppressed);
  return gatherFields(open, ({ field }) => field);
}

/** Where in its history a repository got a value. */
export interface Origin {
  /** The first commit that had it, in full, and the author's day, `YYYY-MM-DD`; not of a tag. */
  readonly commit?: string;
  readonly date?: string;
  /** Whether HEAD still has the value, in any file; not told of messages. */
  readonly current?: boolean;
}

/** Everything a report says about one file. */
export interface FileReport {
  readonly file: string;
  /** The same file relative to the workspace's root, with forward slashes. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
  /** Each with its place in `where`. */
  readonly faults: readonly Fault[];
}

/** What a whole scan came to. */
export interface Summary {
  readonly files: number;
  /** A column of a table counts once. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many of them are columns, and how many values these have. */
  readonly columns: number;
  readonly values: number;
  readonly suppressed: number;
  readonly faults: number;
  /** What was passed over on purpose: binary files, links that lead elsewhere, pipes and devices. */
  readonly skipped: Readonly<Record<Skipped, number>>;
}

export type Skipped = 'binary' | 'link' | 'special';

/** One format of reports. Each call gives the text that may be written at once. */
export interface Reporter {
  /** Whether faults are part of the report; otherwise whoever runs the scan tells them apart from it. */
  readonly tellsFaults: boolean;
  file(report: FileReport): string;
  /** What concerns no single file that was read. */
  fault(fault: Fault): string;
  end(summary: Summary): string;
}

/** What it takes to tell about one text. */
export interface ReportInput {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly decisions: readonly Decision[];
  readonly faults: readonly Fault[];
  readonly today: string;
  /** False where the workspace isn't trusted: comments in its files then suppress nothing. */
  readonly inline: boolean;
  /** What other scanners' files say, so that it counts, and so do their comments. */
  readonly foreign?: Foreign;
  severityOf(decision: Decision): Severity | 'hint';
}

/** Places the decisions on one text in lines, without those that the policy lets go and with those that are suppressed. */
export function reportFile(input: ReportInput): FileReport {
  const { file, path, text, today } = input;
  const before = input.foreign ? applyAcceptors(text, path, input.decisions, input.foreign.acceptors) : input.decisions;
  const commented = input.inline && input.foreign ? applyForeignComments(text, before) : before;
  const inline = input.inline ? applyInline(text, commented, today) : { decisions: commented, faults: [] };
  const place = createLineIndex(text);
  const headers = new Map<Field, Place>();
  const headerOf = ({ field }: Finding) => {
    if (!field?.header) return undefined;
    const known = headers.get(field) ?? place(field.header.start);
    headers.set(field, known);
    return known;
  };
  const told = inline.decisions.filter(({ action, suppressed }) => action !== 'allow' || suppressed !== undefined);
  return {
    file,
    path,
    findings: told.map(decision => {
      const { finding } = decision;
      const severity = input.severityOf(decision);
      const end = place(finding.end);
      const header = headerOf(finding);
      return {
        ...finding,
        severity: severity === 'hint' ? 'information' : severity,
        file,
        ...place(finding.start),
        endLine: end.line,
        endColumn: end.column,
        ...(header ? { header } : {}),
        ...(decision.suppressed === undefined ? {} : { suppressed: suppression(decision, before) }),
      };
    }),
    faults: [
      ...input.faults.map(fault => ({ ...fault, where: file })),
      ...inline.faults.map(fault => ({ ...fault, where: `${file}:${fault.where}` })),
    ],
  };
}

function suppression(decision: Decision, before: readonly Decision[]): ReportedFinding['suppressed'] {
  return { reason: decision.suppressed ?? '', kind: before.includes(decision) ? 'external' : 'inSource' };
}
