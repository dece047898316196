import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Action, actions, type DataClass, type Destination, type Finding, type Source } from '../core/model';
import { createPolicy, type Policy } from '../core/policy';
import { printable } from '../core/printable';
import { policiesOf, readSettings } from '../core/settings';
import { type PastDecision, simulate } from '../core/simulate';
import { readBounded } from '../io/boundedFile';
import { fetchPolicy } from '../io/fetchPolicy';
import { findRoot } from '../io/findRoot';
import { write } from '../io/output';
import { type Extension, integrityOf, parsePolicy } from '../io/sharedPolicies';
import { sign } from '../io/sshSignatures';
import { userSettingsFile } from '../io/stateFolder';
import { readWorkspaceSettings, type WorkspaceSettings } from '../io/workspaceSettings';
import { complain } from './complain';
import { readNamed } from './readNamed';

/** Where the cases of `lockside policy test` stand unless somebody says otherwise. */
const policyTests = '.lockside/policy-tests.json';

/** What `explain` is asked about. */
export interface Question {
  readonly path?: string;
  readonly to: string;
  readonly class?: DataClass;
  readonly json?: boolean;
}

/** Says which layers hold, and what is wrong with any of them. Exit code 2 where something is. */
export async function policyCheckCommand(): Promise<number> {
  const { layers, faults } = openSettings();
  const told = layers.map(({ layer, from, rules }) => `  ${layer.padEnd(13)} ${from}: ${rules}\n`);
  await write(
    process.stdout,
    `The policy, from the widest layer to the nearest; the strictest holds:\n${told.join('')}`,
  );
  for (const { where, message } of faults)
    await write(process.stdout, printable(`✗ ${where}: ${message}`).concat('\n'));
  await write(process.stdout, faults.length === 0 ? '✓ nothing is wrong with it\n' : '');
  return faults.length > 0 ? 2 : 0;
}

/** Says what becomes of a finding, and what each layer says of it. */
export async function policyExplainCommand(detector: string, question: Question): Promise<number> {
  const destination = readDestination(question.to);
  if (!destination) return complain(`${question.to} is no destination: name it KIND:NAME, such as model:copilot/gpt-5`);
  const { policy } = openSettings();
  const source: Source = {
    ...(question.path === undefined ? {} : { path: question.path }),
    ...(question.class === undefined ? {} : { class: question.class }),
  };
  const decision = policy.decide(findingOf(detector), source, destination);
  const opinions = policy.explain(detector, source, destination);
  const { action, layer, reason } = decision;
  if (question.json) {
    const layers = opinions.map(({ layer, action, reason, tightenOnly }) => ({ layer, action, reason, tightenOnly }));
    await write(process.stdout, `${JSON.stringify({ detector, action, layer, reason, layers }, undefined, 2)}\n`);
    return 0;
  }
  const lines = opinions.map(one => `  ${one.layer.padEnd(13)} ${one.action.padEnd(7)} ${one.reason}`);
  const why = decision.suppressed === undefined ? reason : `suppressed: ${decision.suppressed}`;
  await write(
    process.stdout,
    printableLines([`${detector} to ${question.to}: ${action}, says ${layer} (${why})`, 'Each layer says:', ...lines]),
  );
  return 0;
}

/** Runs the cases of a file against the policy: `[{"detector", "to", "path"?, "class"?, "expect"}]`. Exit code 1 where one fails. */
export async function policyTestCommand(file = policyTests): Promise<number> {
  const root = findRoot(process.cwd());
  const cases = readCases(resolve(root, file));
  if (!Array.isArray(cases)) return complain(`${file}: ${cases.error}`);
  const { policy } = openSettings();
  const judged = cases.map(one => judgeCase(one, policy));
  for (const { ok, told } of judged) process.stdout.write(`${printable(`${ok ? '✓' : '✗'} ${told}`)}\n`);
  const failed = judged.filter(({ ok }) => !ok);
  await write(process.stdout, `${cases.length - failed.length} passed, ${failed.length} failed\n`);
  return failed.length > 0 ? 1 : 0;
}

/** Which cases of a folder's own file fail, in words; none where there is no such file. */
export function failedCases(policy: Policy, root: string): string[] | { error: string } {
  if (!existsSync(resolve(root, policyTests))) return [];
  const cases = readCases(resolve(root, policyTests));
  if (!Array.isArray(cases)) return { error: `${policyTests}: ${cases.error}` };
  return cases
    .map(one => judgeCase(one, policy))
    .filter(({ ok }) => !ok)
    .map(({ told }) => `${policyTests}: ${told}`);
}

function judgeCase(
  { detector, source, destination, expect, name }: Case,
  policy: Policy,
): { readonly ok: boolean; readonly told: string } {
  const { action, layer, reason } = policy.decide(findingOf(detector), source, destination);
  const ok = action === expect;
  return { ok, told: `${name}: ${ok ? action : `${action} instead of ${expect}, says ${layer} (${reason})`}` };
}

/** Says which past decisions would have been others with one more policy. Exit code 0: it is a question, no check. */
export async function policySimulateCommand(options: { with: string; events: string }): Promise<number> {
  const candidate = readCandidate(options.with);
  if ('error' in candidate) return complain(candidate.error);
  const events = readEvents(options.events);
  if ('error' in events) return complain(events.error);
  const { policy, policies, today } = openSettings();
  const differences = simulate(events.past, policy, createPolicy([...policies, ...candidate.layers], today));
  const lines = differences.map(
    ({ count, detector, destination, from, to }) =>
      `  ${String(count).padStart(6)}  ${from} → ${to}  ${detector} to ${destination}`,
  );
  const changed = differences.reduce((sum, { count }) => sum + count, 0);
  const skipped = events.skipped > 0 ? `, ${events.skipped} lines that are no decisions passed over` : '';
  await write(
    process.stdout,
    printableLines([`${events.past.length} past decisions, ${changed} would be others${skipped}`, ...lines]),
  );
  return 0;
}

