import { readSync } from 'node:fs';

/**
 * Reads an open file to its end, which need not be where its size says: files of /proc have none, and some grow. Undefined where it has
 * more than `limit` bytes. What it gives holds until the next call.
 */
export function readBytes(handle: number, size: number, limit: number): Uint8Array | undefined {
  let buffer = size < shared.length ? shared : Buffer.allocUnsafe(Math.min(size, limit) + 1);
  let length = 0;
  for (;;) {
    const bytesRead = readSync(handle, buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (length > limit) return undefined;
    if (bytesRead === 0 || length === size) return buffer.subarray(0, length);
    if (length === buffer.length)
      buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.min(limit + 1, length * 2) - length + 1)]);
  }
}

/** Most files fit into as many bytes. */
export const mostShared = 256 * 1024;

const shared = Buffer.allocUnsafeSlow(mostShared);
