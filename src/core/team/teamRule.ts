import type { Detector } from '../detectors/detector';
import type { Source } from '../model';
import type { LinearPattern, PatternMatch } from './linearPattern';

/** A rule of the team's own, made ready. Its pattern came from a repository, so it never runs under the built-in engine. */
export interface TeamRule {
  /** Its id is `secret/team-…` or `pii/team-…`; the pattern in it is never tried. */
  readonly detector: Detector;
  /** Lower-case ASCII. The pattern is only searched for around them; without any, everywhere. */
  readonly keywords: readonly string[];
  readonly pattern: LinearPattern;
  /** One clause: where the rule stands. */
  readonly reason: string;
  /** Whether the rule looks at this text at all. */
  concerns(source: Source | undefined): boolean;
  /** Whether a match counts: by its entropy and by what the rule itself lets go. */
  accepts(text: string, match: PatternMatch, source: Source | undefined): boolean;
}

/** Whether a detector's id is one of the team's own. */
export function isTeamId(id: string): boolean {
  return /^(?:secret|pii)\/team-/.test(id);
}
