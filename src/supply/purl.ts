import type { Ecosystem, PackageEntry } from '../core/packages';

/** A package URL's parts, decoded. */
export interface Purl {
  readonly type: string;
  readonly namespace?: string;
  readonly name: string;
  readonly version?: string;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly subpath?: string;
}

/** The package URL of an entry, by the purl specification's type for its ecosystem: `pkg:npm/%40scope/name@1.0.0`. */
export function purlOf(entry: PackageEntry): string {
  const quick = plainNpm(entry);
  if (quick !== undefined) return quick;
  const parts = partsOf(entry);
  const namespace = segments(parts.namespace ?? '').map(encode);
  const version = parts.version === undefined ? '' : `@${encode(parts.version)}`;
  const qualifiers = Object.entries({ ...parts.qualifiers, ...originOf(entry) }).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = qualifiers.map(([key, value]) => `${key}=${encode(value)}`).join('&');
  const subpath = segments(parts.subpath ?? '').map(encode);
  const path = [parts.type, ...namespace, encode(parts.name)].join('/');
  return `pkg:${path}${version}${query && `?${query}`}${subpath.length > 0 ? `#${subpath.join('/')}` : ''}`;
}

/** Most entries of the largest lockfiles need no more. */
function plainNpm({ ecosystem, name, version, source }: PackageEntry): string | undefined {
  if (ecosystem !== 'npm' || version === undefined || (source?.kind ?? 'registry') !== 'registry') return undefined;
  if (!plain.test(version)) return undefined;
  if (plain.test(name)) return `pkg:npm/${name}@${version}`;
  return scoped.test(name) ? `pkg:npm/%40${name.slice(1)}@${version}` : undefined;
}

/** Reads a package URL; undefined where it is none. */
export function parsePurl(text: string): Purl | undefined {
  if (text.length > longest || !/^pkg:/i.test(text)) return undefined;
  const [beforeSubpath, subpath] = splitLast(text.slice(4), '#');
  const [beforeQuery, query] = splitLast(beforeSubpath, '?');
  const [path, version] = splitVersion(beforeQuery);
  const [type = '', ...names] = segments(path);
  try {
    const decoded = names.map(decodeURIComponent);
    const name = decoded.pop();
    if (!/^[a-z][a-z0-9.+-]*$/i.test(type) || !name) return undefined;
    return {
      type: type.toLowerCase(),
      ...(decoded.length > 0 ? { namespace: decoded.join('/') } : {}),
      name,
      ...(version ? { version: decodeURIComponent(version) } : {}),
      qualifiers: qualifiersOf(query ?? ''),
      ...(subpath ? { subpath: segments(subpath).map(decodeURIComponent).join('/') } : {}),
    };
  } catch {
    // A percent sign that begins no byte.
    return undefined;
  }
}

/** What a package URL names, in the form of entries; undefined for types of no ecosystem that is known. */
export function entryOfPurl(text: string): Pick<PackageEntry, 'ecosystem' | 'name' | 'version'> | undefined {
  const purl = parsePurl(text);
  const ecosystem = purl && ecosystemsByType.get(purl.type);
  if (!purl || !ecosystem) return undefined;
  const version = ecosystem === 'Go' ? purl.version?.replace(/^v/, '') : purl.version;
  return { ecosystem, name: nameOf(ecosystem, purl), ...(version === undefined ? {} : { version }) };
}

const longest = 4000;

/** What needs no escape. */
const plain = /^[\w.~-]+$/;
const scoped = /^@[\w.~-]+\/[\w.~-]+$/;

/** The types as the purl specification registers them; JSR's is the one that its own tools write. */
const types: Readonly<Record<Ecosystem, string>> = {
  npm: 'npm',
  PyPI: 'pypi',
  'crates.io': 'cargo',
  Go: 'golang',
  Maven: 'maven',
  RubyGems: 'gem',
  Packagist: 'composer',
  NuGet: 'nuget',
  Hex: 'hex',
  Pub: 'pub',
  SwiftURL: 'swift',
  CocoaPods: 'cocoapods',
  ConanCenter: 'conan',
  Hackage: 'hackage',
  CRAN: 'cran',
  JSR: 'jsr',
  'GitHub Actions': 'github',
  Docker: 'docker',
  VSCode: 'vscode-extension',
  'Hugging Face': 'huggingface',
};

