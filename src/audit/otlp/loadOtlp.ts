/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './startTelemetry'): typeof import('./startTelemetry');

/** OpenTelemetry's packages, which only those need who have a collector. */
export function loadOtlp(): typeof import('./startTelemetry') {
  return require('./startTelemetry');
}
