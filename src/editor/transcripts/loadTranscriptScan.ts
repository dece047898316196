/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './transcriptScan'): typeof import('./transcriptScan');

/** What looks through the clients' session files, read when somebody asks for it. */
export function loadTranscriptScan(): typeof import('./transcriptScan') {
  return require('./transcriptScan');
}
