import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { actions, type Fault, type Layer, layers } from '../core/model';
import type { SettingsLayer } from '../core/settings';
import { fieldsOf } from '../core/untyped';
import type { SignedWaiver, Waiver } from '../core/waivers';
import { readBounded, writeAtOnce } from './boundedFile';
import { verifySignature } from './loadSignatures';
import type { Signer } from './sshSignatures';

/** Where a workspace's waivers stand, for everybody to read. */
export const waiversPath = '.lockside/waivers.json';

/** A waiver as it is kept: with the SSH signature of its canonical JSON. */
export interface KeptWaiver extends Waiver {
  readonly signature?: string;
}

/** Somebody who may sign waivers and sign-offs. */
export interface Approver extends Signer {
  /** The email addresses that the person commits with: nobody approves of their own work. */
  readonly emails?: readonly string[];
  /** What the person answers for: `security`, `release`, `ethics`. */
  readonly roles?: readonly string[];
}

/** An approver, and the widest layer that names the person. */
export interface LayeredApprover extends Approver {
  readonly layer: Layer;
}

/** In bytes. */
const maximumSize = 1024 * 1024;
/** Each takes two runs of ssh-keygen, and a repository must not stall the editor. */
const mostChecked = 40;

/** The people whom the layers name in `lockside.approvers`. Those of an untrusted workspace are nobody. */
export function approversOf(all: readonly SettingsLayer[]): LayeredApprover[] {
  const named = all
    .filter(({ policy }) => !policy.tightenOnly && policy.layer !== 'user')
    .flatMap(({ policy: { layer }, values }) =>
      ((values.approvers ?? []) as Approver[]).map(approver => ({ ...approver, layer })),
    );
  const byWidth = named.sort((one, other) => layers.indexOf(one.layer) - layers.indexOf(other.layer));
  return byWidth.filter(({ key }, index) => byWidth.findIndex(one => one.key === key) === index);
}

/** The text that is signed: everything but the signature, as RFC 8785 writes it. */
export function waiverText({ signature: _, ...waiver }: KeptWaiver): string {
  return canonicalize(waiver) ?? '';
}

/** The waivers that are signed by an approver, and what is wrong with the others: these change nothing. */
export function readWaivers(
  root: string,
  approvers: readonly LayeredApprover[],
): { waivers: SignedWaiver[]; faults: Fault[] } {
  const kept = readKeptWaivers(root);
  if ('error' in kept) return { waivers: [], faults: [fault(waiversPath, `${kept.error}: no waiver counts`)] };
  const now = new Date().toISOString();
  let left = mostChecked;
  const judged = kept.waivers.map((raw, index): Judged => {
    const where = `${waiversPath}[${index}]`;
    const waiver = toWaiver(raw);
    if (typeof waiver === 'string') return { fault: fault(where, `${waiver}: the waiver does not count`) };
    if (waiver.expires <= now) return { fault: fault(where, `it ended on ${waiver.expires}`) };
    if (left-- <= 0)
      return { fault: fault(where, `it comes after ${mostChecked} others that hold: it does not count`) };
    return judge(waiver, approvers, where);
  });
  return {
    waivers: judged.flatMap(one => ('waiver' in one ? [one.waiver] : [])),
    faults: judged.flatMap(one => ('fault' in one ? [one.fault] : [])),
  };
}

/** The waivers as they stand in the file, signed or not. */
export function readKeptWaivers(root: string): { waivers: readonly unknown[] } | { error: string } {
  const read = readBounded(join(root, waiversPath), maximumSize);
  if (!read) return { waivers: [] };
  if ('error' in read) return read;
  const value = parsed(read.text);
  return Array.isArray(value) ? { waivers: value.slice(0, 1000) } : { error: 'it is not a JSON list' };
}

/** Writes the waivers in one step. */
export function writeWaivers(root: string, waivers: readonly unknown[]): void {
  writeAtOnce(join(root, waiversPath), `${JSON.stringify(waivers, undefined, 2)}\n`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The parser's own words would quote the text.
  }
}

type Judged = { waiver: SignedWaiver } | { fault: Fault };

function judge(waiver: KeptWaiver, approvers: readonly LayeredApprover[], where: string): Judged {
  if (waiver.signature === undefined) return { fault: fault(where, 'nobody has signed it: the waiver does not count') };
  const signed = verifySignature(waiverText(waiver), waiver.signature, approvers, 'lockside-waiver');
  if ('error' in signed) return { fault: fault(where, `${signed.error}: the waiver does not count`) };
  const approver = approvers.find(({ name }) => name === signed.signer);
  if (!approver) return { fault: fault(where, 'its signer approves of nothing here: the waiver does not count') };
  const { signature: _, ...rest } = waiver;
  return { waiver: { ...rest, signer: signed.signer, layer: approver.layer } };
}

/** The waiver, or what is wrong with it. */
function toWaiver(raw: unknown): KeptWaiver | string {
  const { id, detectors, paths, destinations, action, reason, owner, expires, signature } = fieldsOf(raw);
  if (typeof id !== 'string' || !/^[0-9a-f]{12}$/.test(id)) return 'it has no id of 12 hexadecimal digits';
  if (!isNames(detectors) || detectors.some(glob => /^[*/]+$/.test(glob)))
    return 'it has to name detectors, not all of them';
  if ((paths !== undefined && !isNames(paths)) || (destinations !== undefined && !isNames(destinations)))
    return 'its paths and destinations are lists of globs';
  const weaker = actions.find(known => known === action);
  if (!weaker) return 'its action is none';
  if (typeof reason !== 'string' || reason.trim() === '' || typeof owner !== 'string' || owner.trim() === '')
    return 'it has to say why, and who answers for it';
  if (typeof expires !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(expires))
    return 'it has to end: "expires" is an instant in UTC, such as 2026-06-30T00:00:00Z';
  if (signature !== undefined && typeof signature !== 'string') return 'its signature is none';
  return {
    ...{ id, detectors, action: weaker, reason, owner, expires },
    ...(paths ? { paths } : {}),
    ...(destinations ? { destinations } : {}),
    ...(signature === undefined ? {} : { signature }),
  };
}

function isNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= 100 &&
    value.every(one => typeof one === 'string' && one.length > 0 && one.length <= 200)
  );
}

function fault(where: string, message: string): Fault {
  return { code: 'suppression', where, message };
}
