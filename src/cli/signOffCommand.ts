import { basename } from 'node:path';
import {
  type CheckedSignOff,
  envelopeOf,
  judgeRelease,
  preAuthentication,
  type Release,
  readEnvelope,
  type SignOffRules,
  statementOf,
} from '../audit/signOff';
import { settings as names } from '../contributes';
import { printable } from '../core/printable';
import { commitFacts, peopleBetween } from '../io/commits';
import { findCommit, gitRoot } from '../io/git';
import { write } from '../io/output';
import { readSignOffs, signOffsFolder, writeSignOff } from '../io/signOffFiles';
import { sign, verifySignature } from '../io/sshSignatures';
import { userSettingsFile } from '../io/stateFolder';
import type { LayeredApprover } from '../io/waiversFile';
import { readWorkspaceSettings, type WorkspaceSettings } from '../io/workspaceSettings';
import { complain } from './complain';
import { askPerson } from './waiverCommand';

export interface SignOffOptions {
  readonly commit: string;
  readonly role: string;
  readonly reason: string;
  readonly reject?: boolean;
  readonly key: string;
}

/** Signs off a commit, or rejects it, with the key of the person at the terminal. */
export async function signOffCommand(options: SignOffOptions): Promise<number> {
  const root = await gitRoot(process.cwd());
  if (root.error !== undefined) return complain(root.error);
  const commit = await findCommit(root.value, options.commit);
  if (commit === undefined) return complain(`git knows no commit ${options.commit}`);
  const verdict = options.reject ? 'rejected' : 'approved';
  const refused = await askPerson(`${commit} is ${verdict} as ${options.role}: ${options.reason}`, commit.slice(0, 8));
  if (refused) return complain(refused);
  const { role, reason } = options;
  const statement = statementOf(
    { commit, verdict, role, reason, time: new Date().toISOString() },
    basename(root.value),
  );
  const signed = sign(preAuthentication(statement), options.key, 'lockside-sign-off');
  if ('error' in signed) return complain(signed.error);
  const envelope = envelopeOf(statement, basename(options.key), signed.signature);
  const file = writeSignOff(root.value, commit, `${JSON.stringify(envelope, undefined, 2)}\n`);
  await write(process.stdout, `${printable(file)} written: commit it after ${commit.slice(0, 8)}, or hand it to CI\n`);
  return 0;
}

/** Says whether a commit may be released. Exit code 1 where it may not. */
export async function signOffStatusCommand(options: { commit: string; base?: string }): Promise<number> {
  const judged = await judgeCommit(process.cwd(), options.commit, options.base);
  if ('error' in judged) return complain(judged.error);
  const { commit, release, faults } = judged;
  const counted = release.counted.map(({ signer, role, reason }) => `  ✓ ${signer} as ${role}: ${reason}`);
  const missing = [...release.missing, ...faults].map(one => `  ✗ ${one}`);
  const head = `${commit} ${release.approved ? 'may be released' : 'may not be released'}`;
  await write(process.stdout, [head, ...counted, ...missing].map(line => `${printable(line)}\n`).join(''));
  return release.approved ? 0 : 1;
}

/** A commit, and whether the people have approved whom the policy wants. */
export interface JudgedCommit {
  readonly commit: string;
  readonly release: Release;
  /** Why some sign-offs count for nothing. */
  readonly faults: readonly string[];
}

/** Judges a commit by the sign-offs that lie in the work tree; commits on top of it that only add sign-offs are passed over. */
export async function judgeCommit(
  cwd: string,
  name: string,
  base?: string,
  /** Whose rules and approvers count; the work tree's own unless given. */
  given?: Pick<WorkspaceSettings, 'value' | 'approvers'>,
): Promise<JudgedCommit | { error: string }> {
  const root = await gitRoot(cwd);
  if (root.error !== undefined) return { error: root.error };
  const commit = await subjectOf(root.value, name);
  if (typeof commit !== 'string') return commit;
  const today = new Date().toISOString().slice(0, 10);
  const settings = given ?? readWorkspaceSettings({ root: root.value, userFile: userSettingsFile(), today });
  const rules = settings.value<SignOffRules>(names.signOff);
  const from = base === undefined ? undefined : await findCommit(root.value, base);
  const people = await peopleBetween(root.value, from, commit);
  if (people.error !== undefined) return { error: people.error };
  const checked = readSignOffs(root.value, commit).map(({ file, text }) =>
    check(file, text, commit, settings.approvers),
  );
  return {
    commit,
    release: judgeRelease(
      rules,
      checked.flatMap(one => ('signOff' in one ? [one.signOff] : [])),
      people.value,
    ),
    faults: checked.flatMap(one => ('error' in one ? [one.error] : [])),
  };
}

/** Why some of the files that lie among the sign-offs count for nothing: nobody has signed them who may. */
export function signOffFaults(
  root: string,
  paths: readonly string[],
  { approvers }: Pick<WorkspaceSettings, 'approvers'>,
): string[] {
  const commits = paths.flatMap(path =>
    path.startsWith(`${signOffsFolder}/`) ? [path.slice(signOffsFolder.length + 1).split('/')[0]!] : [],
  );
  return [...new Set(commits)].flatMap(commit =>
    readSignOffs(root, commit)
      .filter(({ file }) => paths.includes(file))
      .flatMap(({ file, text }) => {
        const checked = check(file, text, commit, approvers);
        return 'error' in checked ? [checked.error] : [];
      }),
  );
}

/** The newest commit that changes anything but sign-offs. */
async function subjectOf(root: string, name: string): Promise<string | { error: string }> {
  let commit = await findCommit(root, name);
  for (let passed = 0; commit !== undefined && passed < 50; passed++) {
    const facts = await commitFacts(root, commit);
    if (facts.error !== undefined) return { error: facts.error };
    const { paths, parents } = facts.value;
    const only = paths.length > 0 && paths.every(path => path.startsWith(`${signOffsFolder}/`));
    if (!only || parents.length !== 1) return commit;
    commit = parents[0];
  }
  return { error: `git knows no commit ${name}` };
}

function check(
  file: string,
  text: string,
  commit: string,
  approvers: readonly LayeredApprover[],
): { signOff: CheckedSignOff } | { error: string } {
  const read = readEnvelope(text);
  if ('error' in read) return { error: `${file}: ${read.error}` };
  if (read.signOff.commit !== commit) return { error: `${file}: it is about another commit` };
  const signed = verifySignature(read.signed, read.signature, approvers, 'lockside-sign-off');
  if ('error' in signed) return { error: `${file}: ${signed.error}` };
  const { emails = [], roles = [] } = approvers.find(({ name }) => name === signed.signer) ?? {};
  return { signOff: { ...read.signOff, signer: signed.signer, emails, roles } };
}
