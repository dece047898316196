import type { PackageFinding } from '../core/packages';
import type { PolicyLayer } from '../core/policy';
import { openWorkspace } from '../io/openWorkspace';
import { endOnBrokenPipe } from '../io/output';
import { openAdvisoryBase } from '../project/advisoryBase';
import { judgePackages } from '../supply/judgePackages';
import { purlOf } from '../supply/purl';
import { toCycloneDxVex, toOpenVex, type VexStatement } from '../supply/sbom/vex';
import { readFiles, type SbomOptions, writeDocument } from './sbomCommand';

export interface SbomVexOptions extends Pick<SbomOptions, 'output' | 'version'> {
  readonly format: 'openvex' | 'cyclonedx';
}

/** Writes what was decided about the advisories on a project's packages: each that was accepted says why and until when. */
export async function sbomVexCommand(paths: readonly string[], options: SbomVexOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const { files, failed } = await readFiles(paths, cwd, workspace);
  const { base } = await openAdvisoryBase(workspace, files);
  const fingerprint = workspace.guard.scanner.fingerprint;
  const judged = judgePackages(files, { rowsOf: base.rowsOf, fingerprint, once: true });
  const { policy, policies } = workspace.settings;
  const statements = judged.flatMap((findings, index) =>
    findings.flatMap(finding => {
      const source = { path: files[index]!.path };
      const { suppressed } = policy.decide(finding, source, { kind: 'report', name: 'cli' });
      return statementsOf(finding, suppressed, policies);
    }),
  );
  const make = options.format === 'openvex' ? toOpenVex : toCycloneDxVex;
  await writeDocument(stamp => make(unique(statements), stamp), options);
  return failed ? 2 : 0;
}

function statementsOf(
  finding: PackageFinding,
  reason: string | undefined,
  policies: readonly PolicyLayer[],
): VexStatement[] {
  const { entry, advisories, fingerprint } = finding;
  const expires = reason === undefined ? undefined : expiryOf(reason, fingerprint, policies);
  const about = { purl: purlOf(entry), ...(reason === undefined ? {} : { reason }), ...(expires ? { expires } : {}) };
  return advisories.map(advisory => ({ advisory, ...about }));
}

/** The day that the suppression or the entry of the baseline names which gave the reason. */
function expiryOf(reason: string, fingerprint: string, policies: readonly PolicyLayer[]): string | undefined {
  const all = policies.flatMap(({ suppressions = [], baseline = [] }) => [...suppressions, ...baseline]);
  const fits = all.filter(one => one.reason === reason);
  return (fits.find(one => one.fingerprint === fingerprint) ?? fits[0])?.expires;
}

/** One for an advisory and a package, in a steady order; what was accepted in one file is told before what wasn't in another. */
function unique(statements: readonly VexStatement[]): VexStatement[] {
  const byKey = new Map<string, VexStatement>();
  for (const one of statements) {
    const key = `${one.purl} ${one.advisory.id}`;
    if (byKey.get(key)?.reason === undefined) byKey.set(key, one);
  }
  return Array.from(byKey.entries())
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}
