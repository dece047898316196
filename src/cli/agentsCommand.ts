import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve, sep } from 'node:path';
import { agentPlaces, clientItems, clientTitle, readAgentFile } from '../agents/inventory/inventory';
import type { LookPorts } from '../agents/inventory/look';
import { agentsJson, agentsJsonl, agentsText } from '../audit/agentsReport';
import { sarifReport } from '../audit/sarifReport';
import { settings } from '../contributes';
import type { AgentFile, AgentFinding, AgentItem } from '../core/agents';
import type { Decision, Fault, Severity } from '../core/model';
import { type FileReport, type Reporter, reportFile } from '../core/report';
import { fieldsOf, textOf } from '../core/untyped';
import { agentFiles } from '../io/agentFiles';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import type { Outcome } from '../io/scanJob';
import { agentPorts } from '../project/agentPorts';
import { decideAgents } from '../project/decideAgents';
import { displayed } from './displayed';
import { createTally } from './tally';

export interface AgentsOptions {
  readonly format: 'text' | 'json' | 'jsonl' | 'sarif';
  readonly failOn: Severity;
  /** Another person's home, or a copy of it. Without paths the person's own is looked at. */
  readonly home?: string;
  /** Globs over the names and origins of servers that may be used, in place of those that the settings list. */
  readonly allow?: readonly string[];
  /** Only files of this list, one a line, such as `npm pack --dry-run --json` or `git ls-files` give. */
  readonly packed?: string;
  readonly version: string;
}

/** Lists what AI clients consist of and tells what is wrong with it. Nothing is started. Gives the exit code: 0, 1 or 2. */
export async function agentsCommand(paths: readonly string[], options: AgentsOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const packed = options.packed === undefined ? undefined : packedFiles(resolve(options.packed));
  if (packed && 'fault' in packed) {
    await write(process.stderr, `lockside: ${packed.fault}\n`);
    return 2;
  }
  const workspace = openWorkspace({ cwd: process.cwd() });
  const items: AgentItem[] = [];
  const reporter = reporterOf(options, () => [...clientItems(items), ...items]);
  const tally = createTally(options, reporter);
  for (const fault of workspace.faults) await tally.fault(fault);
  const kept = packed && ((file: AgentFile) => packed.files.has(file.path));
  for (const outcome of agentOutcomes(paths, { ...options, kept }, workspace, items)) await tally.take(outcome);
  await write(process.stdout, reporter.end(tally.summary));
  return tally.exitCode();
}

/** What is told about the AI clients of some paths, file by file. The items that are met are added to `items`. */
export function* agentOutcomes(
  paths: readonly string[],
  options: Pick<AgentsOptions, 'home' | 'allow'> & { readonly kept?: (file: AgentFile) => boolean },
  workspace: Workspace,
  items: AgentItem[],
): Generator<Outcome> {
  const cwd = process.cwd();
  const home = homeOf(paths, options);
  const ports = portsOf(workspace, options);
  // Whoever stands in their own home means its known places, not everything below it.
  const folders = (paths.length > 0 ? paths : ['.']).map(path => resolve(cwd, path)).filter(it => it !== home);
  const shown = (file: string) =>
    home !== undefined && file.startsWith(home + sep) && !file.startsWith(cwd + sep)
      ? `~/${displayed(file, home)}`
      : displayed(file, cwd);
  for (const read of agentFiles({
    places: agentPlaces,
    folders,
    ...(home === undefined ? {} : { home }),
    managed: options.home === undefined && paths.length === 0,
    display: shown,
  })) {
    if ('fault' in read) {
      yield { fault: read.fault, fatal: isNamed(read.fault, paths) };
      continue;
    }
    if (options.kept?.(read.file) === false) continue;
    const reading = readAgentFile(read.file, ports, read.referenced);
    items.push(...reading.items);
    yield { report: toReport(read.file, reading.findings, reading.faults, workspace) };
  }
}

/** The person's own one is meant where nothing is named, or where it is named as a folder. */
function homeOf(paths: readonly string[], options: Pick<AgentsOptions, 'home'>): string | undefined {
  if (options.home !== undefined) return resolve(options.home);
  return paths.length === 0 || paths.some(path => resolve(path) === homedir()) ? homedir() : undefined;
}

function isNamed({ where }: Fault, paths: readonly string[]): boolean {
  return where !== undefined && paths.some(path => displayed(resolve(path), process.cwd()) === where);
}

function reporterOf({ format, version }: AgentsOptions, items: () => readonly AgentItem[]): Reporter {
  if (format === 'json') return agentsJson(items);
  if (format === 'jsonl') return agentsJsonl();
  if (format === 'sarif') return sarifReport(version);
  return agentsText({ colours: process.stdout.isTTY === true && !process.env.NO_COLOR, items, titleOf: clientTitle });
}

function portsOf(workspace: Workspace, { allow }: Pick<AgentsOptions, 'allow'>): LookPorts {
  const { root, today, guard } = workspace;
  const allowedServers = allow ?? workspace.settings.value<readonly string[]>(settings.mcpAllowedServers);
  return agentPorts({ root, today, scanner: guard.scanner, allowedServers });
}

/** What would be packed: npm's own answer in JSON, or one path a line. */
function packedFiles(file: string): { readonly files: ReadonlySet<string> } | { readonly fault: string } {
  let text: string;
  try {
    text = readFileSync(file === resolve('-') ? 0 : file, 'utf8');
  } catch {
    return { fault: `${file}: the list of packed files can't be read` };
  }
  const plain = () => text.split(/\r?\n/).map(it => it.trim().replace(/^(?:\.\/|package\/)/, ''));
  try {
    const value = JSON.parse(text) as unknown;
    const packs = Array.isArray(value) ? value : Object.values(fieldsOf(value));
    const files = packs
      .flatMap(one => (fieldsOf(one).files as unknown[] | undefined) ?? [])
      .map(it => textOf(fieldsOf(it).path) ?? '');
    return { files: new Set(files) };
  } catch {
    return { files: new Set(plain()) };
  }
}

/**
 * By the same policy, the same comments and the same baseline as a scan, but for one thing: trust that a repository grants itself
 * can't be let go by what stands in the repository.
 */
function toReport(
  file: AgentFile,
  findings: readonly AgentFinding[],
  faults: readonly Fault[],
  workspace: Workspace,
): FileReport {
  const { today, severityOf } = workspace;
  const path = file.place === 'workspace' ? file.file : file.path;
  const { policy } = workspace.settings;
  const destination = { kind: 'report', name: 'cli' } as const;
  const decided = decideAgents(findings, { path: file.path, policy, today, destination });
  const told = (decisions: readonly Decision[], inline: boolean) =>
    reportFile({ ...{ file: file.file, path, text: file.text, decisions, today, severityOf, inline }, faults: [] });
  const others = told(decided.others, true);
  const own = told(decided.grants, false);
  const all = [...others.findings, ...own.findings].sort((a, b) => a.start - b.start);
  return { ...others, findings: all, faults: [...faults, ...others.faults] };
}
