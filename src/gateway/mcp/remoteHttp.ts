import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { connectionHeaders } from '../connectionHeaders';
import { objectOf, parsed, textOf } from '../json';
import { decoded } from '../passAnswer';
import { createUpstream } from '../upstream';
import { bounded, ownPath } from './answers';

/** One request to a remote server. */
export interface RemoteCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly target: URL;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** A fault in words for a client: a clause that quotes nothing of what was sent. */
export class RemoteFault extends Error {}

/**
 * Sends requests with the headers that the person's configuration gives. Follows redirects of the server to itself alone: a header
 * with a token goes nowhere else.
 */
export function createRemoteHttp(given: Readonly<Record<string, string>>) {
  const upstream = createUpstream();
  const own = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== '' && !connection.has(name.toLowerCase())),
  );
  const call = async ({ target, ...rest }: RemoteCall, hops = 0): Promise<IncomingMessage> => {
    const body = rest.body === undefined ? undefined : Buffer.from(rest.body);
    const headers = {
      ...lowered(own),
      ...rest.headers,
      ...{ host: target.host, 'accept-encoding': 'identity' },
      ...(body ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
    };
    const answer = await upstream.send({ method: rest.method, target, headers, body, signal: rest.signal });
    const moved = movedTo(answer, target, rest.method);
    if (moved === undefined) return answer;
    answer.resume();
    if (hops === mostHops) throw new RemoteFault('it sends its clients in circles');
    return call({ ...rest, target: moved }, hops + 1);
  };
  return { call: (asked: RemoteCall) => call(asked), close: () => upstream.close() };
}

export type RemoteHttp = ReturnType<typeof createRemoteHttp>;

/** What an answer that is no success says, as a clause; of a JSON-RPC error in it, its message. */
export async function refusalOf(answer: IncomingMessage): Promise<string> {
  const status = answer.statusCode ?? 0;
  const own = statusWords[status] ?? (status >= 500 ? 'something is wrong over there' : 'it refused this');
  const said = await Promise.resolve(bounded(decoded(answer), 65_536)).catch(() => undefined);
  const { error } = objectOf(parsed(said ?? '')?.value);
  const message = textOf(objectOf(error).message) ?? textOf(error);
  return `it answered ${status}: ${own}${message === undefined ? '' : ` ("${message.slice(0, 300)}")`}`;
}

/** A fault of the connection as a clause; an error's own words could quote what it failed at. */
export function faultWords(error: unknown): string {
  if (error instanceof RemoteFault) return error.message;
  if (error instanceof RangeError) return 'an event of it is too long';
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (!/^[A-Z][A-Z\d_]{2,60}$/.test(code)) return 'the connection broke off';
  if (/CERT|SIGNATURE/.test(code))
    return `its certificate is not accepted (${code}); a company's own is named in NODE_EXTRA_CA_CERTS`;
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/.test(code)) return `it does not speak https there (${code})`;
  return `${codeWords[code] ?? 'the connection failed'} (${code})`;
}

const statusWords: Readonly<Record<number, string>> = {
  401: 'it wants a token that is missing or does not hold any more. Through Lockside nobody can log in by a browser: give the server a header, or take Lockside out again with `lockside mcp setup --undo`',
  403: 'it does not let this client in',
  404: 'there is no such server, or no such session any more',
  429: 'it gets too many requests',
};

const codeWords: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
};

/** Headers of the connection and of the body are ours. */
const connection = new Set<string>([
  ...connectionHeaders,
  ...['content-length', 'content-type', 'content-encoding', 'accept', 'accept-encoding'],
  ...['mcp-session-id', 'mcp-protocol-version', 'last-event-id'],
]);

function lowered(headers: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const mostHops = 3;

function movedTo({ statusCode = 0, headers }: IncomingMessage, target: URL, method: string): URL | undefined {
  if (statusCode < 300 || statusCode > 399 || headers.location === undefined) return undefined;
  const path = ownPath(headers.location, target);
  if (path === undefined) throw new RemoteFault('it sends its clients elsewhere, where a token is not to go');
  // Other redirects make a GET of a POST, which loses the message.
  if (method !== 'GET' && statusCode !== 307 && statusCode !== 308)
    throw new RemoteFault(`it moved (${statusCode}) in a way that loses messages; give its new address`);
  return new URL(target.origin + path);
}
