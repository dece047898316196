import { readFileSync, writeFileSync } from 'node:fs';
import type { AuditEvent } from '../audit/trail/auditEvent';
import {
  checkpointHash,
  hasTrail,
  makeCheckpoint,
  parseCheckpoint,
  type SignedCheckpoint,
} from '../audit/trail/checkpoint';
import { readTrail } from '../audit/trail/readTrail';
import { checkpointKeyFile, trailFolder } from '../audit/trail/trailFolder';
import { verifyTrail } from '../audit/trail/verifyTrail';
import { printable } from '../core/printable';
import { endOnBrokenPipe, write } from '../io/output';
import { stateFolder } from '../io/stateFolder';

/** Follows the chains of the trail and compares them with checkpoints. Exit code 1 where something is wrong, 2 where nothing could be read. */
export async function auditVerifyCommand(options: { anchor?: readonly string[]; trail?: string }): Promise<number> {
  const anchors: SignedCheckpoint[] = [];
  for (const file of options.anchor ?? []) {
    const anchor = readAnchor(file);
    if (!anchor) return complain(`${file} is no checkpoint; "lockside audit checkpoint --out FILE" writes one`);
    anchors.push(anchor);
  }
  const folder = options.trail ?? trailFolder(stateFolder());
  const { segments, events, checkpoints, defects, notes } = verifyTrail(folder, anchors);
  const held = `${events} events in ${segments} segments, ${checkpoints} checkpoints, ${anchors.length} anchors`;
  await tell([`${defects.length === 0 ? '✓ nothing was changed' : '✗ the trail was changed'}: ${held}`]);
  await tell([...defects.map(defect => `  ✗ ${defect}`), ...notes.map(note => `  · ${note}`)]);
  return defects.length > 0 ? 1 : 0;
}

/** Signs what the trail is now. What is printed or written elsewhere proves later that it was not cut or rewritten. */
export async function auditCheckpointCommand(options: { out?: string; trailer?: boolean }): Promise<number> {
  const state = stateFolder();
  const folder = trailFolder(state);
  if (!hasTrail(folder)) return complain('there is no trail yet: nothing was decided about anything on its way out');
  const signed = makeCheckpoint(folder, checkpointKeyFile(state), new Date().toISOString());
  if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(signed, undefined, 2)}\n`);
  const hash = checkpointHash(signed);
  await tell(
    options.trailer ? [`Lockside-Audit: sha256:${hash}`] : [`checkpoint sha256:${hash}, signed by ${signed.key}`],
  );
  return 0;
}

/** The last decisions, a line each. */
export async function auditShowCommand(options: { last: number; json?: boolean }): Promise<number> {
  endOnBrokenPipe(process.stdout);
  const events = readEvents().slice(-options.last);
  await tell(events.map(event => (options.json ? JSON.stringify(event) : lineOf(event))));
  return 0;
}

/** All events of this user's trail, oldest first; those that are sealed are left out. */
export function readEvents(folder = trailFolder(stateFolder())): AuditEvent[] {
  return readTrail(folder);
}

function lineOf({ time, writer, client, action, detector, destination, path, count, layer }: AuditEvent): string {
  const what = count === undefined ? detector : `${count} × ${detector}`;
  const from = path === undefined ? '' : ` in ${path}`;
  return `${time}  ${action.padEnd(6)}  ${what}${from} → ${destination}  (${client ?? writer}, ${layer})`;
}

function readAnchor(file: string): SignedCheckpoint | undefined {
  try {
    return parseCheckpoint(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function tell(lines: readonly string[]): Promise<void> {
  await write(process.stdout, lines.map(line => `${printable(line)}\n`).join(''));
}

async function complain(message: string): Promise<number> {
  await write(process.stderr, `lockside: ${printable(message)}\n`);
  return 2;
}
