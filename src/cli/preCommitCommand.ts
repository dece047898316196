import { resolve } from 'node:path';
import { agentPlaces } from '../agents/inventory/inventory';
import { describeChange } from '../agents/lock/changes';
import { textReport } from '../audit/textReport';
import type { Fault, Severity } from '../core/model';
import { printable } from '../core/printable';
import type { Reporter } from '../core/report';
import { quoted } from '../core/shell/quoted';
import { gitRoot, stagedFiles } from '../io/git';
import { hooksFolder, installHook, keptEnding, mark, uninstallHook } from '../io/gitHook';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { write } from '../io/output';
import { agentOutcomes } from './agentsCommand';
import { askPolicy, sentenceOf } from './ciGates';
import { complain } from './complain';
import { unapprovedChanges } from './lockCommand';
import { scanCommand } from './scanCommand';
import { signOffFaults } from './signOffCommand';
import { createTally } from './tally';
import { type Cleaner, withoutSecrets } from './withoutSecrets';

/** Has git run the checks before each commit. A hook that is there runs first, as before. */
export async function preCommitInstallCommand(): Promise<number> {
  const folder = await hooksFolder(process.cwd());
  if (folder.error !== undefined) return complain(folder.error);
  // Its hooks ask what they are called, and it makes them anew: one that is moved aside would run nothing.
  if (/[\\/]\.husky[\\/]_$/.test(folder.value))
    return complain('husky makes the hooks here: add the line "lockside pre-commit run" to .husky/pre-commit');
  const done = installHook(folder.value, hookName, hookText(process.execPath, resolve(process.argv[1] ?? '')));
  if ('error' in done) return complain(done.error);
  const before = done.kept ? '; the hook that was there runs first' : '';
  await say(`${folder.value}/${hookName} checks each commit from now on${before}`);
  return 0;
}

/** Takes the hook away again; everything is as it was. */
export async function preCommitUninstallCommand(): Promise<number> {
  const folder = await hooksFolder(process.cwd());
  if (folder.error !== undefined) return complain(folder.error);
  const done = uninstallHook(folder.value, hookName);
  if ('error' in done) return complain(done.error);
  await say(`${folder.value}/${hookName} ${done.restored ? 'is again what it was' : 'is gone'}`);
  return 0;
}

/**
 * What the hook runs: keys and the like in what is staged, files that AI assistants obey, the lock, waivers and sign-offs. Exit code 1
 * keeps git from committing, and so does 2, where something could not be checked.
 */
export async function preCommitRunCommand(options: { failOn: Severity }): Promise<number> {
  const workspace = openWorkspace({ cwd: process.cwd() });
  const clean = withoutSecrets(workspace);
  const reporter = cleanReporter(clean);
  const scanned = await scanCommand([], { staged: true, stdinPath: '', ...options }, reporter);
  const root = await gitRoot(process.cwd());
  const staged = root.error === undefined ? await stagedFiles(root.value) : root;
  if (root.error !== undefined || staged.error !== undefined) return complain(clean(root.error ?? staged.error ?? ''));
  const paths = staged.value.map(({ path }) => path);
  const codes = [
    scanned,
    await checkAgentFiles(root.value, paths, workspace, { ...options, reporter }),
    await checkRecords(paths, workspace, clean),
  ];
  const code = Math.max(...codes);
  if (code > 0)
    await write(
      process.stderr,
      'lockside: the commit is blocked. Put right what is told above: a key goes into an environment variable or a store of secrets.\n',
    );
  return code;
}

const hookName = 'pre-commit';

/** Where Lockside can't be found any more, nothing is committed unchecked. */
function hookText(node: string, cli: string): string {
  return `#!/bin/sh
# ${mark}; "lockside pre-commit uninstall" takes it away.
before="$0${keptEnding}"
if [ -x "$before" ]; then "$before" "$@" || exit $?; fi
if [ -x ${quoted(node)} ] && [ -f ${quoted(cli)} ]; then exec ${quoted(node)} ${quoted(cli)} pre-commit run; fi
if command -v lockside >/dev/null 2>&1; then exec lockside pre-commit run; fi
echo 'lockside is not found: install it, or take this hook away' >&2
exit 1
`;
}

/** For people, with no secret in the names of files either. */
function cleanReporter(clean: Cleaner): Reporter {
  const inner = textReport(process.stdout.isTTY === true && !process.env.NO_COLOR);
  const told = (fault: Fault) => `${printable(clean(sentenceOf(fault)))}\n`;
  return {
    ...inner,
    tellsFaults: true,
    file: report => inner.file(clean(report)) + report.faults.map(told).join(''),
    fault: told,
  };
}

async function checkAgentFiles(
  root: string,
  staged: readonly string[],
  workspace: Workspace,
  { reporter, failOn }: { reporter: Reporter; failOn: Severity },
): Promise<number> {
  const paths = staged.filter(path => agentPlaces.reads(path, 'workspace')).map(path => resolve(root, path));
  if (paths.length === 0) return 0;
  const tally = createTally({ failOn }, reporter);
  for (const outcome of agentOutcomes(paths, {}, workspace, [])) await tally.take(outcome);
  return tally.exitCode();
}

/** What people have approved, waived and signed: nothing of it may be made up. */
async function checkRecords(staged: readonly string[], workspace: Workspace, clean: Cleaner): Promise<number> {
  const locked = unapprovedChanges(workspace);
  const changes = (locked?.changes ?? []).map(
    change => `${describeChange(change)}: nobody has approved it ("lockside lock")`,
  );
  const policy = askPolicy(workspace);
  const unsigned = signOffFaults(workspace.root, staged, workspace.settings);
  const unable = [...policy.unable, ...(locked?.faults ?? [])].map(sentenceOf);
  const refused = [...changes, ...policy.refusals, ...unsigned];
  for (const line of [...refused, ...unable]) await write(process.stderr, `lockside: ${printable(clean(line))}\n`);
  return unable.length > 0 ? 2 : refused.length > 0 ? 1 : 0;
}

async function say(text: string): Promise<void> {
  await write(process.stdout, `${printable(text)}\n`);
}
