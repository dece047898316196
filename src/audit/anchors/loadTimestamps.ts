/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './timestamps'): typeof import('./timestamps');

/** What reads certificates and time stamps, which only those need who anchor at an authority. */
export function loadTimestamps(): typeof import('./timestamps') {
  return require('./timestamps');
}
