/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './reportPages'): typeof import('./reportPages');

/** The dashboard and the data-flow map, read when somebody opens one of them. */
export function loadReportPages(): typeof import('./reportPages') {
  return require('./reportPages');
}
