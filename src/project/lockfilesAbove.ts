import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageFile } from '../core/packages';
import { formatOf } from '../supply/formats';
import { inCode } from './packagesAt';

/** The lockfiles (or manifests) beside a file and in the folders above it, up to the workspace's own; the nearest first. */
export function lockfilesAbove(file: string, root: string, kind: PackageFile['kind'] = 'lockfile'): string[] {
  const found: string[] = [];
  let folder = dirname(file);
  for (let depth = 0; depth < deepest; depth++, folder = dirname(folder)) {
    found.push(...filesIn(folder, kind).filter(name => name !== file));
    if (folder === root || folder === dirname(folder)) break;
  }
  return found.slice(0, most);
}

const deepest = 40;
const most = 20;

function filesIn(folder: string, kind: PackageFile['kind']): string[] {
  try {
    return readdirSync(folder)
      .filter(name => {
        const format = formatOf(name);
        return format?.kind === kind && !inCode.has(format.id);
      })
      .map(name => join(folder, name));
  } catch {
    // A folder that can't be listed has nothing to say.
    return [];
  }
}
