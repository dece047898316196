import type * as vscode from 'vscode';
import type { Decision, Span } from '../../core/model';
import type { CheckedFile, CheckedFinding } from '../../core/packageThread';
import { letGo } from '../findings/letGo';
import { rangeOf } from '../findings/scanDocuments';
import { textPlaces } from '../findings/textPlaces';
import type { FileFindings, Parts } from '../parts';

/** What the policy says of a file's packages: of each place the worst that is told, with all that is known of it beside. */
export interface PackageDecisions extends FileFindings {
  readonly checked: CheckedFile;
  /** The worst first, those that were let go last. */
  at(start: number): readonly Judged[];
}

export interface Judged {
  readonly decision: Decision;
  readonly found: CheckedFinding;
}

export function decidePackages(
  parts: Parts,
  uri: vscode.Uri,
  checked: CheckedFile,
  text: string,
  document?: vscode.TextDocument,
): PackageDecisions {
  const { path, findings, faults } = checked;
  if (findings.length + faults.length === 0)
    return { uri, checked, decisions: [], faults, ...textPlaces(''), at: () => [] };
  const policy = parts.guard.policy();
  const destination = { kind: 'editor', name: path } as const;
  const founds = new Map<string, CheckedFinding>();
  const decisions = findings.map(found => {
    const { detector } = found.finding;
    const fingerprint = parts.settings.fingerprint(detector, found.finding.fingerprint);
    const finding = { ...found.finding, fingerprint };
    founds.set(keyOf(finding), found);
    return policy.decide(finding, { path }, destination);
  });
  const byPlace = new Map<number, Judged[]>();
  const ordered = letGo(parts, text, path, decisions).decisions;
  for (const decision of [...ordered.filter(isOpen), ...ordered.filter(one => !isOpen(one))]) {
    const { start } = decision.finding;
    byPlace.set(start, [...(byPlace.get(start) ?? []), { decision, found: founds.get(keyOf(decision.finding))! }]);
  }
  // One for a package: the worst. What is let go is told where somebody asks.
  const told = [...byPlace.values()].flatMap(all => all.filter(({ decision }, at) => at === 0 || !isOpen(decision)));
  return {
    uri,
    checked,
    decisions: told.map(({ decision }) => decision),
    faults,
    // An open document has its lines at hand; those of a long text take a while to find.
    ...(document ? documentPlaces(document, findings) : textPlaces(text)),
    subject: ({ finding }) => founds.get(keyOf(finding))?.finding.fingerprint,
    at: start => byPlace.get(start) ?? [],
  };
}

/** The places of what was found, in the document as it is now. */
function documentPlaces(document: vscode.TextDocument, findings: readonly CheckedFinding[]) {
  const keyAt = ({ start, end }: Span) => `${start} ${end}`;
  const places = new Map(findings.map(({ finding }) => [keyAt(finding), rangeOf(document, finding)]));
  const place = (span: Span) => places.get(keyAt(span)) ?? rangeOf(document, span);
  return { place, range: ({ finding }: Decision) => place(finding) };
}

function isOpen({ action, finding, suppressed }: Decision): boolean {
  return suppressed === undefined && action !== 'allow' && action !== 'log' && finding.tier !== 'possible';
}

function keyOf({ detector, start, reason }: Decision['finding']): string {
  return `${detector} ${start} ${reason}`;
}
