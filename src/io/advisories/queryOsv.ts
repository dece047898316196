import { fieldsOf, tables, textOf } from '../../core/untyped';
import { openPatiently, type Retrying, readBody } from '../openUrl';

/** A package whose advisories are asked for. */
export interface OsvQuery {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
}

/** What OSV answered: the whole records, and what it could not be asked. */
export interface OsvAnswers {
  readonly records: readonly unknown[];
  readonly faults: readonly string[];
}

/**
 * Asks OSV's `querybatch` about packages, 1,000 at a time and page by page, and then for each advisory once. The names leave this
 * machine: only call it where its user wants that. Never throws; where something can't be had, the rest still counts.
 */
export async function queryOsv(queries: readonly OsvQuery[], base: string, retrying: Retrying): Promise<OsvAnswers> {
  const faults: string[] = [];
  const ask = askAt(base.replace(/\/+$/, ''), retrying);
  const ids = new Set<string>();
  for (let start = 0; start < queries.length; start += batchLength) {
    try {
      await askBatch(queries.slice(start, start + batchLength).map(toBody), ask, ids);
    } catch (error) {
      const many = Math.min(batchLength, queries.length - start);
      faults.push(`${many} packages could not be looked up: ${(error as Error).message}`);
    }
  }
  return { records: await askDetails([...ids], ask, faults), faults };
}

const batchLength = 1000;
const mostPages = 50;
const mostAdvisories = 20_000;
const atOnce = 8;
const longestAnswer = 64 * 1024 * 1024;

type Ask = (path: string, body?: unknown) => Promise<unknown>;

function askAt(base: string, retrying: Retrying): Ask {
  return async (path, body) => {
    const answer = await openPatiently(
      {
        url: base + path,
        ...(body === undefined
          ? {}
          : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      },
      retrying,
    );
    const bytes = await readBody(answer, longestAnswer);
    if (answer.status !== 200) throw new Error(`${new URL(base).host} answered with status ${answer.status}`);
    try {
      return JSON.parse(bytes.toString()) as unknown;
    } catch {
      throw new Error(`${new URL(base).host} answered with what is no JSON`);
    }
  };
}

interface QueryBody {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly version: string;
  readonly page_token?: string;
}

function toBody({ ecosystem, name, version }: OsvQuery): QueryBody {
  return { package: { ecosystem, name }, version };
}

async function askBatch(queries: readonly QueryBody[], ask: Ask, ids: Set<string>): Promise<void> {
  let open = queries;
  for (let page = 0; open.length > 0; page++) {
    if (page === mostPages) throw new Error(`the answer has more than ${mostPages} pages`);
    const { results } = fieldsOf(await ask('/v1/querybatch', { queries: open }));
    const all = Array.isArray(results) ? (results as unknown[]) : [];
    if (all.length !== open.length) throw new Error('the answer has another length than the question');
    const next: QueryBody[] = [];
    all.forEach((result, place) => {
      const { vulns, next_page_token } = fieldsOf(result);
      for (const { id } of tables(vulns)) if (typeof id === 'string' && ids.size < mostAdvisories) ids.add(id);
      const token = textOf(next_page_token);
      if (token) next.push({ ...open[place]!, page_token: token });
    });
    open = next;
  }
}

async function askDetails(ids: readonly string[], ask: Ask, faults: string[]): Promise<unknown[]> {
  const records: unknown[] = [];
  const missing: string[] = [];
  let place = 0;
  let reason = '';
  const work = async () => {
    for (let id = ids[place++]; id !== undefined; id = ids[place++]) {
      try {
        records.push(await ask(`/v1/vulns/${encodeURIComponent(id)}`));
      } catch (error) {
        missing.push(id);
        reason = (error as Error).message;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (missing.length > 0)
    faults.push(`${missing.length} advisories could not be read (${missing.slice(0, 5).join(', ')}…): ${reason}`);
  return records;
}
