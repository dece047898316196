import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this user's keys and maps are kept; `LOCKSIDE_STATE` overrides the platform's own place. */
export function stateFolder(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.LOCKSIDE_STATE) return env.LOCKSIDE_STATE;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'lockside');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'lockside');
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'lockside');
}

/** Where programs are put that the person calls by name; `LOCKSIDE_PROGRAMS` overrides the platform's own place. */
export function programFolder(env: Environment = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.LOCKSIDE_PROGRAMS) return env.LOCKSIDE_PROGRAMS;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'lockside', 'bin');
  if (platform === 'darwin') return join(homedir(), '.lockside', 'bin');
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'lockside', 'bin');
}

/** VS Code's settings of this user; `LOCKSIDE_USER_SETTINGS` overrides the place, and empty turns them off. */
export function userSettingsFile(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  if (env.LOCKSIDE_USER_SETTINGS !== undefined) return env.LOCKSIDE_USER_SETTINGS || undefined;
  const within = ['Code', 'User', 'settings.json'];
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), ...within);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', ...within);
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), ...within);
}