/** Fetches what `lockside.extends` names from elsewhere, and says which hash to pin. Exit code 1 where another one is pinned. */
export async function policyUpdateCommand(): Promise<number> {
  const root = findRoot(process.cwd());
  const { extensions } = openSettings();
  const remote = extensions.filter(({ from }) => /^(?:git\+)?(?:https|ssh|http|git\+file):/.test(from));
  let code = 0;
  for (const extension of remote) {
    const fetched = await fetchPolicy(root, extension);
    if ('error' in fetched) code = await complain(fetched.error);
    else if (fetched.integrity === extension.integrity)
      await write(process.stdout, `✓ ${extension.from} is as pinned\n`);
    else {
      code = Math.max(code, 1);
      await write(
        process.stdout,
        `${printable(extension.from)} is kept in ${printable(fetched.file)}. Read it; to let it hold, set\n  "integrity": "${fetched.integrity}"\n`,
      );
    }
  }
  if (remote.length === 0) await write(process.stdout, 'lockside.extends names nothing that is elsewhere\n');
  return code;
}

/** Signs a policy with a person's own SSH key, into FILE.sig. */
export async function policySignCommand(file: string, options: { key: string }): Promise<number> {
  const content = readNamed(file);
  if ('error' in content) return complain(content.error);
  const read = parsePolicy(content.text);
  if ('error' in read) return complain(`${file}: ${read.error}`);
  const signed = sign(content.text, options.key, 'lockside-policy');
  if ('error' in signed) return complain(signed.error);
  writeFileSync(`${file}.sig`, signed.signature);
  await write(process.stdout, `${file}.sig written; "integrity": "${integrityOf(content.text)}"\n`);
  return 0;
}

interface Opened extends Pick<WorkspaceSettings, 'faults' | 'policy' | 'policies' | 'layers'> {
  readonly extensions: readonly Extension[];
  readonly today: string;
}

function openSettings(): Opened {
  const today = new Date().toISOString().slice(0, 10);
  const settings = readWorkspaceSettings({ root: findRoot(process.cwd()), userFile: userSettingsFile(), today });
  return { ...settings, extensions: settings.value<Extension[]>('extends') ?? [], today };
}

function findingOf(detector: string): Finding {
  return { detector, fingerprint: '0'.repeat(16) } as Finding;
}

/** `kind:name`, as rules write it. */
function readDestination(text: string): Destination | undefined {
  const kinds: readonly string[] = ['model', 'clipboard', 'editor', 'report', 'command', 'network', 'tool', 'file'];
  const at = text.indexOf(':');
  const kind = at < 0 ? text : text.slice(0, at);
  return kinds.includes(kind)
    ? { kind: kind as Destination['kind'], name: at < 0 ? '' : text.slice(at + 1) }
    : undefined;
}

interface Case extends PastDecision {
  readonly name: string;
  readonly expect: Action;
}

function readCases(file: string): Case[] | { error: string } {
  const read = readBounded(file) ?? { error: 'no such file' };
  if ('error' in read) return read;
  const list = parsed(read.text);
  if (!Array.isArray(list)) return { error: 'it is not a JSON list of cases' };
  const cases = list.map((one: unknown, index) => toCase(one, index));
  const wrong = cases.indexOf(undefined);
  const shape = '{"detector": …, "to": "KIND:NAME", "expect": …}, with "path" and "class" if need be';
  return wrong < 0 ? (cases as Case[]) : { error: `case ${wrong + 1} is not ${shape}` };
}

function toCase(one: unknown, index: number): Case | undefined {
  if (typeof one !== 'object' || one === null) return undefined;
  const { detector, to, path, class: of, expect, name } = one as Record<string, unknown>;
  const destination = typeof to === 'string' ? readDestination(to) : undefined;
  const action = actions.find(known => known === expect);
  if (typeof detector !== 'string' || !destination || !action) return undefined;
  const source = {
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof of === 'string' ? { class: of as DataClass } : {}),
  };
  const named = typeof name === 'string' ? name : `${index + 1}: ${detector} to ${to}`;
  return { name: named, detector, fingerprint: '0'.repeat(16), source, destination, expect: action };
}

function readCandidate(file: string): { layers: ReturnType<typeof policiesOf> } | { error: string } {
  const named = readNamed(file);
  if ('error' in named) return named;
  const read = parsePolicy(named.text);
  return 'error' in read
    ? { error: `${file}: ${read.error}` }
    : { layers: policiesOf(readSettings(read.settings, 'organisation', false)) };
}

/** One JSON object a line, as `lockside audit export --format jsonl` writes them. */
function readEvents(file: string): { past: PastDecision[]; skipped: number } | { error: string } {
  const read = readNamed(file);
  if ('error' in read) return read;
  const lines = read.text.split('\n').filter(Boolean);
  const past = lines.flatMap(line => toPast(line) ?? []);
  return { past, skipped: lines.length - past.length };
}

function toPast(line: string): PastDecision | undefined {
  try {
    const { detector, fingerprint, destination, path, restored } = JSON.parse(line) as Record<string, unknown>;
    // What came back was decided on by other rules.
    if (restored === true) return undefined;
    const to =
      typeof destination === 'string' ? readDestination(destination) : (destination as Destination | null | undefined);
    if (typeof detector !== 'string' || typeof fingerprint !== 'string' || !to || typeof to.name !== 'string')
      return undefined;
    return { detector, fingerprint, destination: to, source: typeof path === 'string' ? { path } : {} };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function printableLines(lines: readonly string[]): string {
  return lines.map(line => `${printable(line)}\n`).join('');
}
