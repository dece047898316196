/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './openSealed'): typeof import('./openSealed');

/** age, which only those need who read a sealed trail. */
export function loadSealed(): typeof import('./openSealed') {
  return require('./openSealed');
}
