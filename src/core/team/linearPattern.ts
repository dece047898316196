import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { Span } from '../model';
import { patternSize } from './patternSize';

/** One match of a pattern, in UTF-16 offsets of the text that was searched. */
export interface PatternMatch extends Span {
  /** The span of the group that was asked for; the whole match where it took no part. */
  readonly secret: Span;
}

/** A pattern from a repository, made ready: whatever it says, a search takes time in proportion to the text. */
export interface LinearPattern {
  /** Steps of its program. */
  readonly size: number;
  /** Whether it fits anywhere in a text; look only at texts of bounded length. */
  test(text: string): boolean;
  /** The matches in `text[from, to)`, which sees the one unit before `from` for `^` and `\b`. */
  matches(text: string, from: number, to: number): Iterable<PatternMatch>;
}

/**
 * Compiles a pattern in RE2's syntax, the same as Go's. `group` chooses what of a match is the secret: a number, `first`
 * (gitleaks' habit: the first group that took part), or else the group named `secret`. Returns a clause that says what is
 * wrong where it can't be had in linear time, is broken, or is too large.
 */
export function compileLinear(source: string, group?: number | 'first'): LinearPattern | { readonly problem: string } {
  try {
    if (patternSize(source) > largest) return tooLarge;
    const pattern = RE2JS.compile(source);
    if (pattern.programSize() > largest) return tooLarge;
    if (typeof group === 'number' && group > pattern.groupCount())
      return { problem: `the pattern has ${pattern.groupCount()} groups, there is no group ${group}` };
    const candidates = candidateGroups(pattern, group);
    return {
      size: pattern.programSize(),
      test: text => pattern.matcher(text).find(),
      matches: (text, from, to) => search(pattern, candidates, text, from, to),
    };
  } catch (error) {
    return { problem: explain(error) };
  }
}

/** Steps of the compiled program: with the longest slice that is searched at once, they bound what one search costs. */
const largest = 3000;

const tooLarge = { problem: `the pattern is too large (more than ${largest} steps): repeat less` };

/** Of these the first one that took part in a match is the secret. */
function candidateGroups(pattern: RE2JS, group: number | 'first' | undefined): readonly number[] {
  if (typeof group === 'number') return [group];
  if (group === 'first') return Array.from({ length: pattern.groupCount() }, (_, at) => at + 1);
  const named = pattern.namedGroups().secret;
  return named === undefined ? [] : [named];
}

function* search(
  pattern: RE2JS,
  groups: readonly number[],
  text: string,
  from: number,
  to: number,
): Iterable<PatternMatch> {
  const before = from > 0 ? 1 : 0;
  const offset = from - before;
  const matcher = pattern.matcher(text.slice(offset, to));
  for (let found = matcher.find(before); found; found = matcher.find()) {
    const whole = { start: offset + matcher.start(), end: offset + matcher.end() };
    const group = groups.find(it => matcher.end(it) > matcher.start(it));
    const secret =
      group === undefined ? whole : { start: offset + matcher.start(group), end: offset + matcher.end(group) };
    yield { ...whole, secret };
  }
}

/**
 * The parser names what it stumbled over, which may be the whole pattern: only little of it is passed on, for an allow-list may
 * hold a value. People know look-arounds and references by other names than it does.
 */
function explain(error: unknown): string {
  if (!(error instanceof RE2JSSyntaxException)) return 'the pattern could not be compiled';
  if (/`\(\?<?[=!]/.test(error.message))
    return 'the pattern looks ahead or behind, which takes no linear time: use a group named secret instead';
  if (/invalid escape sequence: `\\\d/.test(error.message))
    return 'the pattern refers back to a group, which takes no linear time';
  const message = error.message.replace(/^error parsing regexp: /, '').replace(/:? `[\s\S]{9,}$/, '');
  return `the pattern is broken: ${message}`;
}
