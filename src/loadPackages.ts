import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { requireCompiled } from './io/compiledCode';
import { stateFolder } from './io/stateFolder';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './packages'): typeof import('./packages');

/** `lockside packages`, from what V8 has compiled of it before where that can be had. */
export function loadPackages(): typeof import('./packages') {
  // It is over before code that V8 compiles anew because it ran often is worth its making; only what runs far longer shall be.
  // And what it makes new mostly stays, so that the heap better grows at once than to be looked through again and again.
  setFlagsFromString('--interrupt-budget=1000000 --semi-space-growth-factor=4');
  const compiled = requireCompiled(join(__dirname, 'packages.js'), stateFolder());
  return compiled ? (compiled as typeof import('./packages')) : require('./packages');
}
