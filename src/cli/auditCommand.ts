import { readFileSync, writeFileSync } from 'node:fs';
import type { AuditEvent } from '../audit/trail/auditEvent';
import { checkpointHash, hasTrail, makeCheckpoint, readCheckpoints } from '../audit/trail/checkpoint';
import { readEntries, type Unwrap } from '../audit/trail/readEntries';
import { readTrail } from '../audit/trail/readTrail';
import { checkpointKeyFile, trailFolder } from '../audit/trail/trailFolder';
import { type Verification, verifyTrail } from '../audit/trail/verifyTrail';
import { printable } from '../core/printable';
import { endOnBrokenPipe, write } from '../io/output';
import { stateFolder } from '../io/stateFolder';
import { complain } from './complain';
import { openCollector, readIdentity } from './trailAccess';
import { anchorAtAuthority, anchorAtCollector, anchorInGit, readAnchors } from './trailAnchors';

/** Follows the chains of the trail and compares them with checkpoints. Exit code 1 where something is wrong, 2 where nothing could be read. */
export async function auditVerifyCommand(options: VerifyOptions): Promise<number> {
  const folder = options.trail ?? trailFolder(stateFolder());
  const key = readCheckpoints(folder).at(-1)?.key ?? '';
  const roots = readRoots(options.tsaRoot);
  if (roots === undefined) return complain(`${options.tsaRoot} can't be read`);
  const kept = await readAnchors(options.anchor ?? [], { key, roots, cwd: process.cwd() });
  if ('error' in kept) return complain(kept.error);
  const verification = verifyTrail(folder, kept.anchors);
  const { segments, events, checkpoints, defects, notes } = verification;
  const held = `${events} events in ${segments} segments, ${checkpoints} checkpoints, ${kept.anchors.length} anchors`;
  await tell([`${defects.length === 0 ? '✓ nothing was changed' : '✗ the trail was changed'}: ${held}`]);
  await tell([...defects.map(defect => `  ✗ ${defect}`), ...[...notes, ...kept.notes].map(note => `  · ${note}`)]);
  const failure = options.otlp ? await sendVerification(verification, addressOf(options.otlp)) : undefined;
  if (failure !== undefined) return complain(failure);
  return defects.length > 0 ? 1 : 0;
}

interface VerifyOptions {
  readonly anchor?: readonly string[];
  readonly trail?: string;
  readonly tsaRoot?: string;
  readonly otlp?: true | string;
}

/** Signs what the trail is now. What is printed or written elsewhere proves later that it was not cut or rewritten. */
export async function auditCheckpointCommand(options: CheckpointOptions): Promise<number> {
  const state = stateFolder();
  const folder = trailFolder(state);
  if (!hasTrail(folder)) return complain('there is no trail yet: nothing was decided about anything on its way out');
  if (options.rfc3161 !== undefined && options.out === undefined)
    return complain('--rfc3161 needs --out FILE, where the time stamp is kept');
  const signed = makeCheckpoint(folder, checkpointKeyFile(state), new Date().toISOString());
  const stamp: Stamp = options.rfc3161 === undefined ? {} : await anchorAtAuthority(signed, options.rfc3161);
  if ('error' in stamp) return complain(stamp.error);
  if (options.out !== undefined)
    writeFileSync(options.out, `${JSON.stringify({ ...signed, ...stamp }, undefined, 2)}\n`);
  const inGit = options.git ? await anchorInGit(signed, process.cwd()) : undefined;
  if (inGit !== undefined) return complain(inGit);
  const atCollector = options.otlp ? await anchorAtCollector(signed, addressOf(options.otlp)) : undefined;
  if (atCollector !== undefined) return complain(atCollector);
  const hash = checkpointHash(signed);
  await tell(
    options.trailer ? [`Lockside-Audit: sha256:${hash}`] : [`checkpoint sha256:${hash}, signed by ${signed.key}`],
  );
  return 0;
}

type Stamp = { readonly timestamp?: string } | { readonly error: string };

interface CheckpointOptions {
  readonly out?: string;
  readonly trailer?: boolean;
  readonly git?: boolean;
  readonly rfc3161?: string;
  readonly otlp?: true | string;
}

/** The last decisions, a line each. Exit code 1 where there are none but sealed ones. */
export async function auditShowCommand(options: { last: number; json?: boolean; identity?: string }): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const opened = readIdentity(options.identity);
  if ('error' in opened) return complain(opened.error);
  const { events, sealed } = await openEvents(trailFolder(stateFolder()), opened.unwrap);
  await tell(events.slice(-options.last).map(event => (options.json ? JSON.stringify(event) : lineOf(event))));
  if (sealed === 0) return 0;
  await complain(`${sealed} events are sealed ${opened.unwrap ? 'to somebody else' : 'and need --identity FILE'}`);
  return events.length > 0 ? 0 : 1;
}

/** The events of a trail, oldest first, and how many of them stay sealed. */
async function openEvents(folder: string, unwrap?: Unwrap): Promise<{ events: AuditEvent[]; sealed: number }> {
  const events: AuditEvent[] = [];
  let sealed = 0;
  const closed = (_: string, count: number) => {
    sealed += count;
  };
  for await (const { event } of readEntries(folder, { ...(unwrap ? { unwrap } : {}), closed })) events.push(event);
  return { events: events.sort((one, other) => (one.time < other.time ? -1 : 1)), sealed };
}

/** So that whoever watches a fleet sees which machines' trails were verified, and when. */
async function sendVerification(
  { events, segments, defects }: Verification,
  given?: string,
): Promise<string | undefined> {
  const otlp = openCollector(given);
  if ('error' in otlp) return otlp.error;
  const attributes = { 'lockside.defects': defects.length, 'lockside.events': events, 'lockside.segments': segments };
  const failure = await otlp.send([{ name: 'lockside.verification', time: new Date().toISOString(), attributes }]);
  await otlp.close();
  return failure;
}

function addressOf(given: true | string): string | undefined {
  return given === true ? undefined : given;
}

function readRoots(file: string | undefined): string | undefined {
  try {
    return file === undefined ? '' : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** All events of this user's trail, oldest first; those that are sealed are left out. */
export function readEvents(folder = trailFolder(stateFolder())): AuditEvent[] {
  return readTrail(folder);
}

function lineOf(event: AuditEvent): string {
  const { time, writer, client, action, detector, destination, path, count, layer, restored } = event;
  const what = count === undefined ? detector : `${count} × ${detector}`;
  const from = path === undefined ? '' : ` in ${path}`;
  const back = restored ? 'put back ' : '';
  return `${time}  ${action.padEnd(6)}  ${back}${what}${from} → ${destination}  (${client ?? writer}, ${layer})`;
}

async function tell(lines: readonly string[]): Promise<void> {
  await write(process.stdout, lines.map(line => `${printable(line)}\n`).join(''));
}
