import { dirname, join } from 'node:path';

/** The nearest folder at or above that holds a `.git`. */
export function repositoryOf(folder: string, exists: (path: string) => boolean): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
