import { pathFrom } from '../io/pathFrom';

/** A file as reports name it: relative to the folder that the person stands in, with forward slashes. */
export function displayed(file: string, cwd: string): string {
  return pathFrom(cwd, file) || '.';
}
