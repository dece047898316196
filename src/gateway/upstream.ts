import * as http from 'node:http';
import * as https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

export interface Sending {
  readonly method: string;
  readonly target: URL;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer | undefined;
  readonly signal: AbortSignal;
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
  const once = ({ method, target, headers, body, signal }: Sending) => {
    const { request } = target.protocol === 'https:' ? https : http;
    const agent = throughProxy(target) ?? agents[target.protocol as keyof typeof agents];
    const sent = request(target, { method, headers, agent, signal });
    const answer = new Promise<http.IncomingMessage>((resolve, reject) =>
      sent.on('response', resolve).on('error', reject),
    );
    sent.end(body);
    return { sent, answer };
  };
  return {
    async send(sending: Sending): Promise<http.IncomingMessage> {
      for (;;) {
        const { sent, answer } = once(sending);
        try {
          return await answer;
        } catch (error) {
          // The other side may close idle connections in the very moment that they are used again; each is tried only once.
          if (!sent.reusedSocket || (error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
        }
      }
    },
    close() {
      for (const agent of [...Object.values(agents), ...proxies.values()]) agent.destroy();
    },
  };
}
