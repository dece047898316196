/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './setup'): typeof import('./setup');

/** What setting clients up takes, with the readers of their configurations, which the packages hold in a file of its own. */
export function loadSetup(): typeof import('./setup') {
  return require('./setup');
}
