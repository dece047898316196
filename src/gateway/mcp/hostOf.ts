/**
 * The host of an address as whoever opens it would understand it: the WHATWG parser takes backslashes for slashes, a name before
 * `@` for a user, `0x7f.1` and `2130706433` for 127.0.0.1, and writes international names in ASCII. Undefined where it is no
 * address of a host.
 */
export function hostOf(address: string): string | undefined {
  const text = address.replace(/[\t\r\n]/g, '').trim();
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'file' || scheme === 'data' || scheme === 'javascript' || scheme === 'blob') return undefined;
  const special = scheme === undefined || specials.has(scheme);
  // What other schemes have for a host is not made canonical: read as http it is.
  const rest = scheme === undefined ? text : text.slice(scheme.length + 1);
  if (scheme !== undefined && !special && !/^[\\/]{2}/.test(rest)) return undefined;
  return canonical(`http://${rest.replace(/^[\\/]+/, '')}`);
}

/** The host of a name as it stands alone, `example.com` or `user@example.com:22`; what can't be read is `unknown host`. */
export function namedHost(name: string): string {
  return canonical(`http://${name.trim()}`) ?? unknownHost;
}

/** A host that no list allows and no value comes from. */
export const unknownHost = 'unknown host';

const specials = new Set(['http', 'https', 'ws', 'wss', 'ftp']);

function canonical(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return hostname === '' ? undefined : hostname.toLowerCase().replace(/\.$/, '');
}

/** Whether it is this machine. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/.test(
    host,
  );
}
