import type { createLook } from './look';
import type { Scanner, ScannerOptions } from './scan';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './scanning'): typeof import('./scanning');

/** What scans, and its parts that others use: none of it is read before it is needed, because activation must not wait for it. */
export function loadScanning(): typeof import('./scanning') {
  return require('./scanning');
}

/** `createScanner`, read at the first scan. */
export function createLateScanner(options: ScannerOptions): Scanner {
  let made: Scanner | undefined;
  const scanner = () => {
    made ??= loadScanning().createScanner(options);
    return made;
  };
  return {
    scan: (text, source) => scanner().scan(text, source),
    rescan: (text, before, edit, source) => scanner().rescan(text, before, edit, source),
    describe: (id, value) => scanner().describe(id, value),
    fingerprint: options.fingerprint,
  };
}

/** `createLook`, read at the first look. */
export function createLateLook(...parts: Parameters<typeof createLook>): ReturnType<typeof createLook> {
  let made: ReturnType<typeof createLook> | undefined;
  return (...asked) => {
    made ??= loadScanning().createLook(...parts);
    return made(...asked);
  };
}
