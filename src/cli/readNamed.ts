import { readFileSync } from 'node:fs';
import { causeOf } from '../io/causeOf';

/** The text of a file that a person has named, which may be a pipe; or why it can't be read, with its name. */
export function readNamed(file: string): { readonly text: string } | { readonly error: string } {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { error: `${file} can't be read: ${causeOf(error)}` };
  }
}
