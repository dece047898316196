import { gatherReport } from './gatherReport';
import { sinceOf } from './sinceOf';

/** What a report is made of, from a day on that a person has given. */
export async function gatherSince(
  paths: readonly string[],
  { since, version }: { readonly since?: string; readonly version: string },
): Promise<Awaited<ReturnType<typeof gatherReport>> | { readonly error: string }> {
  const now = Date.now();
  const from = sinceOf(since, now);
  if (from === 'invalid') return { error: '--since takes a day (YYYY-MM-DD), a time, or a number of days (30d)' };
  return gatherReport({ paths, version, since: from, now });
}
