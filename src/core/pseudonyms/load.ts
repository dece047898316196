/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/** What makes synthetic values, in a file of its own in the packages: read when a policy or a command first wants one. */
export function loadPseudonyms(): typeof import('./index') {
  return require('./index');
}
