import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A client that may use the gateway. */
export interface GatewayClient {
  readonly name: string;
  /** At least 16 characters of `A-Za-z0-9_-`. */
  readonly token: string;
}

export type Admission =
  /** The path is the provider's own again. */
  { readonly client: string; readonly path: string } | { readonly status: 401 | 403; readonly why: string };

/** The header that may carry a client's token instead of the path. */
export const tokenHeader = 'x-lockside-token';

/**
 * Who may come in. The provider's key stands where it always does, so a client's own token comes first in the path,
 * `/lockside-TOKEN/…`, which fits into every base URL, or in a header. Pages in a browser can't: neither under a name that
 * they have pointed at this machine, nor from another origin. Without clients everybody on this machine may.
 */
export function admit(url: string, headers: IncomingHttpHeaders, clients: readonly GatewayClient[]): Admission {
  if (!isLoopbackName(headers.host)) return refuse(403, 'this gateway answers to 127.0.0.1 and localhost only');
  if (headers.origin !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none')
    return refuse(403, 'this gateway is not for pages in a browser');
  // Behind a provider's own address, anything else would make another host of it.
  if (!url.startsWith('/')) return refuse(403, 'it takes paths, not whole addresses');
  const [, inPath, rest] = /^\/lockside-([\w-]{1,200})(\/.*)?$/.exec(url) ?? [];
  const path = inPath === undefined ? url : (rest ?? '/');
  if (clients.length === 0) return { client: 'open', path };
  const given = inPath ?? String(headers[tokenHeader] ?? '');
  const client = clients.find(({ token }) => sameToken(token, given));
  if (client) return { client: client.name, path };
  return refuse(401, `this gateway's token is missing or wrong: its base URL begins with /lockside-TOKEN`);
}

function refuse(status: 401 | 403, why: string): Admission {
  return { status, why: `Lockside refused this request: ${why}.` };
}

/** A name that somebody has pointed at this machine reaches it, but says so here. */
function isLoopbackName(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');
}

function sameToken(token: string, given: string): boolean {
  const [one, other] = [Buffer.from(token), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
