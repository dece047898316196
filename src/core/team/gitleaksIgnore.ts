import type { ForeignPart } from './foreign';
import { slugOf } from './slugOf';
import { isTeamId } from './teamRule';

/**
 * Reads `.gitleaksignore`: a fingerprint a line, `file:rule:line`; `#` begins a comment. Of the rules that came from gitleaks' own
 * files it accepts the one that it names; what a detector of ours finds on that line is accepted whatever the rule is called.
 * `commit:file:rule:line` speaks of the file as a commit brought it, and counts in the history alone, as with gitleaks itself.
 */
export function readGitleaksIgnore(text: string, name: string): ForeignPart {
  const accepted = new Map<string, Entry[]>();
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const { commit = '', file, rule = '', at } = fingerprint.exec(line.trim())?.groups ?? {};
    if (!file || !at) continue;
    const key = keyOf(commit.toLowerCase(), clean(file), Number(at));
    accepted.set(key, [...(accepted.get(key) ?? []), { rule: slugOf(rule), line: index + 1 }]);
  }
  const told = (commit: string, path: string, at: number, detector: string) => {
    const entries = accepted.get(keyOf(commit, path, at)) ?? [];
    const entry = entries.find(({ rule }) => !isTeamId(detector) || detector.endsWith(`/team-${rule}`));
    return entry && `accepted in ${name}, line ${entry.line}`;
  };
  return {
    acceptors: [
      ({ path, firstLine, detector }) => (path === undefined ? undefined : told('', path, firstLine, detector)),
    ],
    acceptedIn: told,
  };
}

interface Entry {
  readonly rule: string;
  /** Where it stands. */
  readonly line: number;
}

const fingerprint = /^(?!#)(?:(?<commit>[0-9a-f]{40}):)?(?<file>.+):(?<rule>[^:]+):(?<at>\d{1,9})$/i;

function keyOf(commit: string, path: string, line: number): string {
  return `${commit}:${path}:${line}`;
}

/** As workspaces write paths. */
function clean(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\.\//, '');
}
