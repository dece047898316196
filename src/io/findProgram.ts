import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file of a program on the PATH; one folder may be passed over, such as that of our own launchers. */
export function findProgram(name: string, without?: string, path = process.env.PATH ?? ''): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const left = without === undefined ? undefined : real(without);
  return path
    .split(delimiter)
    .filter(place => place !== '' && (left === undefined || real(place) !== left))
    .flatMap(place => endings.map(ending => join(place, name + ending)))
    .find(isProgram);
}

function real(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
