/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/** What asks registries, read when a first package is to be looked up. */
export function loadRegistries(): typeof import('./index') {
  return require('./index');
}
