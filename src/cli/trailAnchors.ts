import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { loadTimestamps } from '../audit/anchors/loadTimestamps';
import { checkpointNotice } from '../audit/otlp/tendTrail';
import { canonicalJson } from '../audit/trail/chain';
import { checkpointHash, parseCheckpoint, type SignedCheckpoint } from '../audit/trail/checkpoint';
import type { Anchor } from '../audit/trail/verifyTrail';
import { safeArguments, safeEnvironment } from '../io/gitProcess';
import { readNamed } from './readNamed';
import { openCollector } from './trailAccess';

const run = promisify(execFile);

/** Where checkpoints stand in a repository: notes, which change no commit. */
const notes = '--ref=lockside-audit';

type Failure = { readonly error: string };

/** Adds a checkpoint to the notes of HEAD; it is signed itself. Undefined where that went well. */
export async function anchorInGit(signed: SignedCheckpoint, cwd: string): Promise<string | undefined> {
  const failed = await git(cwd, ['notes', notes, 'append', '-m', canonicalJson(signed), 'HEAD']);
  return typeof failed === 'string' ? undefined : failed.error;
}

/** Has a time-stamp authority (RFC 3161) say when it saw a checkpoint; the answer, base64. The authority sees its hash alone. */
export async function anchorAtAuthority(
  signed: SignedCheckpoint,
  url: string,
): Promise<{ timestamp: string } | Failure> {
  const { timestampRequest, verifyTimestamp } = loadTimestamps();
  const text = canonicalJson(signed.checkpoint);
  let bytes: Uint8Array;
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', body: timestampRequest(text), redirect: 'error' as const },
      headers: { 'content-type': 'application/timestamp-query' },
      signal: AbortSignal.timeout(20_000),
    });
    if (!answer.ok) return { error: `the time-stamp authority answered ${answer.status}` };
    bytes = new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    return { error: `the time-stamp authority can't be reached (${(error as Error).name})` };
  }
  const verified = await verifyTimestamp(bytes, text);
  return 'error' in verified ? verified : { timestamp: Buffer.from(bytes).toString('base64') };
}

/** Sends a checkpoint's hash to the collector. Undefined where that went well. */
export async function anchorAtCollector(signed: SignedCheckpoint, given?: string): Promise<string | undefined> {
  const otlp = openCollector(given);
  if ('error' in otlp) return otlp.error;
  const failure = await otlp.send([checkpointNotice(signed)]);
  await otlp.close();
  return failure;
}

/**
 * What was kept elsewhere, as `--anchor` names it: a file of `--out`, `sha256:…` of a trailer or a collector's record, or `git`
 * for the notes of this repository that are signed by `key`. `notes` tell what a person should know about them.
 */
export async function readAnchors(
  named: readonly string[],
  { key, roots, cwd }: { readonly key: string; readonly roots: string; readonly cwd: string },
): Promise<{ readonly anchors: readonly Anchor[]; readonly notes: readonly string[] } | Failure> {
  const anchors: Anchor[] = [];
  const told: string[] = [];
  for (const name of named) {
    const read = await readAnchor(name, { key, roots, cwd });
    if ('error' in read) return read;
    anchors.push(...read.anchors);
    told.push(...read.notes);
  }
  return { anchors, notes: told };
}

async function readAnchor(name: string, { key, roots, cwd }: { key: string; roots: string; cwd: string }) {
  const [, hash] = /^(?:Lockside-Audit: ?)?sha256:([0-9a-f]{64})$/.exec(name) ?? [];
  if (hash !== undefined) return { anchors: [hash], notes: [] };
  if (name === 'git') return readNotes(key, cwd);
  const read = readNamed(name);
  if ('error' in read) return read;
  const signed = parseCheckpoint(read.text);
  if (!signed) return { error: `${name} is no checkpoint; "lockside audit checkpoint --out FILE" writes one` };
  const { timestamp } = JSON.parse(read.text) as { timestamp?: unknown };
  if (timestamp === undefined) return { anchors: [signed], notes: [] };
  const { verifyTimestamp } = loadTimestamps();
  const stamp = Buffer.from(String(timestamp), 'base64');
  const verified = await verifyTimestamp(stamp, canonicalJson(signed.checkpoint), roots);
  if ('error' in verified) return { error: `${name}: ${verified.error}` };
  const whose = verified.trusted ? '' : ', by whom is not known: --tsa-root FILE names whom you trust';
  return { anchors: [signed], notes: [`${name} was stamped on ${verified.time}${whose}`] };
}

/** Colleagues' checkpoints stand there as well: they are of other trails. */
async function readNotes(key: string, cwd: string) {
  const list = await git(cwd, ['notes', notes, 'list']);
  if (typeof list !== 'string') return list;
  const anchors: SignedCheckpoint[] = [];
  for (const line of list.split('\n').filter(Boolean).slice(-1000)) {
    const note = await git(cwd, ['cat-file', 'blob', line.slice(0, line.indexOf(' '))]);
    if (typeof note !== 'string') return note;
    anchors.push(...note.split('\n').flatMap(text => parseCheckpoint(text) ?? []));
  }
  const own = anchors.filter(signed => signed.key === key);
  if (own.length === 0)
    return { error: "the notes of this repository have no checkpoint that is signed by this trail's key" };
  const newest = new Map(own.map(signed => [checkpointHash(signed), signed]));
  const others = new Set(anchors.filter(signed => signed.key !== key).map(signed => signed.key)).size;
  const note =
    others > 0 ? [`${others} other keys have signed notes here: trails of other machines, or this one before`] : [];
  return { anchors: [...newest.values()], notes: note };
}

async function git(cwd: string, args: readonly string[]): Promise<string | Failure> {
  const options = { cwd, env: safeEnvironment(), timeout: 20_000, maxBuffer: 16 * 1024 * 1024 };
  try {
    return (await run('git', [...safeArguments, ...args], options)).stdout;
  } catch (error) {
    const told = String((error as { stderr?: string }).stderr ?? '').split('\n')[0];
    return { error: `git ${args[0]} failed: ${told || (error as Error).message.split('\n')[0]}` };
  }
}
