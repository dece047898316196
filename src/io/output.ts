import { writeSync } from 'node:fs';

/** Writes to a standard stream, waiting while its reader is slow. */
export async function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return;
  await new Promise<void>(resolve => stream.write(text, () => resolve()));
}

/** A reader that goes away (`| head`) ends the run quietly, as an error: what it was told is not the whole. */
export function endOnBrokenPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') writeSync(2, `lockside: ${error.message}\n`);
    process.exit(2);
  });
}

/** Reads a stream to its end, or gives undefined once it is longer than the limit. */
export async function readStream(stream: NodeJS.ReadableStream, limit: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = Buffer.from(piece as Buffer);
    length += bytes.length;
    if (length > limit) return undefined;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
