import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Action } from '../core/model';
import { printable } from '../core/printable';
import type { Waiver } from '../core/waivers';
import { findRoot } from '../io/findRoot';
import { write } from '../io/output';
import { sign } from '../io/sshSignatures';
import { userSettingsFile } from '../io/stateFolder';
import {
  type KeptWaiver,
  readKeptWaivers,
  readWaivers,
  waiversPath,
  waiverText,
  writeWaivers,
} from '../io/waiversFile';
import { readWorkspaceSettings } from '../io/workspaceSettings';
import { complain } from './complain';

export interface NewWaiver {
  readonly detector: readonly string[];
  readonly path?: readonly string[];
  readonly to?: readonly string[];
  readonly action: Action;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, an instant, or a number of days. */
  readonly expires: string;
}

/** Adds a waiver that nobody has signed yet: it changes nothing until an approver signs it. */
export async function waiverAddCommand(options: NewWaiver): Promise<number> {
  const root = findRoot(process.cwd());
  const kept = readKeptWaivers(root);
  if ('error' in kept) return complain(`${waiversPath}: ${kept.error}`);
  const expires = instant(options.expires);
  if (!expires)
    return complain(`${options.expires} is no day (YYYY-MM-DD), no instant and no number of days up to ${mostDays}`);
  const waiver: Waiver = {
    id: randomBytes(6).toString('hex'),
    detectors: options.detector,
    ...(options.path ? { paths: options.path } : {}),
    ...(options.to ? { destinations: options.to } : {}),
    ...{ action: options.action, reason: options.reason, owner: options.owner, expires },
  };
  writeWaivers(root, [...kept.waivers, waiver]);
  await write(
    process.stdout,
    `${waiver.id} stands in ${waiversPath}. It holds once an approver runs: lockside waiver sign ${waiver.id} --key FILE\n`,
  );
  return 0;
}

/** Signs a waiver with the key of the person at the terminal. An agent is no person: without a terminal, or started by one, it is refused. */
export async function waiverSignCommand(id: string, options: { key: string }): Promise<number> {
  const root = findRoot(process.cwd());
  const kept = readKeptWaivers(root);
  if ('error' in kept) return complain(`${waiversPath}: ${kept.error}`);
  const waiver = kept.waivers.find((one): one is KeptWaiver => (one as KeptWaiver | null)?.id === id);
  if (!waiver) return complain(`${waiversPath} has no waiver ${id}`);
  const refused = await askPerson(describe(waiver), id);
  if (refused) return complain(refused);
  const signed = sign(waiverText(waiver), options.key, 'lockside-waiver');
  if ('error' in signed) return complain(signed.error);
  writeWaivers(
    root,
    kept.waivers.map(one => (one === waiver ? { ...waiver, signature: signed.signature } : one)),
  );
  const { faults } = readState(root);
  for (const { where, message } of faults) await write(process.stdout, printable(`${where}: ${message}`).concat('\n'));
  await write(process.stdout, `${id} is signed\n`);
  return 0;
}

/** The waivers that hold, and why the others don't. */
export async function waiverListCommand(): Promise<number> {
  const { waivers, faults } = readState(findRoot(process.cwd()));
  const lines = waivers.map(
    waiver => `✓ ${describe(waiver)}, signed by ${waiver.signer} for ${waiver.layer} and below`,
  );
  const told = faults.map(({ where, message }) => `✗ ${where}: ${message}`);
  await write(process.stdout, [...lines, ...told].map(line => `${printable(line)}\n`).join(''));
  return 0;
}

/**
 * Asks the person at the terminal to type a word; undefined where they do, else why nothing is signed. Variables tell of agents, which run
 * commands in terminals, too.
 */
export async function askPerson(what: string, word: string): Promise<string | undefined> {
  const agent = agentVariables.find(name => process.env[name]);
  if (agent)
    return `this runs for an AI agent (${agent} is set), and an AI can't sign: run it in a terminal of your own`;
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'a signature needs a person at a terminal';
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${printable(what)}\nType ${word} to sign: `);
    return answer.trim() === word ? undefined : 'nothing was signed';
  } finally {
    lines.close();
  }
}

/** What clients set for the commands that their agents run. */
const agentVariables = [
  ...[
    'CLAUDECODE',
    'CLAUDE_CODE_ENTRYPOINT',
    'CODEX_SANDBOX',
    'CODEX_THREAD_ID',
    'GEMINI_CLI',
    'COPILOT_AGENT',
    'COPILOT_CLI',
  ],
  ...['CURSOR_AGENT', 'OPENCODE', 'CLINE_ACTIVE', 'AIDER', 'AI_AGENT', 'AGENT'],
];

const mostDays = 365;

function instant(text: string): string | undefined {
  const now = Date.now();
  const day = 24 * 60 * 60 * 1000;
  const time = /^\d{1,3}$/.test(text)
    ? now + Number(text) * day
    : Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text);
  const fine = time > now && time <= now + mostDays * day;
  return fine ? new Date(time).toISOString() : undefined;
}

function readState(root: string) {
  const today = new Date().toISOString().slice(0, 10);
  return readWaivers(root, readWorkspaceSettings({ root, userFile: userSettingsFile(), today }).approvers);
}

function describe({ id, detectors, paths, destinations, action, expires, owner, reason }: Waiver): string {
  const where = [
    ...(paths ? [`in ${paths.join(', ')}`] : []),
    ...(destinations ? [`to ${destinations.join(', ')}`] : []),
  ];
  return `${id}: ${[detectors.join(', '), ...where].join(' ')}: ${action} until ${expires}, says ${owner}: ${reason}`;
}
