import type { Clock } from '../model';
import { compileLinear, type LinearPattern } from './linearPattern';

type Compiled = LinearPattern | { readonly problem: string };

/** Compiles the patterns of one source, within bounds for all of them together. */
export interface Compiler {
  /** What a rule looks for: each search has a budget of its own, so that only the time to compile is bounded. */
  rule(source: string, group?: number | 'first'): Compiled;
  /** What is let go is asked of each match, so that the steps of all such patterns together are bounded. */
  allowed(source: string): Compiled;
  /** Whether the time for all of them is over. */
  isLate(): boolean;
}

/** Without a clock there is no time limit. */
export function createCompiler(now: Clock = () => 0): Compiler {
  const end = now() + milliseconds;
  const isLate = () => now() > end;
  let steps = 0;
  const compile = (source: string, group?: number | 'first'): Compiled =>
    isLate() ? { problem: 'the patterns before it took too long' } : compileLinear(source, group);
  return {
    rule: compile,
    isLate,
    allowed(source) {
      const pattern = steps < mostSteps ? compile(source) : { problem: 'too many patterns before it let something go' };
      if (!('problem' in pattern)) steps += pattern.size;
      return pattern;
    },
  };
}

const milliseconds = 2000;
const mostSteps = 20_000;
