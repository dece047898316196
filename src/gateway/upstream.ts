import * as http from 'node:http';
import * as https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

/** Where a request is to go, before it is known what it says. */
export interface Opening {
  readonly method: string;
  readonly target: URL;
  readonly signal: AbortSignal;
}

export interface Sending extends Opening {
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer | undefined;
}

/** A connection that is there, or is being made, for one request. */
export interface Opened {
  send(headers: http.OutgoingHttpHeaders, body: Buffer | undefined): Promise<http.IncomingMessage>;
  /** Ends it where nothing was sent. */
  drop(): void;
}

/**
 * Sends requests to providers over connections that are kept open, through the proxy that HTTPS_PROXY and NO_PROXY name where there
 * is one. TLS is verified, and no redirect is followed.
 */
export function createUpstream() {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, noDelay: true }),
    'https:': new https.Agent({ keepAlive: true, noDelay: true }),
  };
  const proxies = new Map<string, HttpsProxyAgent<string>>();
  const throughProxy = (target: URL): HttpsProxyAgent<string> | undefined => {
    const proxy = target.protocol === 'https:' ? getProxyForUrl(target.href) : '';
    if (proxy === '') return undefined;
    const agent = proxies.get(proxy) ?? new HttpsProxyAgent(proxy, { keepAlive: true, noDelay: true });
    proxies.set(proxy, agent);
    return agent;
  };
  const begin = ({ method, target, signal }: Opening) => {
    const { request } = target.protocol === 'https:' ? https : http;
    const agent = throughProxy(target) ?? agents[target.protocol as keyof typeof agents];
    const sent = request(target, { method, agent, signal });
    const answer = new Promise<http.IncomingMessage>((resolve, reject) =>
      sent.on('response', resolve).on('error', reject),
    );
    // It may fail before anybody waits for it.
    answer.catch(() => undefined);
    return { sent, answer };
  };
  /** Node connects as soon as there is a request, and sends nothing of it before its end. */
  const open = (opening: Opening): Opened => {
    const first = begin(opening);
    let isUsed = false;
    return {
      async send(headers, body) {
        isUsed = true;
        for (let next = first.sent.destroyed ? begin(opening) : first; ; next = begin(opening)) {
          const { sent, answer } = next;
          for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.setHeader(name, value);
          sent.end(body);
          try {
            return await answer;
          } catch (error) {
            // The other side may close idle connections in the very moment that they are used again; each is tried only once.
            if (!sent.reusedSocket || (error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
          }
        }
      },
      drop: () => void (isUsed || first.sent.destroy()),
    };
  };
  return {
    open,
    send: ({ headers, body, ...opening }: Sending) => open(opening).send(headers, body),
    close() {
      for (const agent of [...Object.values(agents), ...proxies.values()]) agent.destroy();
    },
  };
}
