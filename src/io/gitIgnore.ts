import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readBounded } from './boundedFile';

/** The ignore rules that hold in one folder: those of its own `.gitignore` before those of the folders above. */
export interface IgnoreRules {
  ignores(name: string, isFolder: boolean): boolean;
  /** The rules in a folder right below; `hasOwn` says whether there is a `.gitignore` in it. */
  within(name: string, hasOwn?: boolean): IgnoreRules;
}

/** The rules in a folder, from the repository's root (or from the folder itself, outside of a repository) downwards. */
export function ignoreRules(folder: string, root: string | undefined): IgnoreRules {
  const way =
    root === undefined
      ? []
      : relative(root, folder)
          .split(sep)
          .filter(name => name !== '');
  let rules = rulesOf(root ?? folder, root === undefined ? [] : readRules(join(root, '.git', 'info', 'exclude')));
  for (const name of way) rules = rules.within(name);
  return rules;
}

/** Nothing from above holds: for a folder that is named although it is ignored. */
export function freshRules(folder: string): IgnoreRules {
  return rulesOf(folder, []);
}

/** The rules of one file, as they look from a folder at or below it. */
interface Scope {
  /** The way from the file's folder to here: with forward slashes, and one at the end unless it is empty. */
  readonly prefix: string;
  readonly rules: Ignore;
}

function rulesOf(folder: string, above: readonly Scope[], hasOwn = true): IgnoreRules {
  const scopes = hasOwn ? [...readRules(join(folder, '.gitignore')), ...above] : above;
  return {
    ignores(name, isFolder) {
      // Of the folders from here to the root the nearest one that says anything decides.
      for (const { prefix, rules } of scopes) {
        const { ignored, unignored } = rules.test(isFolder ? `${prefix}${name}/` : prefix + name);
        if (ignored || unignored) return ignored;
      }
      return false;
    },
    within: (name, hasOwn) =>
      rulesOf(
        join(folder, name),
        scopes.map(({ prefix, rules }) => ({ prefix: `${prefix}${name}/`, rules })),
        hasOwn,
      ),
  };
}

function readRules(file: string): Scope[] {
  // Absent, a folder, or unreadable: then nothing is ignored, and more is scanned rather than less.
  const read = readBounded(file);
  return read && 'text' in read ? [{ prefix: '', rules: ignore().add(read.text) }] : [];
}
