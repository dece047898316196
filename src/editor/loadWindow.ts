/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './window'): typeof import('./window');

/** What a person sees and does in the window, read when the ways out are guarded: activation must not wait for it. */
export function loadWindow(): typeof import('./window') {
  return require('./window');
}
