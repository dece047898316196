/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './advisoryBase'): typeof import('./advisoryBase');

/** What knows advisories is read when an agent or an answer names the first package. */
export function loadAdvisoryBase(): typeof import('./advisoryBase') {
  return require('./advisoryBase');
}
