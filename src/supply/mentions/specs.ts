/** What a word asks a registry for; undefined where it is a path, an address, a variable, or no name at all. */
export interface Spec {
  readonly name: string;
  readonly version?: string;
  readonly requirement?: string;
}

export type ReadSpec = (word: string) => Spec | undefined;

const scopedName = /^(?:@[\p{L}\d~-][\p{L}\d._~-]*\/)?[\p{L}\d~_-][\p{L}\d._~-]*$/u;

/** `name@range`, `@scope/name`, `alias@npm:name@range`. */
export const npmSpec: ReadSpec = word => {
  const spec = word.replace(/^[^@/:]+@(?=npm:)/, '').replace(/^npm:/, '');
  const at = spec.indexOf('@', 1);
  const [name, asked] = at < 0 ? [spec, ''] : [spec.slice(0, at), spec.slice(at + 1)];
  if (isElsewhere(spec) || /[:/]/.test(asked) || !scopedName.test(name) || name.length > 214) return undefined;
  return withVersion(name, asked);
};

/** PEP 508, and `name@range` as uv and Poetry write it: `name[extra]==1.0; marker`. */
export const pypiSpec: ReadSpec = word => {
  const [, name, rest = ''] = /^([\p{L}\d][\p{L}\d._-]*)(?:\[[^\]]*\])?\s*([^;]*)/u.exec(word) ?? [];
  if (name === undefined || isElsewhere(word) || /^@\s*\w+[:+]|\//.test(rest) || !/^(?:$|[=<>!~@^,(\s])/.test(rest))
    return undefined;
  const exact = /^={2,3}\s*([\w.!+-]+)$/.exec(rest.trim())?.[1];
  const asked = rest.trim().replace(/^@/, '');
  return { name: normalised(name), ...(exact ? { version: exact } : asked ? versioned(asked) : {}) };
};

/** PEP 503. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

export const crateSpec: ReadSpec = word => {
  const [name = '', asked = ''] = word.split('@', 2);
  return /^\p{L}[\p{L}\d_-]{0,63}$/u.test(name) ? withVersion(name, asked) : undefined;
};

/** `example.org/module/path@v1.2.3`: what has no dot in its first part belongs to Go itself. */
export const goSpec: ReadSpec = word => {
  const [path = '', asked = ''] = word.split('@', 2);
  if (!/^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w.~-]+)*(?:\/\.\.\.)?$/i.test(path)) return undefined;
  return withVersion(path.replace(/\/\.\.\.$/, ''), asked.replace(/^v(?=\d)/, ''));
};

/** `name`, `name:version`, as gem, dart and flutter write it. */
export const colonSpec: ReadSpec = word => {
  const [, name, asked = ''] = /^(?:dev:|override:)?([\p{L}\d][\p{L}\d._-]*)(?::(.*))?$/u.exec(word) ?? [];
  return name === undefined || isElsewhere(word) || /[{/]/.test(asked) ? undefined : withVersion(name, asked);
};

/** `vendor/name:range`. */
export const composerSpec: ReadSpec = word => {
  const [, name, asked = ''] = /^([a-z\d][\w.-]*\/[a-z\d][\w.-]*)(?:[:=@](.*))?$/i.exec(word) ?? [];
  return name === undefined ? undefined : withVersion(name.toLowerCase(), asked);
};

/** `registry/path/image:tag@digest`. */
export const imageSpec: ReadSpec = word => {
  const [, name, tag = ''] =
    /^([a-z\d][\w.-]*(?::\d+)?(?:\/[\w.-]+)*)(?::([\w.-]+))?(?:@sha256:[\da-f]+)?$/i.exec(word) ?? [];
  return name === undefined ? undefined : { name, ...(tag ? { requirement: tag } : {}) };
};

/** `publisher.name@version`. */
export const extensionSpec: ReadSpec = word => {
  const [name = '', asked = ''] = word.split('@', 2);
  return /^[\w-]+\.[\w-]+$/.test(name) && !name.endsWith('.vsix') ? withVersion(name.toLowerCase(), asked) : undefined;
};

/** `npm:name@range` and `jsr:@scope/name`; deno takes a bare name for nothing. */
export const denoSpec: ReadSpec = word => (/^(?:npm|jsr):/.test(word) ? npmSpec(word.replace(/^jsr:/, '')) : undefined);

/** `group:artifact:version`. */
export const mavenSpec: ReadSpec = word => {
  const [group, artifact, version] = word.split(':');
  return group && artifact ? { name: `${group}:${artifact}`, ...(version ? { version } : {}) } : undefined;
};

/** Paths, addresses, archives, git, and what stands for a name in an example. */
function isElsewhere(word: string): boolean {
  return elsewhere.test(word) || archive.test(word) || examples.test(word);
}

const elsewhere =
  /^[.~/\\]|:\/\/|^(?:git\+|git@|file:|link:|workspace:|portal:|patch:|github:|gitlab:|bitbucket:|gist:)|^[a-z]:[\\/]/i;
const archive = /\.(?:tgz|tar|tar\.(?:gz|bz2|xz)|whl|zip|gem|nupkg)$/i;

const examples =
  /^(?:(?:your|my|some|the|a|any|new|another)[-_](?:package|pkg|lib|library|module|plugin|project|app|dependency)(?:[-_]?name)?|(?:package|pkg|module|library|lib|plugin)[-_]?names?|package[-_]?[a-z0-9]|foo|bar|baz|qux|foobar)(?:@.*)?$/i;

function withVersion(name: string, asked: string): Spec {
  return asked === '' ? { name } : { name, ...versioned(asked) };
}

function versioned(asked: string): Pick<Spec, 'version' | 'requirement'> {
  return /^v?\d+\.\d+(?:\.\d+)?[\w.+-]*$/.test(asked) ? { version: asked.replace(/^v/, '') } : { requirement: asked };
}
