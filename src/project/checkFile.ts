import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackageEntry, PackageFile, PackageFinding } from '../core/packages';
import type { CheckedFile, CheckedFinding, CheckFacts, KnownAdvisories } from '../core/packageThread';
import type { RegistryAnswer } from '../core/registry';
import type { AdvisoryBase } from '../supply/advisories/createAdvisoryBase';
import { osvEcosystems } from '../supply/advisories/ecosystemOf';
import type { FileToJudge } from '../supply/fileToJudge';
import { upgradeEdit } from '../supply/formats/editVersion';
import { judgePackages, worstFirst } from '../supply/judgePackages';
import { licenceFindings } from '../supply/licences';
import { loadTrust } from '../supply/trust/load';
import { meantName } from './meantName';

export interface JudgedFile extends FileToJudge {
  readonly text: string;
  /** Where it lies, if it does. */
  readonly absolute?: string;
}

export interface FileFacts {
  readonly base: AdvisoryBase;
  readonly facts: CheckFacts;
  readonly root: string | undefined;
  answerOf(entry: PackageEntry): RegistryAnswer | undefined;
}

/**
 * All that is said about one file's packages: advisories by the versions that the lockfiles around it have, names, licences, and what a
 * direct dependency brings along, at that one. One finding a detector and place, the worst first.
 */
export function checkFile(one: JudgedFile, around: readonly FileToJudge[], facts: FileFacts): CheckedFile {
  const { file, path, absolute } = one;
  const options = { rowsOf: facts.base.rowsOf, fingerprint: (_: string, value: string) => value };
  const [own = [], ...others] = judgePackages([one, ...around], options);
  const licences = (it: PackageFile) => licenceFindings(it, facts.facts.licences, options.fingerprint);
  const findings: CheckedFinding[] = [
    ...[...own, ...trustIn(one, facts), ...licences(file)].map(finding => ({ finding })),
    ...(file.kind === 'manifest'
      ? around.flatMap((lock, at) => brought(one, lock, [...(others[at] ?? []), ...licences(lock.file)], facts))
      : []),
  ].map(found => withLicence(withRemedies(found, one), around));
  return {
    path,
    ...(absolute === undefined ? {} : { file: absolute }),
    ...{ format: file.format, kind: file.kind, packages: file.packages.length },
    findings: findings.sort((a, b) => worstFirst(a.finding, b.finding)).slice(0, mostTold),
    faults: file.faults,
    advisories: advisoriesOf(facts.base, file),
  };
}

/** A hostile lockfile has a finding for each of its packages, and nobody reads so many. */
const mostTold = 5_000;

/** The names in a lockfile were resolved by a tool: what is said of them is said of the manifest's. */
function trustIn({ file, text }: JudgedFile, { facts, answerOf }: FileFacts): PackageFinding[] {
  const fingerprint = (_: string, value: string) => value;
  const scripts = file.format === 'package.json' ? loadTrust().judgeScripts(text, fingerprint) : [];
  if (file.kind === 'lockfile') return scripts;
  return [
    ...scripts,
    ...loadTrust().judgeTrust(file, { fingerprint, now: Date.now(), newDays: facts.newDays, answerOf }),
  ];
}

/** What a lockfile's findings say of the direct dependencies of a manifest: a licence of its own, and the worst that each brings in. */
function brought(
  one: JudgedFile,
  lock: FileToJudge,
  findings: readonly PackageFinding[],
  { root }: FileFacts,
): CheckedFinding[] {
  const direct = new Map(one.file.packages.map(entry => [`${entry.ecosystem} ${entry.name}`, entry]));
  const told = new Map<string, CheckedFinding>();
  for (const finding of [...findings].sort(worstFirst)) {
    const { path, entry, detector } = finding;
    const names = path.map(nameOf);
    const at = names.slice(0, -1).findIndex(name => direct.has(`${entry.ecosystem} ${name}`));
    const own = at < 0 && path.length > 0 ? direct.get(`${entry.ecosystem} ${entry.name}`) : undefined;
    if (own && detector === 'supply/licence')
      told.set(`${own.name} licence`, { finding: { ...finding, ...placeOf(one, own) } });
    // A workspace's own packages may stand before those that they ask for.
    if (at < 0 || at > 1) continue;
    const through = names[at]!;
    if (told.has(through)) continue;
    const reason = `through ${through}: ${finding.reason}`;
    const override = overrideOf(lock, root);
    told.set(through, {
      finding: { ...finding, ...placeOf(one, direct.get(`${entry.ecosystem} ${through}`)!), reason },
      through,
      ...(override ? { override } : {}),
    });
  }
  return [...told.values()];
}

function placeOf({ file }: JudgedFile, entry: PackageEntry): { start: number; end: number } {
  const { start, end } = file.locate(entry);
  return { start, end };
}

/** `@scope/name@1.2.3` without its version. */
function nameOf(step: string): string {
  const at = step.lastIndexOf('@');
  return at > 0 ? step.slice(0, at) : step;
}

const tools: Readonly<Record<string, readonly [tool: string, manifest: string]>> = {
  'package-lock.json': ['npm', 'package.json'],
  'npm-shrinkwrap.json': ['npm', 'package.json'],
  'yarn.lock': ['yarn', 'package.json'],
  'bun.lock': ['bun', 'package.json'],
  'pnpm-lock.yaml': ['pnpm', 'package.json'],
  'uv.lock': ['uv', 'pyproject.toml'],
};

function overrideOf({ path }: FileToJudge, root: string | undefined): CheckedFinding['override'] {
  const [tool, manifest] = tools[basename(path)] ?? [];
  if (tool === undefined || manifest === undefined || root === undefined) return undefined;
  const folder = join(root, dirname(path));
  const workspace = join(folder, 'pnpm-workspace.yaml');
  return tool === 'pnpm' && existsSync(workspace)
    ? { tool: 'pnpm-workspace', manifest: workspace }
    : { tool, manifest: join(folder, manifest) };
}

function withRemedies(found: CheckedFinding, { file, text }: JudgedFile): CheckedFinding {
  const { finding, through } = found;
  const { entry, fixed } = finding;
  if (through !== undefined) return found;
  const { license: licence } = entry;
  const upgrade = fixed ? upgradeEdit(text, file, entry, fixed.version) : undefined;
  const meant = file.kind === 'lockfile' ? undefined : meantName(text, finding);
  return { ...found, ...(upgrade ? { upgrade } : {}), ...(meant ? { meant } : {}), ...(licence ? { licence } : {}) };
}

/** A manifest's packages have their licences in its lockfile. */
function withLicence(found: CheckedFinding, around: readonly FileToJudge[]): CheckedFinding {
  if (found.licence !== undefined) return found;
  const { ecosystem, name } = found.finding.entry;
  const same = (entry: PackageEntry) => entry.name === name && entry.ecosystem === ecosystem;
  const licence = around.map(({ file }) => file.packages.find(same)?.license).find(it => it !== undefined);
  return licence === undefined ? found : { ...found, licence };
}

/** Of the ecosystems that the file names packages of. */
export function advisoriesOf(base: AdvisoryBase, { packages }: Pick<PackageFile, 'packages'>): KnownAdvisories[] {
  const met = new Set(packages.map(({ ecosystem }) => ecosystem));
  return [...met].flatMap(ecosystem => {
    const known = osvEcosystems.includes(ecosystem) ? base.of(ecosystem) : undefined;
    return known ? [{ ecosystem, source: known.source, date: known.date, count: known.count }] : [];
  });
}
