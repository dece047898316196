import { createLineIndex } from '../lineIndex';
import type { Decision } from '../model';
import { printable } from '../printable';
import { lineAround } from './allowList';
import type { Acceptor, FoundHere } from './foreign';

/**
 * Lets go what another scanner's files accept. For the editor and reports only, like comments in the text: `.gitleaksignore` says
 * that a finding shall not fail a build, not that an AI may have the value, and whoever writes files in a workspace, an agent
 * too, could add a line to it. What may go to a model stands in `lockside.suppressions`, with a reason. Personal data is no
 * matter of those scanners.
 */
export function applyAcceptors(
  text: string,
  path: string | undefined,
  decisions: readonly Decision[],
  acceptors: readonly Acceptor[],
): readonly Decision[] {
  if (acceptors.length === 0 || decisions.length === 0) return decisions;
  const place = createLineIndex(text);
  return decisions.map(decision => {
    if (decision.suppressed !== undefined || decision.finding.kind !== 'secret') return decision;
    const found = foundHere(text, path, decision, place);
    for (const accept of acceptors) {
      const told = accept(found);
      if (told === undefined) continue;
      // Its words come from strangers.
      const reason = printable(told);
      return { ...decision, action: 'allow', layer: 'workspace', reason, suppressed: reason };
    }
    return decision;
  });
}

function foundHere(
  text: string,
  path: string | undefined,
  { finding }: Decision,
  place: ReturnType<typeof createLineIndex>,
): FoundHere {
  const { start, end, detector } = finding;
  const secret = text.slice(start, end);
  return {
    detector,
    secret,
    match: secret,
    line: lineAround(text, start, end),
    path,
    firstLine: place(start).line,
    lastLine: place(end).line,
  };
}
