import { relative, sep } from 'node:path';

/** The way from a folder to a file, with forward slashes; both are absolute. Empty where they are the same. */
export function pathFrom(folder: string, file: string): string {
  return (below(folder, file) ?? relative(folder, file)).replaceAll('\\', '/');
}

/** The same at a fraction of the time, for what plainly lies below. */
function below(folder: string, file: string): string | undefined {
  const base = folder.endsWith(sep) ? folder : folder + sep;
  if (!file.startsWith(base)) return undefined;
  const rest = file.slice(base.length);
  return roundabout.test(rest) ? undefined : rest;
}

/** A step that is empty or dots alone. */
const roundabout = /(?:^|[\\/])\.{0,2}(?:[\\/]|$)/;
