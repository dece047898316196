import { join } from 'node:path';

/** Where this user's trail lies, for all workspaces together. */
export function trailFolder(stateFolder: string): string {
  return join(stateFolder, 'trail');
}

/** The key that signs checkpoints. */
export function checkpointKeyFile(stateFolder: string): string {
  return join(stateFolder, 'checkpoint.key');
}
