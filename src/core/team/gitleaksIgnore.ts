import type { Acceptor, ForeignPart } from './foreign';

/**
 * Reads `.gitleaksignore`: a fingerprint a line, `file:rule:line`; `#` begins a comment. Which rule it was is gitleaks' own affair:
 * what was accepted is the secret on that line. `commit:file:rule:line` speaks of a commit, not of the file as it is now, and
 * lets nothing go here, as with gitleaks itself.
 */
export function readGitleaksIgnore(text: string, name: string): ForeignPart {
  const accepted = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const fingerprint = line.trim();
    const { file, at } = /^(?<file>[^#].*):[^:]+:(?<at>\d{1,9})$/.exec(fingerprint)?.groups ?? {};
    if (file && at && !/^[0-9a-f]{40}:/i.test(fingerprint)) accepted.set(`${clean(file)}:${Number(at)}`, index + 1);
  }
  return accepted.size === 0 ? {} : { acceptors: [acceptor(accepted, name)] };
}

function acceptor(accepted: ReadonlyMap<string, number>, name: string): Acceptor {
  return ({ path, firstLine }) => {
    const line = path === undefined ? undefined : accepted.get(`${path}:${firstLine}`);
    return line === undefined ? undefined : `accepted in ${name}, line ${line}`;
  };
}

/** As workspaces write paths. */
function clean(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\.\//, '');
}
