/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './judgeAction'): typeof import('./judgeAction');

/** What judges commands, which the packages hold in a file of its own. */
export function loadActions(): typeof import('./judgeAction') {
  return require('./judgeAction');
}
