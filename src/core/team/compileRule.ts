import type { Detector } from '../detectors/detector';
import { printable } from '../printable';
import { type AllowFacts, type AllowList, compileAllowList, lineAround } from './allowList';
import type { Compiler } from './compiler';
import type { TeamRule } from './teamRule';

/** What a rule says, whatever format it was written in. */
export interface RuleFacts extends Pick<Detector, 'id' | 'title' | 'severity' | 'tier'> {
  readonly keywords: readonly string[];
  readonly pattern: string;
  /** See `compileLinear`. */
  readonly group?: number | 'first';
  /** Bits for each unit that the secret must have more of (Shannon). */
  readonly entropy?: number;
  /** A pattern over paths: the rule looks at no others. */
  readonly path?: string;
  readonly allow?: readonly AllowFacts[];
  /** One clause: where the rule stands. */
  readonly reason: string;
}

/** Makes a rule ready, or says what is wrong with it. */
export function compileRule(facts: RuleFacts, compiler: Compiler): TeamRule | { readonly problem: string } {
  const pattern = compiler.rule(facts.pattern, facts.group);
  if ('problem' in pattern) return pattern;
  if (pattern.test('')) return { problem: 'the pattern matches the empty text, so it would match everywhere' };
  const path = facts.path === undefined ? undefined : compiler.allowed(facts.path);
  if (path && 'problem' in path) return { problem: `path: ${path.problem}` };
  const problems: string[] = [];
  const allow = (facts.allow ?? []).map(list =>
    compileAllowList(list, compiler, problem => problems.push(`allow-list: ${problem}`)),
  );
  if (problems[0]) return { problem: problems[0] };
  return {
    detector: detectorOf(facts),
    // One that isn't ASCII, or none at all, would narrow the search to nothing.
    keywords: facts.keywords.every(word => /^[\x20-\x7e]+$/.test(word)) ? facts.keywords.map(lower) : [],
    pattern,
    reason: printable(facts.reason),
    concerns: source => !path || (source?.path !== undefined && path.test(source.path)),
    accepts(text, match, source) {
      const secret = text.slice(match.secret.start, match.secret.end);
      if (facts.entropy !== undefined && entropyOf(secret) <= facts.entropy) return false;
      return !allow.some(list => list(seenAt(text, match, secret, source?.path)));
    },
  };
}

function detectorOf({ id, title, severity, tier, keywords }: RuleFacts): Detector {
  return { id, title: printable(title), severity, tier, keywords, pattern: /(?!)/, hits: [], misses: [] };
}

function lower(word: string): string {
  return word.toLowerCase();
}

function seenAt(
  text: string,
  { start, end }: { start: number; end: number },
  secret: string,
  path: string | undefined,
): Parameters<AllowList>[0] {
  return { secret, match: text.slice(start, end), line: lineAround(text, start, end), path };
}

/** Shannon's entropy of a value in bits for each unit, as gitleaks and betterleaks take it. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
