import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

export interface UrlRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string;
  /** Milliseconds in which nothing comes. */
  readonly idle?: number;
}

/** What came back. Its body has to be read or destroyed. */
export interface UrlAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: http.IncomingMessage;
}

/** Opens an address; rejects where no answer comes, with a message that a person can read. */
export type OpenUrl = (request: UrlRequest) => Promise<UrlAnswer>;

/**
 * Asks over HTTPS, through the proxy that HTTPS_PROXY and NO_PROXY name. Plain HTTP reaches this machine alone. TLS is verified, and
 * no redirect is followed.
 */
export const openUrl: OpenUrl = ({ url, method = 'GET', headers = {}, body, idle = 30_000 }) => {
  const target = new URL(url);
  const refused = refusal(target);
  if (refused) return Promise.reject(new Error(refused));
  const secure = target.protocol === 'https:';
  const proxy = secure ? getProxyForUrl(target.href) : '';
  const agent = proxy === '' ? undefined : new HttpsProxyAgent(proxy);
  return new Promise((resolve, reject) => {
    const sent = (secure ? https : http).request(target, {
      method,
      ...(agent ? { agent } : {}),
      headers: { 'user-agent': 'lockside', ...headers },
      timeout: idle,
    });
    const silent = () => new Error(`${target.host} sent nothing for ${Math.round(idle / 1000)} seconds`);
    sent.on('timeout', () => sent.destroy(silent()));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOTFOUND' ? Object.assign(unknownHost(target.host), { code: error.code }) : error),
    );
    sent.on('response', answer => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer }));
    sent.end(body);
  });
};

export interface Retrying {
  readonly open: OpenUrl;
  /** Waits so many milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Tries up to four times where a server is busy or ill or can't be reached, later each time, and as late as it asks for. */
export async function openPatiently(request: UrlRequest, { open, wait = sleep }: Retrying): Promise<UrlAnswer> {
  for (let tries = 1; ; tries++) {
    const last = tries === mostTries;
    try {
      const answer = await open(request);
      if (!busy.has(answer.status) || last) return answer;
      answer.body.resume();
      await wait(Math.max(pause(tries), askedPause(answer.headers['retry-after'])));
    } catch (error) {
      if (last || isHopeless(error)) throw error;
      await wait(pause(tries));
    }
  }
}

/** A name that there is not, a port that nobody listens at, an address that is refused: the next try ends as this one. */
function isHopeless(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? false : ['ENOTFOUND', 'ECONNREFUSED', 'ERR_INVALID_URL'].includes(code);
}

/** Reads a body to its end, or throws once it is longer than the limit. */
export async function readBody({ body }: UrlAnswer, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > limit) throw new Error(`the answer is longer than ${limit} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const mostTries = 4;
const busy: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

function pause(tries: number): number {
  return 500 * 2 ** (tries - 1);
}

/** Seconds, as servers write them; nobody waits longer than half a minute. */
function askedPause(header: string | undefined): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 30) * 1000 : 0;
}

function unknownHost(host: string): Error {
  return new Error(`${host} can't be found: is there a network, and a proxy in HTTPS_PROXY where one is needed?`);
}

function refusal({ protocol, hostname, host }: URL): string | undefined {
  if (protocol === 'https:') return undefined;
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol === 'http:' && here) return undefined;
  return `${host}: only https is asked, lest what comes was changed on its way`;
}
