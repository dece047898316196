import { createGlob } from './glob';

/** Over paths: `*` stays within a folder, and a glob without a slash matches in any folder. */
export function anyPath(globs: readonly string[] | undefined): (path: string | undefined) => boolean {
  if (globs === undefined) return () => true;
  const matchers = globs.map(glob => createGlob(glob, true));
  return path => path !== undefined && matchers.some(matches => matches(path));
}

/** Whether a detector's id fits a glob. */
export function matchesName(glob: string): (name: string) => boolean {
  return anyName([glob]);
}

/** Over ids and destinations, where a slash is a letter like any other: `model:copilot*` matches `model:copilot/gpt-5`. */
export function anyName(globs: readonly string[] | undefined): (name: string) => boolean {
  if (globs === undefined) return () => true;
  const flat = (text: string) => text.replaceAll('/', ':');
  const matchers = globs.map(glob => createGlob(flat(glob.endsWith(':') ? `${glob}*` : glob), false));
  return name => matchers.some(matches => matches(flat(name)));
}
