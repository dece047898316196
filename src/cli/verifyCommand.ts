import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type KeyCheck, keyCheckFor, keyChecks, whatIsSent } from '../core/keyCheck';
import { createLineIndex } from '../core/lineIndex';
import type { Finding } from '../core/model';
import { printable } from '../core/printable';
import { revocationOf } from '../core/revocation';
import { type Asked, askProvider } from '../io/askProvider';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';
import { complain } from './complain';

export interface VerifyOptions {
  /** The providers that may be asked; nothing is sent to any other. */
  readonly provider: readonly string[];
  /** Send without asking first. */
  readonly yes?: boolean;
}

/** A key and the first place where it stands. */
interface Key {
  readonly value: string;
  readonly finding: Finding;
  readonly check: KeyCheck;
  readonly place: string;
}

/** Asks the named providers whether the keys in some files are live. Exit code 1 where one is, 2 where none could be asked. */
export async function verifyCommand(paths: readonly string[], options: VerifyOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const strangers = options.provider.filter(name => !keyChecks.some(({ provider }) => provider === name));
  if (strangers.length > 0) return complain(`no such provider: ${strangers.join(', ')} (there are ${providerNames()})`);
  const keys = await collect(paths, options.provider);
  if (keys.length === 0) {
    await write(process.stdout, 'no keys of these providers found; nothing was sent\n');
    return 0;
  }
  await write(process.stderr, plan(keys));
  if (!options.yes && !(await agreed())) return complain('nothing was sent (say yes, or give --yes)');
  let code = 0;
  for (const key of keys) {
    const asked = await askProvider(key.check, key.value);
    if (asked.state === 'live') code = 1;
    await write(process.stdout, outcome(key, asked));
  }
  return code;
}

/** The names that `--provider` takes. */
function providerNames(): string {
  return keyChecks.map(({ provider }) => provider).join(', ');
}

async function collect(paths: readonly string[], providers: readonly string[]): Promise<Key[]> {
  const cwd = process.cwd();
  const workspace = openWorkspace({ cwd });
  const keys = new Map<string, Key>();
  for await (const { file, fault, skipped } of walkFiles(paths.length > 0 ? paths : ['.'], cwd)) {
    if (fault || skipped) continue;
    for (const key of await keysIn(file, relative(cwd, file), workspace)) {
      if (providers.includes(key.check.provider) && !keys.has(key.value)) keys.set(key.value, key);
    }
  }
  return [...keys.values()];
}

async function keysIn(file: string, shown: string, workspace: Workspace): Promise<Key[]> {
  const read = readTextFile(file, workspace.maximumFileSize);
  if (!('text' in read)) return [];
  const { text } = read;
  const place = createLineIndex(text);
  return workspace.guard.scanner.scan(text, { path: workspace.pathOf(file) }).findings.flatMap(finding => {
    const check = finding.concealed ? undefined : keyCheckFor(finding.detector);
    const { line, column } = place(finding.start);
    const value = text.slice(finding.start, finding.end);
    return check ? [{ value, finding, check, place: `${printable(shown)}:${line}:${column}` }] : [];
  });
}

function plan(keys: readonly Key[]): string {
  const checks = [...new Set(keys.map(({ check }) => check))];
  const lines = checks.map(check => {
    const count = keys.filter(key => key.check === check).length;
    return `  ${check.name}: ${count} ${count === 1 ? 'key' : 'keys'}, each as ${whatIsSent(check)}\n`;
  });
  return `This is sent from this machine straight to the providers, and nothing else:\n${lines.join('')}`;
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Send it? [y/N] ');
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

function outcome({ finding, place }: Key, { state, why }: Asked): string {
  if (state === 'live') {
    const { how = '', url = '' } = revocationOf(finding) ?? {};
    return `${place} ${finding.title}: LIVE. ${how}${url && ` ${url}`}\n`;
  }
  return `${place} ${finding.title}: ${state === 'inactive' ? 'not accepted (any more)' : `not known: ${why}`}\n`;
}
