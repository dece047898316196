import type { Detector } from './detector';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/**
 * All detectors. The packages hold them in a file of their own, which is read at the first scan: neither the editor's start nor
 * a command that scans nothing waits for a thousand of them.
 */
export function loadDetectors(): readonly Detector[] {
  return require('./index').detectors;
}
