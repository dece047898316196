import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settings as names } from '../contributes';
import { classReasons } from '../core/classify/classify';
import { type FilePrints, type KeyedHash, printsOf } from '../core/classify/codePrints';
import { rank, strictestClass } from '../core/classify/dataClass';
import { maximumPrints, printsPath } from '../core/classify/printsFile';
import type { DataClass } from '../core/model';
import { printable } from '../core/printable';
import { createKeyedHash, readCodeFingerprints, writeCodeFingerprints } from '../io/codeFingerprints';
import { ensureSalt } from '../io/ensureSalt';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { endOnBrokenPipe, write } from '../io/output';
import { readTextFile } from '../io/readTextFile';
import { walkFiles } from '../io/walkFiles';
import { readWorkspaceSettings } from '../io/workspaceSettings';
import { complain } from './complain';

export interface FingerprintOptions {
  /** Of all the files; where it isn't given, each one's own, and confidential where that is less. */
  readonly class?: DataClass;
  /** Makes anew what is there, and drops what is gone. */
  readonly update?: boolean;
  /** Only says whether what is there still fits its files. */
  readonly check?: boolean;
}

/**
 * Makes the fingerprints of the team's confidential code. Gives the exit code: 0, 1 where `check` found some that are out of
 * date, 2 where nothing could be done.
 */
export async function fingerprintCommand(paths: readonly string[], options: FingerprintOptions): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const cwd = process.cwd();
  const { root, today } = openWorkspace({ cwd });
  const before = readCodeFingerprints(root);
  if (before.faults[0]) return complain(`${printsPath}: ${before.faults[0].message}; mend it or delete it first`);
  if (paths.length === 0 && !options.update && !options.check)
    return complain('say which files: lockside fingerprint src/core');
  const lost = paths.find(path => !existsSync(resolve(cwd, path)));
  if (lost !== undefined) return complain(`${lost}: no such file or folder`);
  const salt = options.check ? 'kept' : ensureSalt(root, today);
  if (salt === 'broken') return complain(".vscode/settings.json isn't valid JSON: mend it first");
  const made = makePrints(paths, options, before.files, cwd);
  if (options.check) return check(before.files, made);
  const kept = options.update ? [] : before.files.filter(({ path }) => !made.some(one => one.path === path));
  const files = [...kept, ...made];
  const count = files.reduce((sum, { prints }) => sum + prints.length, 0);
  if (count > maximumPrints)
    return complain(`${count} fingerprints are more than ${maximumPrints}: choose fewer files`);
  writeCodeFingerprints(root, files);
  const added =
    salt === 'added' ? `; lockside.${names.fingerprintSalt} was added to .vscode/settings.json: commit both files` : '';
  await say(`${made.length} files fingerprinted; ${printsPath} knows ${files.length}${added}`);
  return 0;
}

/** Of the files that are named, and with `update` or `check` of those that are known and still there. */
function makePrints(
  paths: readonly string[],
  { class: wanted, update, check }: FingerprintOptions,
  known: readonly FilePrints[],
  cwd: string,
): FilePrints[] {
  const workspace = openWorkspace({ cwd });
  const keyed = keyOf(workspace);
  const named = paths.length === 0 ? [] : [...walkFiles(paths, cwd)].filter(isFile).map(({ file }) => file);
  const there =
    update || check ? known.map(({ path }) => join(workspace.root, path)).filter(file => existsSync(file)) : [];
  const classes = new Map(known.map(file => [file.path, file.class]));
  return [...new Set([...named, ...there])].flatMap(file => {
    const path = workspace.pathOf(file);
    const text = textOf(file, workspace);
    const prints = text === undefined || path === printsPath ? [] : printsOf(text, keyed);
    if (text === undefined || prints.length === 0) return [];
    return [{ path, class: wanted ?? classes.get(path) ?? ownClass(text, path, workspace), prints }];
  });
}

function isFile(walked: ReturnType<typeof walkFiles> extends Generator<infer W> ? W : never): boolean {
  return !walked.fault && !walked.skipped;
}

function keyOf({ root, today }: Workspace): KeyedHash {
  return createKeyedHash(
    readWorkspaceSettings({ root, userFile: undefined, today }).value<string>(names.fingerprintSalt),
  );
}

function textOf(file: string, { maximumFileSize }: Workspace): string | undefined {
  const read = readTextFile(file, maximumFileSize);
  return 'text' in read ? read.text : undefined;
}

function ownClass(text: string, path: string, { guard }: Workspace): DataClass {
  const { class: own } = strictestClass(classReasons(text, path, { pathClass: guard.policy().pathClass }));
  return rank(own) > rank('confidential') ? own : 'confidential';
}

async function check(known: readonly FilePrints[], made: readonly FilePrints[]): Promise<number> {
  const fresh = new Map(made.map(file => [file.path, file]));
  const stale = known.filter(({ path, prints }) => fresh.get(path)?.prints.join() !== prints.join());
  const unknown = made.filter(({ path }) => !known.some(file => file.path === path));
  for (const { path } of stale) await say(`${path}: ${fresh.has(path) ? 'has changed since' : 'is gone'}`);
  for (const { path } of unknown) await say(`${path}: has no fingerprints yet`);
  const count = stale.length + unknown.length;
  await say(
    count === 0 ? `${known.length} files, up to date` : `${count} files out of date: lockside fingerprint --update`,
  );
  return count === 0 ? 0 : 1;
}

async function say(text: string): Promise<void> {
  await write(process.stdout, `${printable(text)}\n`);
}
