import type { LaunchWorld, Refused } from './launchClient';

/**
 * Refuses a start where a file that the repository publishes sends the client elsewhere than the person does: prompts and keys
 * would go to whoever wrote it (CVE-2026-21852). What only the person's own copy says is the person's.
 */
export async function turnedElsewhere(
  world: LaunchWorld,
  file: string,
  turns: readonly string[],
): Promise<Refused | undefined> {
  if (turns.length === 0 || !(await world.isPublished(file))) return undefined;
  const place = file.startsWith(`${world.root}/`) ? file.slice(world.root.length + 1) : file;
  return {
    elsewhere: true,
    refused: `${place} of this repository turns the client to another address (${turns.join(', ')}); move that into your own settings if you trust it`,
  };
}
