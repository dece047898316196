import { Decrypter } from 'age-encryption';
import type { Unwrap } from './readEntries';

/** What opens segments' keys with the identities of an age file (`AGE-SECRET-KEY-1…`, a line each); undefined where it has none. */
export function openSealed(identities: string): Unwrap | undefined {
  const lines = identities.split(/\r?\n/).map(line => line.trim());
  const secret = lines.filter(line => line !== '' && !line.startsWith('#'));
  const decrypter = new Decrypter();
  try {
    for (const line of secret) decrypter.addIdentity(line);
  } catch {
    return undefined;
  }
  if (secret.length === 0) return undefined;
  return async wrapped => {
    try {
      return await decrypter.decrypt(Buffer.from(wrapped, 'base64'));
    } catch {
      return undefined;
    }
  };
}
