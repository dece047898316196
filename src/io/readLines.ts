import { closeSync, constants, openSync, readSync } from 'node:fs';
import { createLosslessDecoder } from './losslessUtf8';

/** A line without its end, and the end; or how long one is that is longer than the limit. */
export type Line = { readonly text: string; readonly end: string } | { readonly tooLong: true };

/**
 * Reads a regular file line by line, losing no byte (see `createLosslessDecoder`). Of a line that is longer than `longest` UTF-16
 * units nothing is kept. Throws what the file system throws.
 */
export function* readLines(file: string, longest: number): Generator<Line> {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const decoder = createLosslessDecoder();
    const buffer = Buffer.allocUnsafe(256 * 1024);
    let pieces: string[] = [];
    let length = 0;
    for (let ended = false; !ended; ) {
      const read = readSync(handle, buffer, 0, buffer.length, null);
      ended = read === 0;
      const text = ended ? decoder.end() : decoder.push(buffer.subarray(0, read));
      let from = 0;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
        yield lineOf([...pieces, text.slice(from, at)], length + at - from > longest, '\n');
        pieces = [];
        length = 0;
        from = at + 1;
      }
      length += text.length - from;
      // What nobody will read takes no room.
      if (length > longest) pieces = [];
      else if (from < text.length) pieces.push(text.slice(from));
    }
    if (length > 0) yield lineOf(pieces, length > longest, '');
  } finally {
    closeSync(handle);
  }
}

function lineOf(pieces: readonly string[], isTooLong: boolean, end: string): Line {
  return isTooLong ? { tooLong: true } : { text: pieces.join(''), end };
}
