/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './orderModel'): typeof import('./orderModel');

/** What judges sentences, read when a first text has a passage that is worth it: few have one. */
export function loadOrderModel(): typeof import('./orderModel') {
  return require('./orderModel');
}
