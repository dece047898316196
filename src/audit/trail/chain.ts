import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
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
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256 of a line without its end, hexadecimal. */
export function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line of an event after another one, without its end. */
export function linkEvent(event: AuditEvent, previous: string, key?: Uint8Array): string {
  return canonicalJson(key ? { ...seal(event, key), previous } : { ...event, previous });
}

function seal(event: AuditEvent, key: Uint8Array): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const bytes = Buffer.concat([nonce, cipher.update(canonicalJson(event)), cipher.final(), cipher.getAuthTag()]);
  return { time: event.time, sealed: bytes.toString('base64url') };
}

/** The event behind a sealed line; undefined where the key is another one or the line was changed. */
export function unseal({ sealed }: Sealed, key: Uint8Array): AuditEvent | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(-16));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}
