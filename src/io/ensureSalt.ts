import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settings as names } from '../contributes';
import { addSettings } from './addSettings';
import { readBounded } from './boundedFile';
import { readWorkspaceSettings } from './workspaceSettings';

/** A fingerprint holds for the whole team only with a salt that the team shares: where it has none, one is added to its settings. */
export function ensureSalt(root: string, today: string): 'kept' | 'added' | 'broken' {
  if (readWorkspaceSettings({ root, userFile: undefined, today }).value<string>(names.fingerprintSalt)) return 'kept';
  const file = join(root, '.vscode', 'settings.json');
  const read = readBounded(file) ?? { text: '' };
  if ('error' in read) return 'broken';
  const salt = randomBytes(24).toString('base64url');
  const salted = addSettings(read.text, { [`lockside.${names.fingerprintSalt}`]: salt });
  if (salted === undefined) return 'broken';
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, salted);
  return 'added';
}
