import type { ForeignPart } from './foreign';

/**
 * Reads `.gitleaksignore`: a fingerprint a line, `file:rule:line`; `#` begins a comment. Which rule it was is gitleaks' own affair:
 * what was accepted is the secret on that line. `commit:file:rule:line` speaks of the file as a commit brought it, and counts in
 * the history alone, as with gitleaks itself.
 */
export function readGitleaksIgnore(text: string, name: string): ForeignPart {
  const accepted = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const { commit = '', file, at } = fingerprint.exec(line.trim())?.groups ?? {};
    if (file && at) accepted.set(keyOf(commit.toLowerCase(), clean(file), Number(at)), index + 1);
  }
  const told = (commit: string, path: string, at: number) => {
    const line = accepted.get(keyOf(commit, path, at));
    return line === undefined ? undefined : `accepted in ${name}, line ${line}`;
  };
  return {
    acceptors: [({ path, firstLine }) => (path === undefined ? undefined : told('', path, firstLine))],
    acceptedIn: told,
  };
}

const fingerprint = /^(?!#)(?:(?<commit>[0-9a-f]{40}):)?(?<file>.+):[^:]+:(?<at>\d{1,9})$/i;

function keyOf(commit: string, path: string, line: number): string {
  return `${commit}:${path}:${line}`;
}

/** As workspaces write paths. */
function clean(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\.\//, '');
}
