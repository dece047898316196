import type { CheckAnswer, CheckRequest, KeyCheck, KeyState } from '../core/keyCheck';

/** Sends one request; rejects where no answer comes. */
export type Send = (request: CheckRequest) => Promise<CheckAnswer>;

/** What came of asking a provider; `why` says so where the state is unknown. Neither holds the key. */
export interface Asked {
  readonly state: KeyState;
  readonly why?: string;
}

/** Asks a key's own provider, straight from this machine, whether the key is live. */
export async function askProvider(check: KeyCheck, key: string, send: Send = sendRequest): Promise<Asked> {
  // Line ends in a key would add headers of their own, and `..` or `?` make another address.
  if (!/^(?!.*\.\.)[\w.:~+=/-]{8,1000}$/.test(key))
    return { state: 'unknown', why: 'the value has signs that no key of this kind has' };
  try {
    const answer = await send(check.request(key));
    const state = check.judge(answer);
    return state === 'unknown' ? { state, why: `${check.name} answered with status ${answer.status}` } : { state };
  } catch (error) {
    return { state: 'unknown', why: `${check.name} could not be reached: ${reasonOf(error)}` };
  }
}

const timeout = 10_000;
const longestBody = 16_384;

/** Follows no redirect, because a key must not reach another host; reads no more of the answer than it takes. */
async function sendRequest({ url, ...request }: CheckRequest): Promise<CheckAnswer> {
  const response = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  const body = await firstOf(response.body);
  return { status: response.status, body };
}

async function firstOf(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of stream ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestBody) break;
  }
  return text.slice(0, longestBody);
}

/** An error's own words could quote the address, and with it the key. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return 'no answer within 10 seconds';
  return typeof cause?.code === 'string' ? cause.code : 'the connection failed';
}
