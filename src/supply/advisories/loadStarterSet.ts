/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './openStarterSet'): typeof import('./openStarterSet');

/** The starter set is read where an ecosystem has no shard. */
export function loadStarterSet(): typeof import('./openStarterSet') {
  return require('./openStarterSet');
}
