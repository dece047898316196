import * as toml from 'smol-toml';
import type { Table } from '../../core/untyped';
import { readBounded } from '../boundedFile';

export interface ConfigPlaces {
  /** The project's folder. */
  readonly root: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** In bytes. */
const largest = 1024 * 1024;

/** A configuration file's text; empty where there is none, or where it is no configuration. */
export function readIf(file: string): string {
  const read = readBounded(file, largest);
  return read && 'text' in read ? read.text.replace(/^\uFEFF/, '') : '';
}

/** The same in TOML; empty where it can't be read, because the tool that it is for says by itself what is wrong with it. */
export function readTomlIf(file: string): Table {
  try {
    return toml.parse(readIf(file));
  } catch {
    return {};
  }
}

export function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/**
 * A registry's address as it may be asked: HTTPS, or on this machine where the person's own configuration names it; without
 * credentials, query and fragment. A repository must not make this machine knock at its own doors.
 */
export function allowed(written: string, own: boolean): string | { readonly why: string } {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || /\$/.test(written)) return { why: 'its registry has no address that can be read' };
  const local = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
    return { why: `its registry ${url.host} is not asked over HTTPS` };
  if (!own && (local || isInternal(url.hostname)))
    return {
      why: `only the repository names the registry ${url.host}, which lies inside; name it in your own configuration`,
    };
  return withSlash(`${url.origin}${url.pathname}`);
}

/** Addresses that only a network of one's own has. Names that lead there are the person's network's business. */
function isInternal(host: string): boolean {
  return /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[|\.local$|\.internal$/.test(
    host,
  );
}
