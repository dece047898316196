/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './globParts'): typeof import('./globParts');

/** The alternatives of a glob; what reads globs is itself read at the first path that one is asked about, and only where there are more than stars in it. */
export function globParts(glob: string): readonly (readonly string[])[] {
  return plain.test(glob) && !twoDeep.test(glob) ? [glob.split('/')] : require('./globParts').globParts(glob);
}

/** Names with stars between slashes: minimatch does no more with them than to split them. */
const name = String.raw`(?:\*\*|(?!\.{1,2}(?:/|$)|[^/]*\*\*)[\w:@.*-]+)`;
const plain = new RegExp(`^${name}(?:/${name})*$`);
const twoDeep = /\*\*.*\*\*/;