const ecosystemsByType = new Map<string, Ecosystem>([
  ...Object.entries(types).map(([ecosystem, type]) => [type, ecosystem as Ecosystem] as const),
  ['githubactions', 'GitHub Actions'],
  ['oci', 'Docker'],
]);

function partsOf({ ecosystem, name, version }: PackageEntry): Purl {
  const type = types[ecosystem];
  const plain = (path: string, qualifiers = {}): Purl => ({ type, ...splitName(path), version, qualifiers });
  switch (ecosystem) {
    case 'Maven':
      return plain(name.replace(':', '/'));
    case 'Go':
      // Go's versions have their `v` in package URLs. Module paths keep their case: it tells them apart.
      return { ...plain(name), version: version && /^[0-9]/.test(version) ? `v${version}` : version };
    case 'PyPI':
    case 'Hex':
    case 'Packagist':
      return plain(name.toLowerCase());
    case 'VSCode':
      return plain(name.replace('.', '/').toLowerCase());
    case 'SwiftURL':
      return plain(name.replace(/^[a-z+]+:\/\/(?:[^/@]*@)?/i, '').replace(/\.git$/, ''));
    case 'CocoaPods': {
      const [pod = '', ...subspecs] = name.split('/');
      return {
        type,
        name: pod,
        version,
        qualifiers: {},
        ...(subspecs.length > 0 ? { subpath: subspecs.join('/') } : {}),
      };
    }
    case 'GitHub Actions': {
      const [owner = '', repository, ...path] = name.split('/');
      if (repository === undefined) return plain(name);
      const subpath = path.length > 0 ? { subpath: path.join('/') } : {};
      return {
        type,
        namespace: owner.toLowerCase(),
        name: repository.toLowerCase(),
        version,
        qualifiers: {},
        ...subpath,
      };
    }
    case 'Docker': {
      const [host = '', ...path] = name.split('/');
      const isHost = path.length > 0 && /[.:]|^localhost$/.test(host);
      return isHost ? plain(path.join('/'), { repository_url: host }) : plain(name);
    }
    case 'Hugging Face':
      return { ...plain(name), version: version?.toLowerCase() };
    default:
      return plain(name);
  }
}

function splitName(path: string): { namespace?: string; name: string } {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? { name: path } : { namespace: path.slice(0, slash), name: path.slice(slash + 1) };
}

/** Where it comes from instead of a registry, without user, password and query: those may be secrets. */
function originOf({ source }: PackageEntry): Record<string, string> {
  if (source?.kind !== 'git' && source?.kind !== 'url') return {};
  const url = source?.url?.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1').replace(/\?[^#]*/, '');
  if (url === undefined) return {};
  if (source?.kind === 'git') return { vcs_url: /^git\+|^git:/.test(url) ? url : `git+${url}` };
  return source?.kind === 'url' ? { download_url: url } : {};
}

function nameOf(ecosystem: Ecosystem, { namespace, name, qualifiers, subpath }: Purl): string {
  const joint = ecosystem === 'Maven' ? ':' : ecosystem === 'VSCode' ? '.' : '/';
  const host = ecosystem === 'Docker' ? qualifiers.repository_url : undefined;
  const below = ecosystem === 'CocoaPods' || ecosystem === 'GitHub Actions' ? subpath : undefined;
  const full = namespace === undefined ? name : `${namespace}${joint}${name}`;
  return [host, full, below].filter(part => part !== undefined).join('/');
}

function segments(path: string): string[] {
  return path.split('/').filter(part => part !== '' && part !== '.' && part !== '..');
}

/** Everything but letters, digits, `.-_~` and `:`. */
function encode(text: string): string {
  if (plain.test(text)) return text;
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/[!'()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}

function splitLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The version stands after the last `@`, unless that begins an npm scope that somebody left unencoded. */
function splitVersion(path: string): [string, string | undefined] {
  const at = path.lastIndexOf('@');
  return at <= 0 || path[at - 1] === '/' ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

function qualifiersOf(query: string): Record<string, string> {
  const pairs = query.split('&').flatMap(pair => {
    const at = pair.indexOf('=');
    return at > 0 && at < pair.length - 1
      ? [[pair.slice(0, at).toLowerCase(), decodeURIComponent(pair.slice(at + 1))]]
      : [];
  });
  return Object.fromEntries(pairs);
}
