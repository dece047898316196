import type { Compiler } from './compiler';
import type { LinearPattern } from './linearPattern';

/** What an allow-list says, as gitleaks writes it and `lockside.detectors` does. */
export interface AllowFacts {
  readonly patterns?: readonly string[];
  /** What the patterns look at; the secret unless given. */
  readonly target?: 'match' | 'line';
  /** Patterns over paths. */
  readonly paths?: readonly string[];
  /** A secret that holds one of them, in any case, is none. */
  readonly stopWords?: readonly string[];
  /** True where the list also asks for a commit, which only a scan of the history knows. */
  readonly commits?: boolean;
  /** Whether each kind of condition that is given must hold; one is enough otherwise. */
  readonly all?: boolean;
}

/** What an allow-list looks at. */
export interface Seen {
  readonly secret: string;
  readonly match: string;
  readonly line: string;
  readonly path: string | undefined;
}

export type AllowList = (seen: Seen) => boolean;

/** Makes an allow-list ready. A pattern that can't be used lets nothing go; `tell` hears why. */
export function compileAllowList(facts: AllowFacts, compiler: Compiler, tell: (problem: string) => void): AllowList {
  const compile = (sources: readonly string[] | undefined) =>
    (sources ?? []).flatMap((source, index): LinearPattern[] => {
      const pattern = compiler.allowed(source);
      if ('problem' in pattern) tell(`number ${index + 1}: ${pattern.problem}`);
      return 'problem' in pattern ? [] : [pattern];
    });
  const patterns = compile(facts.patterns);
  const paths = compile(facts.paths);
  const words = (facts.stopWords ?? []).map(word => word.toLowerCase()).filter(word => word !== '');
  const conditions: AllowList[] = [];
  if (facts.commits) conditions.push(() => false);
  if (facts.patterns?.length) conditions.push(seen => patterns.some(it => it.test(targetOf(facts.target, seen))));
  if (facts.paths?.length) conditions.push(({ path }) => path !== undefined && paths.some(it => it.test(path)));
  if (words.length > 0) conditions.push(({ secret }) => words.some(word => secret.toLowerCase().includes(word)));
  return seen =>
    facts.all ? conditions.length > 0 && conditions.every(it => it(seen)) : conditions.some(it => it(seen));
}

function targetOf(target: AllowFacts['target'], seen: Seen): string {
  return target === undefined ? seen.secret : seen[target];
}

/** The line, or the lines, that a span stands on, as far as `width` units to both sides. */
export function lineAround(text: string, start: number, end: number): string {
  const head = text.slice(Math.max(0, start - width), start);
  const tail = text.slice(end, end + width);
  const before = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  const after = tail.search(/[\r\n]/);
  return head.slice(before) + text.slice(start, end) + (after < 0 ? tail : tail.slice(0, after));
}

const width = 1000;
