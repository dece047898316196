/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/** What judges packages by name, with the names that are known, which the packages hold in a file of their own: read when a first command would install something. */
export function loadTrust(): typeof import('./index') {
  return require('./index');
}
