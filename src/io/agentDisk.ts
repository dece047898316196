import { readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathFrom } from './pathFrom';

/** The disk as an agent sees it from the folder that it works in: what wildcards meet, and where links lead to. */
export function openAgentDisk(root: string, cwd: string) {
  const place = (path: string) => resolve(cwd || root, path.replace(/^~(?=$|[\\/])/, homedir()));
  const real = realOf(root);
  return {
    disk: {
      list: (folder: string) => namesIn(place(folder)),
      exists: (path: string) => statSync(place(path), { throwIfNoEntry: false }) !== undefined,
    },
    /** A path as rules know it: by its name and by the file behind it, relative to the root where it lies below. */
    pathsOf(path: string): readonly string[] {
      try {
        const named = place(path);
        return [...new Set([inside(root, named), inside(real, realOf(named))])];
      } catch {
        // A name that no disk can hold.
        return [path];
      }
    },
  };
}

function inside(root: string, file: string): string {
  const way = pathFrom(root, file);
  return way.startsWith('../') || way === '..' || isAbsolute(way) ? file.replaceAll('\\', '/') : way;
}

/** Of a file that isn't there yet, its folder counts. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const around = dirname(path);
    return around === path ? path : join(realOf(around), path.slice(around.length).replace(/^[\\/]/, ''));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, 1_000);
  } catch {
    return [];
  }
}
