import type { CoverageRow, CoverageState, Remedy, Translate } from './coverage';

/** An AI client of the terminal, installed on this machine. */
export interface ClientFacts {
  readonly name: string;
  readonly title: string;
  readonly setUp: 'no' | 'hooks' | 'launcher' | 'both';
  /** What canaries have shown, once they were sent. */
  readonly proof?: { readonly state: 'guarded' | 'partly' | 'not'; readonly why: string };
}

/** A row of the coverage page that isn't about this window. */
export type ClientRow = Omit<CoverageRow, 'id'> & { readonly id: `client:${string}` };

/** One row for each client: whether it is set up, and whether that holds. */
export function clientRows(
  clients: readonly ClientFacts[],
  remedy: (client: ClientFacts) => Remedy,
  t: Translate,
): ClientRow[] {
  return clients.map(client => ({
    ...{ id: `client:${client.name}` as const, title: t('{0} in a terminal', client.title) },
    ...judge(client, t),
    ...{ remedy: remedy(client), outside: true },
  }));
}

function judge({ setUp, proof }: ClientFacts, t: Translate): { state: CoverageState; why: string } {
  if (setUp === 'no') return { state: 'open', why: t('Nothing guards it on this machine yet.') };
  if (proof === undefined) return { state: 'unproven', why: t('It is set up; a canary is on its way to prove it.') };
  if (proof.state === 'not') return { state: 'open', why: t('It is set up, but that doesn’t hold: {0}.', proof.why) };
  if (proof.state === 'partly')
    return { state: 'partly', why: t('It is set up, but not all of it holds: {0}.', proof.why) };
  return setUp === 'hooks'
    ? { state: 'guarded', why: t('Its hooks held canaries back on every way out; answers keep their placeholders.') }
    : { state: 'guarded', why: t('It goes through a gateway, which held canaries back and restored its answers.') };
}
