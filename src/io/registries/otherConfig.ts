import { join } from 'node:path';
import { fieldsOf, type Table, textOf } from '../../core/untyped';
import { allowed, type ConfigPlaces, readIf, readTomlIf } from './configFiles';
import type { Lookup } from './protocol';

/** Where crates come from: the sparse index, or what `source.crates-io` of a `.cargo/config.toml` is replaced with. */
export function cratesLookup({ root, home, env }: ConfigPlaces): () => Lookup {
  const own = readTomlIf(join(env.CARGO_HOME ?? join(home, '.cargo'), 'config.toml'));
  const project = readTomlIf(join(root, '.cargo', 'config.toml'));
  const replaced = (config: Table) => {
    const sources = fieldsOf(config.source);
    const name = textOf(fieldsOf(sources['crates-io'])['replace-with']);
    return name === undefined
      ? undefined
      : (textOf(fieldsOf(sources[name]).registry) ?? textOf(fieldsOf(fieldsOf(config.registries)[name]).index) ?? name);
  };
  const url = replaced(project) ?? replaced(own) ?? 'sparse+https://index.crates.io/';
  const sparse = /^sparse\+(.*)$/.exec(url)?.[1];
  const place =
    sparse === undefined
      ? { why: 'its crates come from a source that is no sparse index' }
      : allowed(sparse, url === replaced(own));
  const lookup: Lookup = typeof place === 'string' ? { registries: [{ url: place }] } : place;
  return () => lookup;
}

/** Where Go's modules come from: GOPROXY, but for what GOPRIVATE and GONOPROXY name. `go env -w` writes into a file of its own. */
export function goLookup({ home, env }: ConfigPlaces): (name: string) => Lookup {
  const file = readIf(env.GOENV ?? join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'go', 'env'));
  const setting = (name: string) => env[name] ?? new RegExp(`^${name}=(.*)$`, 'm').exec(file)?.[1]?.trim();
  const closed = (setting('GONOPROXY') ?? setting('GOPRIVATE') ?? '').split(',').filter(Boolean);
  const proxies = (setting('GOPROXY') ?? 'https://proxy.golang.org,direct')
    .split(/[,|]/)
    .filter(it => /^https?:/.test(it));
  const places = proxies.map(it => allowed(it, true));
  return name => {
    if (closed.some(pattern => isBelow(name, pattern))) return { why: 'GOPRIVATE keeps its name here' };
    const registries = places.flatMap(url => (typeof url === 'string' ? [{ url }] : []));
    return registries.length > 0 ? { registries } : { why: 'GOPROXY names no proxy that can be asked' };
  };
}

/** GOPRIVATE's globs stand for whole beginnings of a path; a star stays within one part. */
function isBelow(path: string, pattern: string): boolean {
  const wanted = pattern.trim().replace(/\/$/, '').split('/');
  const parts = path.split('/');
  return wanted.length <= parts.length && wanted.every((glob, index) => isLike(parts[index]!, glob));
}

function isLike(part: string, glob: string): boolean {
  const pieces = glob.split('*');
  if (pieces.length === 1) return part === glob;
  let at = pieces[0]!.length;
  if (!part.startsWith(pieces[0]!)) return false;
  for (const piece of pieces.slice(1, -1)) {
    const found = part.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return part.length - pieces.at(-1)!.length >= at && part.endsWith(pieces.at(-1)!);
}
