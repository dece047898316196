import { dirname, join } from 'node:path';

/** Where this user's trail lies, for all workspaces together. */
export function trailFolder(stateFolder: string): string {
  return join(stateFolder, 'trail');
}

/** The key that signs checkpoints. */
export function checkpointKeyFile(stateFolder: string): string {
  return join(stateFolder, 'checkpoint.key');
}

/** Where the key of the day lies that a trail is sealed with. */
export function sealFolder(trail: string): string {
  return join(dirname(trail), 'seal');
}
