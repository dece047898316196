import { isLoopback } from '../gateway/mcp/hostOf';

/** The address of a server; over http only on this machine. `from` is where it was given. */
export function targetOf(text: string, from = '--http'): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`${from}: this is no http or https URL`);
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new Error(`${from}: over http messages could be read on their way; https is needed beyond this machine`);
  if (url.username || url.hash) throw new Error(`${from}: give the address without user, password and fragment`);
  return url;
}
