import { type OsvQuery, queryOsv } from '../io/advisories/queryOsv';
import { openUrl } from '../io/openUrl';
import type { AdvisoryBase } from '../supply/advisories/createAdvisoryBase';
import { createAnsweredBase } from '../supply/advisories/createAnsweredBase';

/** Asks OSV's API; where anything is missing in its answer, there is no base, and the faults say why. */
export async function askOsv(
  queries: readonly OsvQuery[],
  url: string,
  today: string,
): Promise<{ readonly base?: AdvisoryBase; readonly faults: readonly string[] }> {
  const { records, faults } = await queryOsv(queries, url, { open: openUrl });
  return faults.length > 0 ? { faults } : { base: createAnsweredBase(records, today), faults };
}
