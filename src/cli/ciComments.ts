import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentPlaces } from '../agents/inventory/inventory';
import type { FileReport, ReportedFinding } from '../core/report';
import { git } from '../io/git';
import type { Workspace } from '../io/openWorkspace';
import { scanJob } from '../io/scanJob';
import type { Asked, CiPlace } from './ciGates';

/**
 * Comments that come with a change accept no key whose format leaves no doubt, and nothing in files that AI assistants obey: whoever
 * writes the change, also an assistant, writes them. Those that stood in the file before count as ever.
 */
export async function freshComments(
  { since, repository }: CiPlace,
  workspace: Workspace,
  asked: readonly Asked[],
): Promise<(one: Asked) => Asked> {
  if (since === undefined || repository === undefined) return one => one;
  const stood = new Map<string, Accepted>();
  for (const { reports } of asked)
    for (const { path, findings } of reports)
      if (!stood.has(path) && findings.some(finding => isDoubtful(finding, path)))
        stood.set(path, await acceptedBefore(repository, since, path, workspace));
  const judge = (report: FileReport): FileReport => ({
    ...report,
    findings: report.findings.map(finding =>
      isDoubtful(finding, report.path) && !stood.get(report.path)?.(keyOf(finding)) ? refused(finding) : finding,
    ),
  });
  return one => ({ ...one, reports: one.reports.map(judge) });
}

function isDoubtful({ suppressed, tier, kind }: ReportedFinding, path: string): boolean {
  if (suppressed?.kind !== 'inSource') return false;
  return (kind === 'secret' && tier === 'certain') || agentPlaces.reads(path, 'workspace');
}

type Accepted = (key: string) => boolean;

/** What comments let go in the file as it was; of an unchanged file everything that they let go now. */
async function acceptedBefore(
  repository: string,
  since: string,
  path: string,
  workspace: Workspace,
): Promise<Accepted> {
  const before = await git(repository, ['cat-file', 'blob', `${since}:${path}`], workspace.maximumFileSize);
  if (before.error !== undefined) return () => false;
  if (isSame(join(repository, path), before.value)) return () => true;
  const outcome = scanJob({ file: path, path, from: before.value }, workspace);
  const findings = 'report' in outcome ? outcome.report.findings : [];
  const keys = new Set(findings.filter(({ suppressed }) => suppressed).map(keyOf));
  return key => keys.has(key);
}

function isSame(file: string, content: Buffer): boolean {
  try {
    return readFileSync(file).equals(content);
  } catch {
    return false; // Gone, or not to be read: other than it was.
  }
}

function refused({ suppressed: _, ...finding }: ReportedFinding): ReportedFinding {
  return { ...finding, reason: `${finding.reason}; the comment that accepts it comes with this very change` };
}

function keyOf({ detector, fingerprint }: ReportedFinding): string {
  return `${detector} ${fingerprint}`;
}
