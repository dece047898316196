import { isDay } from './isDay';
import { createLineIndex } from './lineIndex';
import { matchesName } from './matchNames';
import type { Decision, Fault } from './model';

export interface InlineResult {
  readonly decisions: readonly Decision[];
  /** `where` is `line:column` in the text. */
  readonly faults: readonly Fault[];
}

/**
 * Lets go what a comment in the text accepts: `lockside:ignore <detector-glob> <reason> [until YYYY-MM-DD]` on the
 * finding's first line, or `lockside:ignore-next-line …` on the line above. Without a reason, or expired, it does nothing
 * and is a fault. For the editor and reports only: on the way to a model the text may come from strangers (a web page, an
 * issue, a tool's result), and one of them could write such a comment beside the secret that they are after.
 */
export function applyInline(text: string, decisions: readonly Decision[], today: string): InlineResult {
  if (!text.includes(end)) return { decisions, faults: [] };
  const place = createLineIndex(text);
  const found = readComments(text, place).map(comment => ({
    ...comment,
    problem: problemOf(comment, decisions, today),
  }));
  const holding = found.filter(comment => comment.problem === undefined);
  return {
    decisions: decisions.map(decision => {
      const { line } = place(decision.finding.start);
      const comment = holding.find(one => one.line === line && one.matches(decision.finding.detector));
      return comment
        ? { ...decision, action: 'allow', layer: 'workspace', reason: comment.reason, suppressed: comment.reason }
        : decision;
    }),
    faults: found.flatMap(({ where, problem }) =>
      problem === undefined ? [] : [{ code: 'suppression', where, message: problem }],
    ),
  };
}

const word = 'lockside:ignore';
/** Searched for without its beginning, because most texts have few k. */
const end = 'kside:ignore';
const shape = /lockside:ignore(?<next>-next-line)?(?![\w-])[ \t]*(?<glob>[^\s]{0,200})[ \t]*(?<rest>[^\r\n]{0,500})/g;
const until = /(?:^|\s)until\s+(\S+)$/;

/** What may close a comment after the reason. */
const closers = /(?:\*\/|-->|--%>|%>|#\}|\*\)|\]\]|['"`,;)}\]])+$/;

interface Comment {
  /** Where the comment itself stands. */
  readonly where: string;
  readonly start: number;
  readonly end: number;
  /** The line whose findings it lets go. */
  readonly line: number;
  readonly glob: string;
  readonly reason: string;
  readonly expires?: string;
  matches(detector: string): boolean;
}

function readComments(text: string, place: ReturnType<typeof createLineIndex>): Comment[] {
  return Array.from(text.matchAll(shape), ({ index, 0: whole, groups = {} }) => {
    const { line, column } = place(index);
    const rest = groups.rest!.trim().replace(closers, '').trim();
    const expires = until.exec(rest)?.[1];
    const glob = groups.glob!;
    return {
      where: `${line}:${column}`,
      start: index,
      end: index + whole.length,
      line: groups.next ? line + 1 : line,
      glob,
      reason: rest.replace(until, '').trim(),
      expires,
      matches: matchesName(glob),
    };
  });
}

function problemOf(
  { glob, reason, expires, start, end }: Comment,
  decisions: readonly Decision[],
  today: string,
): string | undefined {
  // Its words are printed in reports, so they must not hold what those leave out.
  const holdsFinding = decisions.some(({ finding }) => finding.start < end && finding.end > start);
  if (holdsFinding) return `${word} itself holds a finding; it does nothing`;
  if (!/[\w*]\/|^\*+$/.test(glob))
    return `${word} needs a detector first, such as secret/* or pii/email; it does nothing`;
  if (reason.length < 3) return `${word} ${glob} gives no reason (3 characters or more); it does nothing`;
  if (expires !== undefined && !isDay(expires))
    return `${word} ${glob}: "until" needs a day written YYYY-MM-DD; it does nothing`;
  return expires !== undefined && expires < today
    ? `${word} ${glob} expired on ${expires}: its findings are reported again`
    : undefined;
}
