import { createLineIndex } from './lineIndex';
import type { Decision } from './model';
import { relatedDetectors } from './team/relatedDetectors';

/**
 * Lets go the secrets that a comment of another scanner's accepts, on its line or where it says. Like our own comments they count in
 * the editor and in reports only, never on the way to a model; see `applyInline`.
 */
export function applyForeignComments(text: string, decisions: readonly Decision[]): readonly Decision[] {
  if (!decisions.some(it => it.finding.kind === 'secret') || !any.test(text)) return decisions;
  const place = createLineIndex(text);
  const comments = readComments(text, offset => place(offset).line);
  if (comments.length === 0) return decisions;
  return decisions.map(decision => {
    const { start, end, kind, detector } = decision.finding;
    if (kind !== 'secret' || decision.suppressed !== undefined) return decision;
    const [first, last] = [place(start).line, place(end).line];
    const comment = comments.find(
      it => it.from <= last && it.to >= first && !(it.at >= start && it.at < end) && it.concerns(detector),
    );
    if (!comment) return decision;
    const reason = `a comment accepts it: ${comment.word}`;
    return { ...decision, action: 'allow', layer: 'workspace', reason, suppressed: reason };
  });
}

/** Lines whose secrets a comment lets go, both ends included; it stands at the offset `at`. */
interface Comment {
  readonly at: number;
  readonly word: string;
  readonly from: number;
  readonly to: number;
  concerns(detector: string): boolean;
}

/**
 * gitleaks, betterleaks, trufflehog, kingfisher, detect-secrets, GitGuardian's ggshield, secretlint; of bandit and flake8 (ruff) only the
 * checks for hard-coded passwords.
 */
const shape =
  /(?<same>(?:gitleaks|betterleaks):allow|trufflehog:ignore|kingfisher:(?:ignore|allow)|pragma: ?(?:allow|white)list secret|\bggignore\b|\bnosec[: ][^\r\n]{0,40}?\bB10[567]\b|\bnoqa: ?[^\r\n]{0,40}?\bS10[567]\b)|(?<next>pragma: ?(?:allow|white)list nextline secret)|secretlint-(?<lint>disable-next-line|disable-line|disable|enable)(?![\w-])(?<rules>(?: |,|@secretlint\/secretlint-rule-[\w-]+){0,40})/gi;

/** Most texts have none. */
const any = /:allow|:ignore|list (?:nextline )?secret|ggignore|nosec|noqa|secretlint-disable/i;

function readComments(text: string, lineOf: (offset: number) => number): Comment[] {
  const comments: Comment[] = [];
  let open: { from: number; at: number; rules: string } | undefined;
  const close = (to: number) => {
    if (open) comments.push(comment(open.at, 'secretlint-disable', open.from, to, open.rules));
    open = undefined;
  };
  for (const { 0: whole, index: at, groups = {} } of text.matchAll(shape)) {
    const line = lineOf(at);
    const { same, next, lint = '', rules = '' } = groups;
    if (same) comments.push(comment(at, same.slice(0, 40), line, line));
    else if (next) comments.push(comment(at, next, line + 1, line + 1));
    else if (lint === 'disable-line') comments.push(comment(at, `secretlint-${lint}`, line, line, rules));
    else if (lint === 'disable-next-line') comments.push(comment(at, `secretlint-${lint}`, line + 1, line + 1, rules));
    else if (lint === 'disable') open ??= { from: line, at, rules };
    else if (whole) close(line);
    if (comments.length > most) break;
  }
  close(Number.POSITIVE_INFINITY);
  return comments;
}

const most = 10_000;

function comment(at: number, word: string, from: number, to: number, rules = ''): Comment {
  const related = (rules.match(/@secretlint\/secretlint-rule-[\w-]+/g) ?? []).map(relatedDetectors);
  return { at, word, from, to, concerns: id => related.length === 0 || related.some(it => it(id)) };
}
