/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './globParts'): typeof import('./globParts');

/** The alternatives of a glob; what reads globs is itself read at the first path that one is asked about. */
export function globParts(glob: string): readonly (readonly string[])[] {
  return require('./globParts').globParts(glob);
}
