import { randomInt } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../core/detectors/sample';
import { openWorkspace } from '../../io/openWorkspace';
import { findVaultPlace } from '../../io/vaultPlace';

/** A passing workspace with the policy of the real one and a map of its own, so that a canary leaves nothing behind. */
export interface CanaryFolder {
  readonly path: string;
  /** Why no key can be kept for a map, where none can. */
  readonly keyless: string | undefined;
  remove(): void;
}

export async function makeCanaryFolder(root: string): Promise<CanaryFolder> {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'lockside-doctor-')));
  const [from, to] = [root, path].map(folder => join(folder, '.vscode', 'settings.json')) as [string, string];
  mkdirSync(join(path, '.vscode'));
  if (existsSync(from)) copyFileSync(from, to);
  else writeFileSync(to, '{}\n');
  const workspace = openWorkspace({ cwd: path });
  const place = await findVaultPlace(workspace.stateFolder, workspace.root);
  return {
    path,
    keyless: 'error' in place ? place.error : undefined,
    remove() {
      rmSync(path, { recursive: true, force: true });
      if (!('error' in place)) rmSync(place.file, { force: true });
    },
  };
}

/** A token that nobody ever had, of a format that every policy knows. */
export function makeCanary(): string {
  return sample('ghp_{alnum:30}{crc62:6}', randomInt(2 ** 31));
}
