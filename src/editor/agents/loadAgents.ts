/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './openAgents'): typeof import('./openAgents');

/** What lists AI clients and keeps their lock, with the readers of their files, read a moment after the window has opened. */
export function loadAgents(): typeof import('./openAgents') {
  return require('./openAgents');
}
