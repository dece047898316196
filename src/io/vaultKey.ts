import { randomBytes } from 'node:crypto';

/** The key of placeholder maps, or the sentence that tells the person what to do. Never kept in a file. */
export type VaultKey = { readonly key: Buffer } | { readonly error: string };

/**
 * `LOCKSIDE_KEY` where it is set (containers, CI), else the key in the system's keychain, which is made there when `create`
 * says so. On Linux only the Secret Service will do: the kernel's keyring forgets, and a map without its key is lost.
 */
export async function readVaultKey(
  create: boolean,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<VaultKey> {
  if (env.LOCKSIDE_KEY) return fromText(env.LOCKSIDE_KEY, 'LOCKSIDE_KEY');
  try {
    const { Entry } = await import('@napi-rs/keyring');
    const entry = new Entry('lockside', 'placeholder-map', { linux: { store: 'secret-service' as const } });
    const kept = entry.getPassword();
    if (kept) return fromText(kept, 'the key in the keychain');
    if (!create)
      return { error: `the keychain holds no key of Lockside: this map was made elsewhere, or with LOCKSIDE_KEY` };
    const key = randomBytes(32);
    entry.setPassword(key.toString('base64'));
    return { key };
  } catch {
    // The causes are many (no such package for this platform, no session bus, a locked keychain); the way out is one.
    return {
      error: `there is no keychain here to keep the map's key in. Set LOCKSIDE_KEY to 32 random bytes in base64, such as from: ${recipe}`,
    };
  }
}

const recipe = `node -p "crypto.randomBytes(32).toString('base64')"`;

function fromText(text: string, name: string): VaultKey {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 ? { key } : { error: `${name} must be 32 bytes in base64, such as from: ${recipe}` };
}
