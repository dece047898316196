import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The first of a person's usual SSH keys in ~/.ssh that there is; it is only named. */
export function usualKey(): string {
  const known = ['id_ed25519', 'id_ecdsa', 'id_rsa'].find(name => existsSync(join(homedir(), '.ssh', name)));
  return known ?? 'id_ed25519';
}
