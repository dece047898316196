import { compareLists } from './cran';
import { every, holds, increment, some, type VersionScheme } from './scheme';

/** Cabal: numbers between dots, of two that begin the same the longer one is newer; constraints with `&&`, `||` and `^>=`. */
export const hackage: VersionScheme = {
  compare,
  isPrerelease: () => false,
  satisfies: (requirement, version) =>
    some(
      requirement
        .replace(/[()]/g, ' ')
        .split('||')
        .map(part => every(part.split(/&&|,/).map(one => matches(one.trim(), version)))),
    ),
};

function compare(one: string, other: string): number | undefined {
  return compareLists(one.split('.'), other.split('.'));
}

function matches(constraint: string, version: string): boolean | undefined {
  if (constraint === '' || constraint === '-any') return true;
  const [, op = '', bound = '', wild] = /^(\^>=|==|>=|<=|>|<)?\s*([0-9][0-9.]*?)(\.\*)?$/.exec(constraint) ?? [];
  if (bound === '') return undefined;
  if (wild !== undefined) return `${version}.`.startsWith(`${bound}.`);
  if (op !== '^>=') return holds(op, compare(version, bound));
  // The first two numbers are the major version.
  const [first = '0', second = '0'] = bound.split('.');
  return every([holds('>=', compare(version, bound)), holds('<', compare(version, `${first}.${increment(second)}`))]);
}
