/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/** What reads a team's rules, in a file of its own in the packages: whoever has no such rules never reads the engine for them. */
export function loadTeam(): typeof import('./index') {
  return require('./index');
}
