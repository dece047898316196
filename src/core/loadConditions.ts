import type { Condition } from './conditions';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './conditions'): typeof import('./conditions');

/** Compiles a rule's `when`; the language is read where a rule has one. */
export function compileCondition(expression: string): { condition: Condition } | { error: string } {
  return require('./conditions').compileCondition(expression);
}
