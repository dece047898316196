import * as crypto from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditEvent } from './auditEvent';

/** The format's name and version; the first line of each segment has it. */
export const trailFormat = 'lockside-trail/1';

/** The first line of a segment. */
export interface Header {
  readonly format: typeof trailFormat;
  readonly segment: string;
  readonly time: string;
  readonly writer: string;
  /** The hash of the last line of other segments when this one began: whoever cuts one of them must change this one too. */
  readonly others: Readonly<Record<string, string>>;
  /** The segment's key, encrypted with age to whoever may read it; events are then sealed. */
  readonly key?: string;
}

/** An event's line: the event, or what hides it, and the hash of the line before. */
export type Link = { readonly previous: string } & (AuditEvent | Sealed);

/** AES-256-GCM under the segment's key: nonce, ciphertext and tag, base64url. */
export interface Sealed {
  readonly time: string;
  readonly sealed: string;
}

/** RFC 8785: the one way to write a value as JSON. Throws for what JSON doesn't have. */
export function canonicalJson(value: unknown): string {
  const flat = isFlat(value) ? flatJson(sorted(value)) : undefined;
  const text = flat ?? canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** Whether a line is how RFC 8785 writes the value that was read from it. */
export function isCanonical(line: string | undefined, value: object): boolean {
  const inOrder = isFlat(value) && areSorted(Object.keys(value));
  return ((inOrder ? flatJson(value) : undefined) ?? canonicalJson(value)) === line;
}

type Flat = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Events are flat: JSON's own writer then does what RFC 8785 wants, in a tenth of the time, as soon as their keys stand in order. */
function isFlat(value: unknown): value is Flat {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'toJSON' in value) return false;
  for (const key in value) {
    const one = (value as Record<string, unknown>)[key];
    if (typeof one === 'object' ? one !== null : typeof one === 'function' || typeof one === 'bigint') return false;
    // Where an object has them, it keeps such keys before all others.
    if (key.charCodeAt(0) < 65) return false;
  }
  return true;
}

function sorted(value: Flat): Flat {
  const keys = Object.keys(value);
  if (areSorted(keys)) return value;
  const result: Record<string, Flat[string]> = Object.create(null);
  for (const key of keys.sort()) result[key] = value[key];
  return result;
}

function areSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || keys[index - 1]! < key);
}

/** Undefined for what the two writers differ in: halves of surrogate pairs, and numbers that JSON doesn't have. */
function flatJson(value: Flat): string | undefined {
  for (const key in value) {
    const one = value[key];
    if (typeof one === 'number' && !Number.isFinite(one)) return undefined;
  }
  const text = JSON.stringify(value);
  return text.includes('\\ud') ? undefined : text;
}

/** SHA-256 of a line without its end, hexadecimal. */
export function hashOf(line: string | Uint8Array): string {
  return atOnce ? atOnce('sha256', line, 'hex') : crypto.createHash('sha256').update(line).digest('hex');
}

/** Half as dear for a line; Node has it since 20.12. */
const atOnce: typeof crypto.hash | undefined = crypto.hash;

/** The line of an event after another one, without its end. */
export function linkEvent(event: AuditEvent, previous: string, key?: Uint8Array): string {
  return canonicalJson(key ? { ...seal(event, key), previous } : { ...event, previous });
}

function seal(event: AuditEvent, key: Uint8Array): Sealed {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce);
  const bytes = Buffer.concat([nonce, cipher.update(canonicalJson(event)), cipher.final(), cipher.getAuthTag()]);
  return { time: event.time, sealed: bytes.toString('base64url') };
}

/** The event behind a sealed line; undefined where the key is another one or the line was changed. */
export function unseal({ sealed }: Sealed, key: Uint8Array): AuditEvent | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = crypto.createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}
