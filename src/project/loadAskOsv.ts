/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './askOsv'): typeof import('./askOsv');

/** What asks OSV's API is read only where the person wants that. */
export function loadAskOsv(): typeof import('./askOsv') {
  return require('./askOsv');
}
